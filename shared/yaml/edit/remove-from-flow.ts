import type { Splice } from '../../text/splice'
import type { Draft } from './draft'
import { commaIn, hasComment } from './flow-gaps'
import { endOfLineBefore, isFirstOnLine, lineEnd, lineStart, nextLine } from './lines'
import { endOf, fromOf, slotsOf, type Slot } from './place'

/** Takes a part out of a flow collection, with its comma and a comment behind it; comments on lines of their own stay. */
export function removeFromFlow(draft: Draft, slot: Slot): Splice[] {
  const { text } = draft
  const slots = slotsOf(slot.holder)
  const before = slots[slot.index - 1]
  const next = slots[slot.index + 1]
  if (next !== undefined) return [removeBefore(text, slot, next)]
  if (before !== undefined) return removeLast(text, before, slot)
  const { from, to } = slot.holder
  const inside = { from: from + 1, to: to - 1 }
  if (!hasComment(text, inside.from, fromOf(slot)) && !hasComment(text, endOf(slot), inside.to)) {
    // `{ a: 1 }` becomes `{ }` and `{a: 1}` `{}`: as they would have been written.
    const padding = text.slice(inside.from, fromOf(slot))
    const isPadded = /^ +$/.test(padding) && text.slice(endOf(slot), inside.to) === padding
    return [{ ...inside, insert: isPadded ? padding : '' }]
  }
  const comma = commaIn(text, endOf(slot), inside.to)
  return [{ from: fromOf(slot), to: comma === null ? endOf(slot) : comma + 1, insert: '' }]
}

function removeBefore(text: string, slot: Slot, next: Slot): Splice {
  const from = fromOf(slot)
  const end = endOf(slot)
  const comma = commaIn(text, end, fromOf(next)) ?? end
  const line = lineEnd(text, comma)
  const hasLines = isFirstOnLine(text, from) && line < fromOf(next)
  if (hasLines) return { from: lineStart(text, from), to: nextLine(text, line), insert: '' }
  if (!hasComment(text, end, fromOf(next))) return { from, to: fromOf(next), insert: '' }
  return { from, to: comma + 1, insert: '' }
}

function removeLast(text: string, before: Slot, slot: Slot): Splice[] {
  const from = fromOf(slot)
  const { to } = slot.holder
  const trailingComma = commaIn(text, endOf(slot), to - 1)
  const line = lineEnd(text, endOf(slot))
  const ownLine = isFirstOnLine(text, from)
  // With a line of its own, what follows it there (a comma, a comment) is its own too.
  const end = ownLine && line < to && hasComment(text, endOf(slot), line) ? line : endOf(slot)
  const lostComma = trailingComma !== null && trailingComma < end
  if (!hasComment(text, endOf(before), from)) {
    return [{ from: endOf(before), to: end, insert: lostComma ? ',' : '' }]
  }
  const comma = commaIn(text, endOf(before), from)
  const lineBefore = ownLine ? (endOfLineBefore(text, lineStart(text, from)) ?? from) : from
  // The comma behind the one before becomes the trailing comma, where there was one.
  if (trailingComma !== null) return [{ from: lineBefore, to: Math.max(end, trailingComma + 1), insert: '' }]
  const cut = { from: lineBefore, to: end, insert: '' }
  return comma === null ? [cut] : [{ from: comma, to: comma + 1, insert: '' }, cut]
}
