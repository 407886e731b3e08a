/** Between the parts of a flow collection stand blanks, line breaks, comments and at most one comma. */

/** The comma in [from, to), or null; one inside a comment doesn't count. */
export function commaIn(text: string, from: number, to: number): number | null {
  for (let at = from; at < to; at++) {
    if (text[at] === ',') return at
    if (text[at] === '#') at = endOfComment(text, at, to)
  }
  return null
}

/** Whether [from, to) holds a comment. */
export function hasComment(text: string, from: number, to: number): boolean {
  return text.slice(from, to).includes('#')
}

function endOfComment(text: string, from: number, to: number): number {
  let at = from
  while (at < to && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}
