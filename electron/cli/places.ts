import { indexLines } from '../../shared/text/lines'
import type { LineIndex, Position } from '../../shared/text/lines'
import type { ObjectId } from '../../shared/workspace/kube-object'
import type { Workspace } from '../../shared/workspace/workspace'
import { nodeAt } from '../../shared/yaml/find-node'
import { parsePointer } from '../../shared/yaml/pointer'
import { readPiece } from '../../shared/yaml/read/read-piece'
import type { YamlNode } from '../../shared/yaml/tree'

/** Turns offsets and pointers into lines. Each file is indexed once, and the last document read is kept. */
export type Places = {
  position(file: string, offset: number): Position
  /** Where a pointer inside an object stands: its key or item, or the nearest thing around it that is written. */
  pointer(object: ObjectId, pointer: string): Position & { readonly file: string }
}

export function placesIn(workspace: Workspace): Places {
  const lines = new Map<string, LineIndex>()
  let last: { readonly key: string; readonly root: YamlNode | null } | null = null

  const linesOf = (file: string): LineIndex => {
    const known = lines.get(file)
    if (known) return known
    const made = indexLines(workspace.files.get(file)?.text ?? '')
    lines.set(file, made)
    return made
  }
  const rootOf = (file: string, document: number): YamlNode | null => {
    const key = `${document} ${file}`
    if (last?.key !== key) {
      const { text, pieces } = workspace.files.get(file)!
      last = { key, root: readPiece(text, pieces[document]!).root }
    }
    return last.root
  }
  return {
    position: (file, offset) => linesOf(file).positionAt(offset),
    pointer(object, pointer) {
      const place = workspace.placeOf(object)
      if (!place) throw new Error(`No object ${object} in this workspace`)
      const path = [...(place.item === null ? [] : ['items', String(place.item)]), ...parsePointer(pointer)]
      const root = rootOf(place.file, place.document)
      const offset = (root && offsetOf(workspace.files.get(place.file)!.text, root, path)) ?? place.from
      return { file: place.file, ...linesOf(place.file).positionAt(offset) }
    },
  }
}

function offsetOf(text: string, root: YamlNode, path: readonly string[]): number | null {
  for (let length = path.length; length > 0; length--) {
    const found = nodeAt(text, root, path.slice(0, length))
    if (found) return found.entry?.from ?? found.item?.from ?? found.node.from
  }
  return null
}
