import { nodeAt, type FoundNode } from '../yaml/find-node'
import { parsePointer } from '../yaml/pointer'
import { readPiece } from '../yaml/read/read-piece'
import type { DocumentPiece, YamlNode } from '../yaml/tree'

export type Range = { readonly from: number; readonly to: number }

/** The place of a pointer inside an object (or the item of a list); of its value, or of the key in front of that. */
export type Locate = (item: number | null, pointer: string, marks?: 'key') => Range

/**
 * Finds where pointers stand in one document. The document is read once, when the first place is asked for. Offsets are
 * those of the text that is given.
 */
export function locatorOf(text: string, piece: DocumentPiece): Locate {
  let root: YamlNode | null | undefined
  return (item, pointer, marks) => {
    root ??= readPiece(text, piece).root
    if (!root) return { from: piece.from, to: piece.from }
    const start = item === null ? [] : ['items', String(item)]
    return rangeOf(text, root, [...start, ...parsePointer(pointer)], marks)
  }
}

/** The place of a path, or of as much of it as is written there (the rest comes from an alias or a merge key). */
function rangeOf(text: string, root: YamlNode, path: readonly string[], marks?: 'key'): Range {
  for (let length = path.length; length >= 0; length--) {
    const found = nodeAt(text, root, path.slice(0, length))
    if (found?.entry && marks === 'key') return { from: found.entry.key.from, to: found.entry.key.to }
    if (found) return markedRange(text, found)
  }
  return { from: root.from, to: root.to }
}

/** What to mark for a node: a scalar itself; the key of a collection, which may be many lines; else its first line. */
function markedRange(text: string, { node, entry }: FoundNode): Range {
  if (node.type === 'scalar' && node.to > node.from) return { from: node.from, to: node.to }
  if (node.type === 'alias') return { from: node.from, to: node.to }
  if (entry) return { from: entry.key.from, to: entry.key.to }
  const lineEnd = text.slice(node.from, node.to).search(/[\r\n]/)
  return { from: node.from, to: lineEnd < 0 ? node.to : node.from + lineEnd }
}
