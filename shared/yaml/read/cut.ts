import type { DocumentPiece } from '../tree'

const BOM = 0xfeff

/**
 * Cuts a file as kubectl does, before any YAML is read: at lines that start with `---`.
 *
 * What stands on such a line belongs to no piece. A piece that holds nothing at all, not even a blank line (between two
 * separators, before a leading one), is no piece for kubectl and isn't counted; one that holds only comments is.
 */
export function cutDocuments(text: string): DocumentPiece[] {
  const pieces: DocumentPiece[] = []
  let from = text.charCodeAt(0) === BOM ? 1 : 0
  const push = (to: number): void => {
    if (to > from) pieces.push({ index: pieces.length, from, to })
  }

  let separator = text.startsWith('---', from) ? from : nextSeparator(text, from)
  while (separator >= 0) {
    push(separator)
    const lineEnd = text.indexOf('\n', separator)
    from = lineEnd < 0 ? text.length : lineEnd + 1
    separator = text.startsWith('---', from) ? from : nextSeparator(text, from)
  }
  push(text.length)
  return pieces
}

/** What follows the `---` of each separator line: kubectl allows a comment there and nothing else. */
export function separatorTails(text: string): { readonly from: number; readonly to: number }[] {
  const tails: { from: number; to: number }[] = []
  const start = text.charCodeAt(0) === BOM ? 1 : 0
  let separator = text.startsWith('---', start) ? start : nextSeparator(text, start)
  while (separator >= 0) {
    const lineEnd = text.indexOf('\n', separator)
    const to = lineEnd < 0 ? text.length : lineEnd
    const tail = text.slice(separator + 3, to)
    const trimmed = tail.trim()
    if (trimmed !== '' && !trimmed.startsWith('#')) {
      const from = separator + 3 + tail.indexOf(trimmed)
      tails.push({ from, to: from + trimmed.length })
    }
    separator = nextSeparator(text, to)
  }
  return tails
}

function nextSeparator(text: string, from: number): number {
  const found = text.indexOf('\n---', from)
  return found < 0 ? -1 : found + 1
}
