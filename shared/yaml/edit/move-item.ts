import type { Splice } from '../../text/splice'
import type { Draft } from './draft'
import { extentOf, insertionBehind, startWithComments } from './extent'
import { breakNear, endOfLineBefore, isFirstOnLine } from './lines'
import { fromOf, slotsOf, type Place } from './place'
import { cutLines } from './remove'

/**
 * Moves an item of a block sequence so that it is the one at `to` afterwards, with its text and its comments as they are.
 * Null where items don't have lines of their own.
 */
export function moveItem(draft: Draft, place: Place, to: number): Splice[] | null {
  const { slot } = place
  if (slot?.type !== 'item' || slot.holder.style !== 'block') return null
  const slots = slotsOf(slot.holder)
  const target = slots[to]
  if (target === undefined || !slots.every(s => isFirstOnLine(draft.text, fromOf(s)))) return null
  if (target === slot) return []
  const extent = extentOf(draft, slot)
  const lines = draft.text.slice(extent.from, extent.to)
  const eol = breakNear(draft.text, extent.from, draft.lineBreak)
  const cut = cutLines(draft, extent)
  if (to > slot.index) {
    const behind = insertionBehind(draft, target)
    return [cut, { from: behind, to: behind, insert: eol + lines }]
  }
  const start = startWithComments(draft, target)
  const before = start <= draft.from ? null : endOfLineBefore(draft.text, start)
  return before === null
    ? [{ from: start, to: start, insert: lines + eol }, cut]
    : [{ from: before, to: before, insert: eol + lines }, cut]
}
