/** 1-based, as editors and kubectl count; `column` counts UTF-16 code units. */
export type Position = { readonly line: number; readonly column: number }

/** Offsets of a text to lines and back. A line ends at LF, CRLF or a lone CR, as kubectl's reader takes them. */
export type LineIndex = {
  readonly count: number
  positionAt(offset: number): Position
  /** The offset at which a 1-based line starts; the text's length past the last line. */
  startOfLine(line: number): number
}

/** Builds the index in one pass over the text; look-ups are binary searches. */
export function indexLines(text: string): LineIndex {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return {
    count: starts.length,
    positionAt(offset) {
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (starts[middle]! <= offset) low = middle
        else high = middle - 1
      }
      return { line: low + 1, column: offset - starts[low]! + 1 }
    },
    startOfLine(line) {
      return line > starts.length ? text.length : starts[Math.max(0, line - 1)]!
    },
  }
}
