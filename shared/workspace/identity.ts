import type { FilePath, KubeObject, ObjectId } from './kube-object'

/** Ids given out so far, and those of objects that are gone but may come back (undo, cut and paste, a moved document). */
export type Identities = {
  readonly next: number
  readonly vanished: ReadonlyMap<string, readonly Vanished[]>
}
export type Vanished = { readonly id: ObjectId; readonly file: FilePath }

export const NO_IDENTITIES: Identities = { next: 1, vanished: new Map() }

/** What an object is called in the cluster: kind, group, namespace and name. */
export type ObjectName = {
  readonly group: string
  readonly kind: string
  readonly namespace: string | null
  readonly name: string | null
}

/** Equal for objects that a cluster would take for one (versions of the API don't count). */
export function nameKey(object: ObjectName): string {
  return `${object.namespace ?? ''}/${object.kind}.${object.group}/${object.name ?? ''}`
}

/**
 * Which object of before each new one is: by name, then the same kind in order, then, where as many are left on both
 * sides, in order. Null for one that was not there. Each object of before is given once.
 */
export function matchObjects<T extends ObjectName>(
  before: readonly KubeObject[],
  after: readonly T[],
): readonly (KubeObject | null)[] {
  const matched: (KubeObject | null)[] = after.map(() => null)
  const left = new Set(before)
  const pair = (keyOf: (object: ObjectName) => string): void => {
    const waiting = new Map<string, KubeObject[]>()
    for (const object of left) {
      const key = keyOf(object)
      const others = waiting.get(key)
      if (others) others.push(object)
      else waiting.set(key, [object])
    }
    after.forEach((object, i) => {
      const found = matched[i] === null ? waiting.get(keyOf(object))?.shift() : undefined
      if (!found) return
      matched[i] = found
      left.delete(found)
    })
  }
  pair(nameKey)
  if (left.size > 0) pair(object => `${object.kind}.${object.group}`)
  if (left.size > 0 && left.size === matched.filter(object => object === null).length) pair(() => '')
  return matched
}

/** Gives ids within one change, so that an object which one file loses and another gains stays the same object. */
export class IdentityLedger {
  private next: number
  private readonly vanished: Map<string, readonly Vanished[]>

  constructor(identities: Identities) {
    this.next = identities.next
    this.vanished = new Map(identities.vanished)
  }

  /** Remembers an object that is gone. Call it for all that a change takes away before asking for new ids. */
  retire(object: KubeObject): void {
    const key = nameKey(object)
    this.vanished.set(key, [...(this.vanished.get(key) ?? []), { id: object.id, file: object.file }])
  }

  /** The id that an object of this name had, preferably in this file; else one that was never used. */
  idFor(object: ObjectName, file: FilePath): ObjectId {
    const key = nameKey(object)
    const candidates = this.vanished.get(key)
    const found = candidates?.find(candidate => candidate.file === file) ?? candidates?.[0]
    if (!candidates || !found) return `o${this.next++}`
    const others = candidates.filter(candidate => candidate !== found)
    if (others.length > 0) this.vanished.set(key, others)
    else this.vanished.delete(key)
    return found.id
  }

  close(): Identities {
    return { next: this.next, vanished: this.vanished }
  }
}
