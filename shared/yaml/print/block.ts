import { isList, isMap, type PlainValue } from '../plain'
import { literalBlock } from './literal'
import { printScalar, type Quotes } from './scalar'

/** How block collections are laid out, as read from the neighbours. */
export type BlockStyle = {
  /** Columns that a map stands behind its key. */
  readonly mapStep: number
  /** Columns that the dashes of a sequence stand behind their key: 0 in an unindented sequence. */
  readonly seqStep: number
  /** Columns from a dash to what follows it. */
  readonly dashStep: number
  /** The quotes that strings here wear unasked, and those for strings that need some. */
  readonly quotes: Quotes
  readonly needed: 'single' | 'double'
  /** Whether a text of several lines may become a literal block. */
  readonly literals: boolean
}

/** What `kubectl get -o yaml` prints. */
export const USUAL_STYLE: BlockStyle = {
  mapStep: 2,
  seqStep: 0,
  dashStep: 2,
  quotes: 'none',
  needed: 'double',
  literals: true,
}

/**
 * The text of a value before it has a place: lines without a base indentation.
 *
 * `inline` stands behind its key or dash, `rest` in the lines below it, indented from the holder's column by a step.
 */
export type BlockText =
  | { readonly shape: 'inline'; readonly first: string; readonly rest: readonly string[] }
  | { readonly shape: 'map' | 'seq'; readonly lines: readonly string[] }

/**
 * A value as block text. Empty collections are `{}` and `[]`; text of several lines a literal block where that is exact.
 * `step` is by how much lines below it will be indented; `style.quotes` is for the value itself, not for what is in it.
 */
export function blockText(value: PlainValue, style: BlockStyle, step = style.mapStep): BlockText {
  const inner: BlockStyle = { ...style, quotes: 'none' }
  if (isMap(value)) {
    const lines = Object.keys(value).flatMap(key =>
      entryLines(keyLine(key, style), blockText(value[key]!, inner), inner),
    )
    return lines.length > 0 ? { shape: 'map', lines } : { shape: 'inline', first: '{}', rest: [] }
  }
  if (isList(value)) {
    const lines = value.flatMap(item => itemLines(blockText(item, inner, style.dashStep), inner))
    return lines.length > 0 ? { shape: 'seq', lines } : { shape: 'inline', first: '[]', rest: [] }
  }
  const literal = style.literals && typeof value === 'string' ? literalBlock(value, step) : null
  if (literal !== null) return { shape: 'inline', first: literal.header, rest: literal.lines }
  return { shape: 'inline', first: printScalar(value, { flow: false, ...style }), rest: [] }
}

/** A key as it stands before its colon. */
export function keyLine(key: string, style: BlockStyle): string {
  return printScalar(key, { flow: false, quotes: 'none', needed: style.needed })
}

/** The lines of `key: value`, from the key's column. `key` is written text already. */
export function entryLines(key: string, value: BlockText, style: BlockStyle): string[] {
  if (value.shape === 'inline') return [`${key}: ${value.first}`, ...indented(value.rest, style.mapStep)]
  return [`${key}:`, ...indented(value.lines, value.shape === 'map' ? style.mapStep : style.seqStep)]
}

/** The lines of `- value`, from the dash's column. */
export function itemLines(value: BlockText, style: BlockStyle): string[] {
  const dash = '-'.padEnd(style.dashStep)
  if (value.shape === 'inline') return [dash + value.first, ...indented(value.rest, style.dashStep)]
  return [dash + value.lines[0]!, ...indented(value.lines.slice(1), style.dashStep)]
}

/** Lines moved to the right; a blank line stays empty. */
export function indented(lines: readonly string[], columns: number): string[] {
  const spaces = ' '.repeat(columns)
  return lines.map(line => (line === '' ? '' : spaces + line))
}
