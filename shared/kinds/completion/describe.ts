import { nodeAt, pathAt } from '../../yaml/find-node'
import { cutDocuments } from '../../yaml/read/cut'
import { readPiece } from '../../yaml/read/read-piece'
import { plainOf } from '../../yaml/meaning'
import { textAt } from '../../yaml/plain'

/** The field whose key or value stands at an offset. */
export type FieldPlace = {
  readonly apiVersion: string
  readonly kind: string
  readonly path: readonly string[]
  /** The key and, where it is a scalar, the value. */
  readonly from: number
  readonly to: number
}

/** The field at an offset of a file, or null where there is none: between fields, in a comment, in a document that can't be read. */
export function fieldAt(text: string, offset: number): FieldPlace | null {
  const piece = cutDocuments(text).findLast(({ from }) => from <= offset)
  const root = piece && readPiece(text, piece).root
  if (!root) return null
  const path = pathAt(text, root, offset)
  const found = nodeAt(text, root, path)
  const key = found?.entry?.key
  if (!found || !key || offset < key.from) return null
  const to = found.node.type === 'scalar' ? Math.max(found.node.to, key.to) : key.to
  if (offset > to) return null
  const plain = plainOf(text, root)
  if (!plain.ok) return null
  const inItem = textAt(plain.value, 'kind')?.endsWith('List') === true && path[0] === 'items' && path.length > 1
  const head = inItem ? path.slice(0, 2) : []
  const apiVersion = textAt(plain.value, ...head, 'apiVersion')
  const kind = textAt(plain.value, ...head, 'kind')
  if (apiVersion === null || kind === null) return null
  return { apiVersion, kind, path: path.slice(head.length), from: key.from, to }
}
