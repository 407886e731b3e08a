import type { DocumentPiece, DocumentReading } from '../tree'
import { readByYaml } from './by-yaml'

/** Reads one piece of a file into a tree, or into problems that say why it can't be read. Never throws. */
export function readPiece(text: string, piece: DocumentPiece): DocumentReading {
  return readByYaml(text, piece)
}
