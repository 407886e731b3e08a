import type { Splice } from '../../text/splice'
import { readBlockHeader } from '../block-scalar'
import { indented, type BlockStyle, type BlockText } from '../print/block'
import type { YamlNode } from '../tree'
import type { Draft } from './draft'
import { breakNear, columnOf, lineEnd, onOneLine } from './lines'
import { fromOf, headOf, type Slot } from './place'

/** Where the text to replace starts: a tag says what the old value is, so it goes with it; an anchor stays. */
export function startOfValue(node: YamlNode): number {
  return node.properties !== null && node.properties.tag !== null ? node.properties.from : node.from
}

/**
 * Puts a value's text where a scalar, an alias, a flow collection or nothing stands, behind a block key or dash.
 *
 * Only the old value's own characters go: a comment behind it, or behind the header of a block scalar, stays.
 */
export function replaceScalar(draft: Draft, slot: Slot, node: YamlNode, text: BlockText, style: BlockStyle): Splice[] {
  const old = oldText(draft, slot, node)
  const eol = breakNear(draft.text, old.start, draft.lineBreak)
  const { first, rest } = newText(draft, slot, node, old, text, style)
  const body: Splice = { from: old.bodyFrom, to: old.bodyTo, insert: rest.map(line => eol + line).join('') }
  if (first === null) return [{ from: old.head, to: old.firstTo, insert: '' }, body]
  if (old.start === old.firstTo) return [{ from: old.head, to: old.head, insert: ` ${first}` }, body]
  return [{ from: old.start, to: old.firstTo, insert: first }, body]
}

/** The old value in two parts: what stands on its first line, and the lines below, which only a block scalar has. */
type OldText = {
  readonly head: number
  readonly start: number
  readonly firstTo: number
  readonly bodyFrom: number
  readonly bodyTo: number
}

function oldText(draft: Draft, slot: Slot, node: YamlNode): OldText {
  const { text } = draft
  const start = startOfValue(node)
  const head = start < node.from ? bareHead(slot) : headOf(draft, slot)
  if (node.type !== 'scalar' || (node.style !== 'literal' && node.style !== 'folded')) {
    const line = lineEnd(text, node.to)
    return { head, start, firstTo: node.to, bodyFrom: line, bodyTo: line }
  }
  const firstTo = readBlockHeader(text, node.from).to
  const line = lineEnd(text, firstTo)
  return { head, start, firstTo, bodyFrom: line, bodyTo: Math.max(line, node.to) }
}

/** What stands behind the key or dash (null for nothing), and the lines below it. */
function newText(
  draft: Draft,
  slot: Slot,
  node: YamlNode,
  old: OldText,
  value: BlockText,
  style: BlockStyle,
): { first: string | null; rest: string[] } {
  const { text } = draft
  const column = columnOf(text, fromOf(slot))
  const step = slot.type === 'item' ? style.dashStep : style.mapStep
  if (value.shape === 'inline') {
    const isLiteral = value.rest.length > 0 && node.type === 'scalar' && node.indent > column
    const indent = isLiteral ? node.indent - column : step
    const first = isLiteral ? headerFor(value.first, indent, readBlockHeader(text, node.from).explicit) : value.first
    return { first, rest: indented(value.rest, column + indent) }
  }
  const isEmpty = old.start === old.firstTo
  const comment = isEmpty && old.bodyFrom > old.head && text.slice(old.head, old.bodyFrom).trim() !== ''
  if (slot.type === 'item' && !comment) {
    const inside = isEmpty || !onOneLine(text, old.head, old.start) ? column + 2 : columnOf(text, old.start)
    return { first: value.lines[0]!, rest: indented(value.lines.slice(1), inside) }
  }
  if (!onOneLine(text, old.head, old.start)) {
    const under = columnOf(text, old.start)
    return { first: value.lines[0]!, rest: indented(value.lines.slice(1), under) }
  }
  const under = slot.type === 'item' ? step : value.shape === 'map' ? style.mapStep : style.seqStep
  return { first: null, rest: indented(value.lines, column + under) }
}

/** A literal block's header for another indentation: with its digit where the old one had it, or the text needs it. */
function headerFor(header: string, indent: number, explicit: number): string {
  const needsDigit = /\d/.test(header)
  const digit = explicit > 0 ? String(explicit) : needsDigit ? String(indent) : ''
  return '|' + digit + header.replace(/[|\d]/g, '')
}

/** Behind the colon or dash, before any anchor and tag. */
export function bareHead(slot: Slot): number {
  if (slot.type === 'item') return slot.holder.style === 'block' ? slot.item.from + 1 : slot.item.from
  return slot.entry.colon === null ? slot.entry.key.to : slot.entry.colon + 1
}
