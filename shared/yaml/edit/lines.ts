/** Offsets of lines in a text. A line ends at LF, CRLF or a lone CR. */

/** Where the line starts that holds an offset. */
export function lineStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && !isBreak(text, at - 1)) at--
  return at
}

/** Where the line ends that holds an offset: before its break, or at the end of the text. */
export function lineEnd(text: string, offset: number): number {
  let at = offset
  while (at < text.length && !isBreak(text, at)) at++
  return at
}

/** Behind the break of the line that holds an offset; the text's length on the last line. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset)
  return end + breakAt(text, end).length
}

/** The end of the line before the one that starts at an offset, or null on the text's first line. */
export function endOfLineBefore(text: string, start: number): number | null {
  if (start === 0) return null
  const lf = text[start - 1] === '\n'
  return lf && text[start - 2] === '\r' ? start - 2 : start - 1
}

/** The line break at an offset: LF, CRLF, a lone CR, or nothing. */
export function breakAt(text: string, offset: number): string {
  if (text[offset] === '\n') return '\n'
  if (text[offset] !== '\r') return ''
  return text[offset + 1] === '\n' ? '\r\n' : '\r'
}

/** The break that a line added beside an offset should have: its own line's, else the one before, else `otherwise`. */
export function breakNear(text: string, offset: number, otherwise: string): string {
  const own = breakAt(text, lineEnd(text, offset))
  if (own !== '') return own
  const before = endOfLineBefore(text, lineStart(text, offset))
  return before === null ? otherwise : breakAt(text, before)
}

/** Columns are UTF-16 code units from the start of the line, as YAML indentation counts them. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset)
}

/** Whether only blanks stand before an offset on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  let at = offset
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at--
  return at === 0 || isBreak(text, at - 1)
}

/** Whether the line from `start` holds nothing but blanks. */
export function isBlankLine(text: string, start: number): boolean {
  const at = skipBlanks(text, start)
  return at === text.length || isBreak(text, at)
}

/** The column of the comment that a line consists of; null for any other line. */
export function commentColumn(text: string, start: number): number | null {
  const at = skipBlanks(text, start)
  return text[at] === '#' ? at - start : null
}

export function skipBlanks(text: string, offset: number): number {
  let at = offset
  while (text[at] === ' ' || text[at] === '\t') at++
  return at
}

/** Whether two offsets, the first not behind the second, stand on one line. */
export function onOneLine(text: string, from: number, to: number): boolean {
  return lineEnd(text, from) >= to
}

function isBreak(text: string, offset: number): boolean {
  const c = text.charCodeAt(offset)
  return c === 10 || c === 13
}
