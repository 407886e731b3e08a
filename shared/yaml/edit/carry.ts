import { readBlockHeader } from '../block-scalar'
import type { BlockText } from '../print/block'
import type { Draft } from './draft'
import { endWithComments, startWithComments } from './extent'
import { columnOf, isFirstOnLine, lineEnd, lineStart, onOneLine } from './lines'
import { endOf, fromOf, isFlow, type Place } from './place'

/** What is carried from one place to another: the comments above an entry or item, and its value as it is written. */
export type Carried = { readonly above: readonly string[]; readonly text: BlockText }

/**
 * How new text is worded: as it was written elsewhere, or printed; `quoted` is printed without literal blocks, which would
 * swallow a comment or blanks that stand as deep below them.
 */
export type Wording = Carried | 'printed' | 'quoted'

/**
 * The text of an entry's or item's value with its comments, to be put elsewhere: so that a move or copy loses nothing.
 * Null for what has to be printed afresh: nothing, what stands in a flow collection, and indentation given by a digit.
 */
export function carriedFrom(draft: Draft, place: Place): Carried | null {
  const text = carriedText(draft, place)
  if (text === null || place.slot === null) return null
  const from = startWithComments(draft, place.slot)
  const comments = draft.text.slice(from, lineStart(draft.text, fromOf(place.slot)))
  return { above: comments.split(/\r\n|\n|\r/).flatMap(line => line.trim() || []), text }
}

function carriedText(draft: Draft, place: Place): BlockText | null {
  const { node, slot } = place
  const { text } = draft
  if (slot === null || place.inFlow || node.properties !== null || node.from === node.to) return null
  const end = endWithComments(draft, slot)

  if ((node.type === 'map' || node.type === 'seq') && !isFlow(node)) {
    const lines = dedented(text.slice(node.from, end), columnOf(text, node.from))
    return lines === null ? null : { shape: node.type, lines }
  }
  if (node.type === 'scalar' && (node.style === 'literal' || node.style === 'folded')) {
    if (readBlockHeader(text, node.from).explicit > 0) return null
    return inline(dedented(text.slice(node.from, node.to), node.indent))
  }
  if (onOneLine(text, node.from, node.to)) {
    // The comment behind a value on its line goes with it.
    return { shape: 'inline', first: text.slice(node.from, lineEnd(text, endOf(slot))).trimEnd(), rest: [] }
  }
  const column = isFirstOnLine(text, fromOf(slot)) ? columnOf(text, fromOf(slot)) : 0
  return inline(dedented(text.slice(node.from, node.to), column))
}

function inline(lines: string[] | null): BlockText | null {
  return lines === null ? null : { shape: 'inline', first: lines[0]!, rest: lines.slice(1) }
}

/** Lines with that many columns of indentation taken from all but the first, or null where one has fewer. */
function dedented(source: string, columns: number): string[] | null {
  const spaces = ' '.repeat(columns)
  const lines = source.split(/\r\n|\n|\r/)
  const fits = lines.every((line, i) => i === 0 || line.trim() === '' || line.startsWith(spaces))
  return fits ? lines.map((line, i) => (i === 0 ? line : line.trim() === '' ? '' : line.slice(columns))) : null
}
