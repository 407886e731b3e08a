import { locatorOf } from '../../shared/checks/locate'
import type { Range } from '../../shared/checks/locate'
import { indexLines } from '../../shared/text/lines'
import type { LineIndex, Position } from '../../shared/text/lines'
import type { ObjectId } from '../../shared/workspace/kube-object'
import type { Workspace } from '../../shared/workspace/workspace'

/** Turns offsets and pointers into lines. Each file is indexed once, and the last document read is kept. */
export type Places = {
  position(file: string, offset: number): Position
  /** Where a pointer inside an object stands, or the nearest thing around it that is written. */
  pointer(object: ObjectId, pointer: string): Position & { readonly file: string }
}

export function placesIn(workspace: Workspace): Places {
  const lines = new Map<string, LineIndex>()
  const linesOf = (file: string): LineIndex => {
    const known = lines.get(file)
    if (known) return known
    const made = indexLines(workspace.files.get(file)?.text ?? '')
    lines.set(file, made)
    return made
  }
  let last: { readonly key: string; readonly locate: (item: number | null, pointer: string) => Range } | null = null
  const locatorIn = (file: string, document: number): ((item: number | null, pointer: string) => Range) => {
    const key = `${document} ${file}`
    if (last?.key !== key) {
      const { text, pieces } = workspace.files.get(file)!
      last = { key, locate: locatorOf(text, pieces[document]!) }
    }
    return last.locate
  }
  return {
    position: (file, offset) => linesOf(file).positionAt(offset),
    pointer(object, pointer) {
      const place = workspace.placeOf(object)
      if (!place) throw new Error(`No object ${object} in this workspace`)
      const offset = pointer === '' ? place.from : locatorIn(place.file, place.document)(place.item, pointer).from
      return { file: place.file, ...linesOf(place.file).positionAt(offset) }
    },
  }
}
