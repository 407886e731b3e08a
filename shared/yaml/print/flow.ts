import { isList, isMap, type PlainValue } from '../plain'
import { printScalar, type Quotes } from './scalar'

/** How a flow collection is written, as read from the one that it stands in or beside. */
export type FlowStyle = {
  /** Behind a comma: a space, or nothing in `{"a":1,"b":2}`. */
  readonly afterComma: string
  /** Behind a colon. Nothing only where keys are quoted: a bare `a:1` would be one word. */
  readonly afterColon: string
  /** Inside the brackets of a collection that isn't empty: `{ a: 1 }` has a space. */
  readonly padding: string
  readonly keyQuotes: Quotes
  readonly quotes: Quotes
  readonly needed: 'single' | 'double'
  /** One entry a line, each deeper one by this many more columns; null for all on one line. */
  readonly step: number | null
}

export const USUAL_FLOW: FlowStyle = {
  afterComma: ' ',
  afterColon: ' ',
  padding: '',
  keyQuotes: 'none',
  quotes: 'none',
  needed: 'double',
  step: null,
}

/**
 * A value as it stands inside a flow collection. Line breaks are LF and lines are indented from `column`, the column of
 * the line that the value's bracket stands on.
 */
export function printFlow(value: PlainValue, style: FlowStyle, column = 0): string {
  if (isList(value)) {
    return bracketed(
      '[]',
      value.map(item => printFlow(item, style, column + (style.step ?? 0))),
      style,
      column,
    )
  }
  if (isMap(value)) {
    const entries = Object.keys(value).map(key =>
      flowEntry(key, printFlow(value[key]!, style, column + (style.step ?? 0)), style),
    )
    return bracketed('{}', entries, style, column)
  }
  return printScalar(value, { flow: true, quotes: style.quotes, needed: style.needed })
}

/** `key: value` inside braces; the value is written text already. */
export function flowEntry(key: string, value: string, style: FlowStyle): string {
  return `${printScalar(key, { flow: true, quotes: style.keyQuotes, needed: style.needed })}:${style.afterColon}${value}`
}

function bracketed(brackets: '[]' | '{}', parts: readonly string[], style: FlowStyle, column: number): string {
  if (parts.length === 0) return brackets
  const [open, close] = [brackets[0]!, brackets[1]!]
  if (style.step === null) return open + style.padding + parts.join(',' + style.afterComma) + style.padding + close
  const inner = '\n' + ' '.repeat(column + style.step)
  return open + inner + parts.join(',' + inner) + '\n' + ' '.repeat(column) + close
}
