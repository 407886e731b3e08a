import type { Splice } from '../../text/splice'
import type { Way } from './advance'
import type { Draft } from './draft'
import { extentOf, type Extent } from './extent'
import { breakAt, endOfLineBefore, isBlankLine, isFirstOnLine, lineEnd, lineStart, nextLine } from './lines'
import { endOf, fromOf, headOf, isFlow, slotsOf, type Place } from './place'
import { removeFromFlow } from './remove-from-flow'

/**
 * Takes an entry or item out, with the comments that are its own. A collection that becomes empty stays, as `{}` or `[]`.
 * Gives the ways to do it, the best first: blank lines may be the text of a block scalar above.
 */
export function removeSlot(draft: Draft, place: Place): Way[] {
  const { slot, parent } = place
  if (slot === null || parent === null) return []
  if (isFlow(slot.holder)) return [() => removeFromFlow(draft, slot)]
  const slots = slotsOf(slot.holder)
  if (slots.length === 1) return [() => emptied(draft, parent, place)]
  if (isFirstOnLine(draft.text, fromOf(slot))) {
    const extent = extentOf(draft, slot)
    return [false, true].map(always => () => [cutLines(draft, withBlankLines(draft, extent, always))])
  }
  const next = fromOf(slots[slot.index + 1]!)
  return [() => [sharedLine(draft, place, next)]]
}

/** Whole lines out. On the last line of a text without a final break, the break before goes: it keeps being without. */
export function cutLines(draft: Draft, { from, to }: Extent): Splice {
  const before = from <= draft.from ? null : endOfLineBefore(draft.text, from)
  const isLast = breakAt(draft.text, to) === ''
  return isLast && before !== null
    ? { from: before, to, insert: '' }
    : { from, to: nextLine(draft.text, to), insert: '' }
}

/** The blank lines below go too where they would otherwise stand behind a blank line or at the start of the document. */
function withBlankLines(draft: Draft, { from, to }: Extent, always: boolean): Extent {
  const { text } = draft
  const before = from <= draft.from ? null : endOfLineBefore(text, from)
  if (!always && before !== null && !isBlankLine(text, lineStart(text, before))) return { from, to }
  let end = to
  for (let at = nextLine(text, end); at < text.length && isBlankLine(text, at); at = nextLine(text, at)) {
    end = lineEnd(text, at)
    if (end === text.length) break
  }
  return { from, to: end }
}

/** The first of several, behind a dash: the second takes its place on the line, unless comments stand between them. */
function sharedLine(draft: Draft, place: Place, next: number): Splice {
  const { text } = draft
  const slot = place.slot!
  const from = fromOf(slot)
  const end = lineEnd(text, endOf(slot))
  if (text.slice(end, next).trim() === '') return { from, to: next, insert: '' }
  let behindDash = from
  while (text[behindDash - 1] === ' ') behindDash--
  return { from: behindDash, to: end, insert: '' }
}

/** The only one: its collection becomes `{}` or `[]` behind its own key or dash. */
function emptied(draft: Draft, collection: Place, only: Place): Splice[] {
  const { text } = draft
  const slot = only.slot!
  const word = slot.type === 'entry' ? '{}' : '[]'
  const from = fromOf(slot)
  if (collection.slot === null || !isFirstOnLine(text, from)) return [{ from, to: endOf(slot), insert: word }]
  const head = headOf(draft, collection.slot)
  return [{ from: head, to: head, insert: ` ${word}` }, cutLines(draft, extentOf(draft, slot))]
}
