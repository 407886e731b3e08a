import { caretAt, type Caret } from '../../yaml/completion/caret'
import { cutDocuments } from '../../yaml/read/cut'
import type { ListStyle } from './field-offers'

/** Where a caret stands in a file of manifests: in which document, of which kind, and where in that. */
export type Place = {
  readonly caret: Caret
  /** As written so far; '' where it isn't. */
  readonly apiVersion: string
  readonly kind: string
  readonly listStyle: ListStyle
  /** The document's piece of the text. */
  readonly from: number
  readonly to: number
}

/** The place of an offset of a file, or null where nothing can be completed. Reads lines, so that a text that can't be read has one. */
export function placeAt(text: string, offset: number): Place | null {
  const piece = cutDocuments(text).findLast(({ from }) => from <= offset) ?? { from: 0, to: text.length }
  const caret = caretAt(text, piece.from, offset)
  if (!caret) return null
  const document = text.slice(piece.from, piece.to)
  const head = (key: string): string => new RegExp(`^${key}:[ \\t]*["']?([^\\s"'#]+)`, 'm').exec(document)?.[1] ?? ''
  // A list's items are objects of their own kinds, which the first lines don't tell.
  if (head('kind').endsWith('List') && caret.path[0] === 'items') return null
  const listStyle = /^( *)[^\s#-][^\n]*:[ \t]*\r?\n\1- /m.test(document) ? 'unindented' : 'indented'
  return { caret, apiVersion: head('apiVersion'), kind: head('kind'), listStyle, from: piece.from, to: piece.to }
}
