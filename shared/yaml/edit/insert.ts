import type { Splice } from '../../text/splice'
import { indented } from '../print/block'
import type { Draft } from './draft'
import { insertionBehind, startWithComments } from './extent'
import { breakNear, columnOf, endOfLineBefore, isFirstOnLine } from './lines'
import { fromOf, type Slot } from './place'

/**
 * Inserts the lines of a new entry or item into a block collection that has some, before the slot at `index` or behind
 * the last. `lines` count their indentation from the column of the others.
 */
export function insertLines(draft: Draft, slots: readonly Slot[], index: number, lines: readonly string[]): Splice[] {
  const { text } = draft
  const first = slots[0]!
  const column = columnOf(text, fromOf(first))
  const placed = indented(lines, column)
  if (index > 0) {
    const at = insertionBehind(draft, slots[index - 1]!)
    return [insertLinesBehind(draft, at, placed)]
  }
  const at = fromOf(first)
  if (isFirstOnLine(text, at)) return [insertLinesBefore(draft, startWithComments(draft, first), placed)]
  // The first one shares its line with a dash: the new one takes its place there and the old one gets a line.
  const eol = breakNear(text, at, draft.lineBreak)
  return [{ from: at, to: at, insert: placed.join(eol).slice(column) + eol + ' '.repeat(column) }]
}

/** Lines below the one that ends at an offset. A text without a final line break keeps being without one. */
export function insertLinesBehind(draft: Draft, end: number, lines: readonly string[]): Splice {
  const eol = breakNear(draft.text, end, draft.lineBreak)
  return { from: end, to: end, insert: lines.map(line => eol + line).join('') }
}

/** Lines above the one that starts at an offset. */
export function insertLinesBefore(draft: Draft, start: number, lines: readonly string[]): Splice {
  const before = start <= draft.from ? null : endOfLineBefore(draft.text, start)
  if (before !== null) return insertLinesBehind(draft, before, lines)
  const eol = breakNear(draft.text, start, draft.lineBreak)
  return { from: start, to: start, insert: lines.map(line => line + eol).join('') }
}
