import type { PatchOperation } from '../../yaml/edit/edit-plan'
import type { PlainMap, PlainValue } from '../../yaml/plain'
import { formatPointer } from '../../yaml/pointer'
import type { KubeObject, ObjectId } from '../relation'
import type { ObjectEdit } from '../wires/wire-form'

/** Collects what changes in which object. A place that is found twice changes once. */
export class Patches {
  private readonly byObject = new Map<ObjectId, Map<string, PatchOperation>>()

  /** Gives a value that is there another one. */
  replace({ id }: KubeObject, path: readonly string[], value: PlainValue): void {
    const pointer = formatPointer(path)
    this.patchOf(id).set(pointer, { op: 'replace', path: pointer, value })
  }

  /** Puts an entry where none is. */
  add({ id }: KubeObject, path: readonly string[], value: PlainValue): void {
    const pointer = formatPointer(path)
    this.patchOf(id).set(pointer, { op: 'add', path: pointer, value })
  }

  /** Puts an item behind the last one of a list. */
  append({ id }: KubeObject, list: readonly string[], item: PlainMap): void {
    const path = formatPointer([...list, '-'])
    this.patchOf(id).set(`${path} ${JSON.stringify(item)}`, { op: 'add', path, value: item })
  }

  /** Gives an entry another key. */
  renameKey({ id }: KubeObject, path: readonly string[], key: string): void {
    const pointer = formatPointer(path)
    this.patchOf(id).set(`${pointer} key`, { op: 'rename', path: pointer, key })
  }

  edits(): readonly ObjectEdit[] {
    return [...this.byObject].map(([object, patch]) => ({ object, patch: [...patch.values()] }))
  }

  private patchOf(id: ObjectId): Map<string, PatchOperation> {
    let patch = this.byObject.get(id)
    if (patch === undefined) this.byObject.set(id, (patch = new Map()))
    return patch
  }
}
