import { isList, isMap, type PlainValue } from './plain'
import { blockText, USUAL_STYLE, type BlockStyle } from './print/block'
import { isPrintable } from './print/scalar'

/**
 * A whole document for a value, in block style, with a line break at its end. kubectl reads the same value back.
 *
 * For texts that have no neighbours to look like: new files, samples, the clipboard.
 */
export function printDocument(value: PlainValue, style: BlockStyle = USUAL_STYLE): string {
  const text = blockText(value, style)
  if (text.shape !== 'inline') return text.lines.join('\n') + '\n'
  return [text.first, ...text.rest.map(line => (line === '' ? '' : ' '.repeat(style.mapStep) + line))].join('\n') + '\n'
}

/** The first string or key in a value that no YAML can hold (half a surrogate pair), or null. */
export function unprintableIn(value: PlainValue): string | null {
  if (typeof value === 'string') return isPrintable(value) ? null : value
  if (isList(value)) return firstOf(value)
  if (isMap(value)) return Object.keys(value).find(key => !isPrintable(key)) ?? firstOf(Object.values(value))
  return null
}

function firstOf(values: readonly PlainValue[]): string | null {
  for (const value of values) {
    const found = unprintableIn(value)
    if (found !== null) return found
  }
  return null
}
