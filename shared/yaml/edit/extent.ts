import type { Draft } from './draft'
import {
  columnOf,
  commentColumn,
  endOfLineBefore,
  isBlankLine,
  isFirstOnLine,
  lineEnd,
  lineStart,
  nextLine,
} from './lines'
import { endOf, fromOf, nodeOf, type Slot } from './place'

/**
 * The lines that belong to an entry or item of a block collection, as offsets of whole lines without the last break:
 * those of its text, the comments directly above it in its own column, and the comments below that stand as deep as the
 * things inside it.
 */
export type Extent = { readonly from: number; readonly to: number }

export function extentOf(draft: Draft, slot: Slot): Extent {
  return { from: startWithComments(draft, slot), to: endWithComments(draft, slot) }
}

/**
 * Where the line starts of the first comment directly above a slot, or of the slot itself. A comment over the first key
 * of a document is about the document (a licence, most often): it isn't the key's.
 */
export function startWithComments(draft: Draft, slot: Slot): number {
  const { text } = draft
  let start = lineStart(text, fromOf(slot))
  if (!isFirstOnLine(text, fromOf(slot)) || (slot.holder === draft.root && slot.index === 0)) return start
  const column = columnOf(text, fromOf(slot))
  for (;;) {
    const before = endOfLineBefore(text, start)
    if (before === null || start <= draft.from) return start
    const above = lineStart(text, before)
    if (commentColumn(text, above) !== column) return start
    start = above
  }
}

/** The end of the slot's last line, or of the last comment below that stands inside its collection. */
export function endWithComments(draft: Draft, slot: Slot): number {
  const value = nodeOf(slot)
  const end = lineEnd(draft.text, endOf(slot))
  const holds = (value.type === 'map' || value.type === 'seq') && value.style === 'block'
  return holds ? endOfDeeper(draft.text, end, insideColumn(draft, slot)) : end
}

/** Where a line can be inserted behind a slot: behind every comment that is deeper than the slot itself. */
export function insertionBehind(draft: Draft, slot: Slot): number {
  return endOfDeeper(draft.text, lineEnd(draft.text, endOf(slot)), columnOf(draft.text, fromOf(slot)) + 1)
}

/** The column from which on a comment counts as inside the slot's collection: its own, but always behind the slot's. */
function insideColumn(draft: Draft, slot: Slot): number {
  const own = columnOf(draft.text, fromOf(slot))
  return Math.max(own + 1, columnOf(draft.text, nodeOf(slot).from))
}

function endOfDeeper(text: string, end: number, column: number): number {
  let last = end
  for (let at = nextLine(text, end); at < text.length; at = nextLine(text, at)) {
    const found = commentColumn(text, at)
    if (found !== null && found >= column) last = lineEnd(text, at)
    else if (!isBlankLine(text, at)) break
  }
  return last
}
