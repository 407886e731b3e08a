import type { DocumentPiece, DocumentReading } from '../../tree'
import { PERCENT } from './characters'
import { readBlockNode } from './block'
import { NotRead, refuse, Scanner, unreadable } from './scanner'

/**
 * Reads a piece by recursive descent, one pass over its text: all that manifests are written in.
 *
 * What it doesn't know (keys behind `?`, directives, collections as keys, most errors) it leaves to the `yaml` package by
 * giving up. Where it reads a document, its tree is the one that `yaml` gives, save where kubectl reads otherwise.
 */
export function readFast(text: string, piece: DocumentPiece): DocumentReading | NotRead {
  const scanner = new Scanner(text, piece.from, piece.to)
  try {
    const root = readRoot(scanner)
    return { piece, root, comments: scanner.comments, problems: [], readBy: 'fast' }
  } catch (error) {
    if (error instanceof NotRead) return error
    throw error
  }
}

function readRoot(s: Scanner): DocumentReading['root'] {
  const column = s.skipToToken(true)
  if (column < 0) return null
  if (s.isMarkerAt(s.at)) refuse('The document ends at ... before anything stands in it', s.at)
  if (column === 0 && s.code(s.at) === PERCENT)
    refuse('kubectl cuts a file at its --- first, so it takes no directive before one', s.at)
  const root = readBlockNode(s, -1, null)
  const rest = s.skipToToken()
  // Behind `...` nothing is read.
  if (rest >= 0 && !s.isMarkerAt(s.at)) unreadable('Something stands behind the document', s.at)
  return root
}
