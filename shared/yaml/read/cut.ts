import type { DocumentPiece } from '../tree'

const BOM = 0xfeff

/**
 * Cuts a file as kubectl does, before any YAML is read: at lines that start with `---`.
 *
 * What stands on such a line belongs to no piece. kubectl takes a separator that follows nothing for the start of a
 * piece, and one that follows such a start for its end: three in a row have an empty piece between them, two have none.
 * Where kubectl refuses a separator the piece behind it stays, empty or not, so that its reading can say so.
 */
export function cutDocuments(text: string): DocumentPiece[] {
  const pieces: DocumentPiece[] = []
  let from = text.charCodeAt(0) === BOM ? 1 : 0
  let started = false
  let separator = text.startsWith('---', from) ? from : nextSeparator(text, from)
  for (;;) {
    const to = separator < 0 ? text.length : separator
    const isPiece: boolean = to > from || started
    if (isPiece) pieces.push({ index: pieces.length, from, to })
    if (separator < 0) return pieces
    const lineEnd = text.indexOf('\n', separator)
    from = lineEnd < 0 ? text.length : lineEnd + 1
    started = !isPiece || separatorTail(text, from) !== null
    separator = text.startsWith('---', from) ? from : nextSeparator(text, from)
  }
}

/**
 * What stands behind the `---` of the line before a piece, where kubectl refuses it: it takes blanks and a comment only.
 * Null where all is well.
 */
export function separatorTail(text: string, pieceFrom: number): { readonly from: number; readonly to: number } | null {
  const end = text.charCodeAt(pieceFrom - 1) === LF ? pieceFrom - 1 : pieceFrom
  const lineStart = Math.max(text.lastIndexOf('\n', end - 1) + 1, text.charCodeAt(0) === BOM ? 1 : 0)
  if (end <= lineStart || !text.startsWith('---', lineStart)) return null
  const tail = text.slice(lineStart + 3, end)
  const content = tail.trim()
  if (content === '' || content.startsWith('#')) return null
  const from = lineStart + 3 + tail.indexOf(content)
  return { from, to: from + content.length }
}

function nextSeparator(text: string, from: number): number {
  const found = text.indexOf('\n---', from)
  return found < 0 ? -1 : found + 1
}

const LF = 10
