import type { DocumentReading } from '../tree'
import { cutDocuments } from './cut'
import { readPiece } from './read-piece'

/** Reads every document of a file, in order. One that can't be read doesn't hide the others. Never throws. */
export function readFile(text: string): DocumentReading[] {
  return cutDocuments(text).map(piece => readPiece(text, piece))
}
