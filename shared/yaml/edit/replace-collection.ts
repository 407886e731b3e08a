import type { Splice } from '../../text/splice'
import { indented, type BlockStyle, type BlockText } from '../print/block'
import type { YamlMap, YamlSeq } from '../tree'
import type { Draft } from './draft'
import { breakNear, columnOf, isFirstOnLine, lineEnd, lineStart } from './lines'
import { fromOf, headOf, type Slot } from './place'
import { cutLines } from './remove'
import { bareHead } from './replace-scalar'

/** Puts a value's text where a block collection stands: on the lines below its key, or behind a dash. */
export function replaceCollection(
  draft: Draft,
  slot: Slot,
  node: YamlMap | YamlSeq,
  text: BlockText,
  style: BlockStyle,
): Splice[] {
  const source = draft.text
  const eol = breakNear(source, node.from, draft.lineBreak)
  const end = lineEnd(source, node.to)
  const column = columnOf(source, fromOf(slot))
  const step = slot.type === 'item' ? style.dashStep : style.mapStep

  if (!isFirstOnLine(source, node.from)) {
    const inside = columnOf(source, node.from)
    const lines =
      text.shape === 'inline'
        ? [text.first, ...indented(text.rest, column + step)]
        : [text.lines[0]!, ...indented(text.lines.slice(1), inside)]
    return [{ from: node.from, to: end, insert: lines.join(eol) }]
  }

  // A tag says what the old value is, so it goes with it.
  const head = headOf(draft, slot)
  const cutFrom = node.properties !== null && node.properties.tag !== null ? bareHead(slot) : head
  if (text.shape === 'inline') {
    const first = { from: cutFrom, to: head, insert: ` ${text.first}` }
    if (text.rest.length === 0) return [first, cutLines(draft, { from: lineStart(source, node.from), to: end })]
    const rest = indented(text.rest, column + step)
    return [first, { from: lineEnd(source, head), to: end, insert: rest.map(line => eol + line).join('') }]
  }
  const sameColumn = columnOf(source, node.from)
  const behindKey = text.shape === 'map' ? style.mapStep : style.seqStep
  const under = text.shape === node.type ? sameColumn : column + (slot.type === 'item' ? step : behindKey)
  const lines = { from: lineStart(source, node.from), to: end, insert: indented(text.lines, under).join(eol) }
  return cutFrom === head ? [lines] : [{ from: cutFrom, to: head, insert: '' }, lines]
}
