import { nameKey } from '../workspace/identity'
import type { KubeObject } from '../workspace/kube-object'

/** Objects that share kind, namespace and name with others, by that. */
export type Doubles = ReadonlyMap<string, readonly KubeObject[]>

const NONE: readonly KubeObject[] = []

/** Finds all doubles. Objects without a name are none: the cluster gives each a name of its own. */
export function findDoubles(objects: readonly KubeObject[]): Doubles {
  const first = new Map<string, KubeObject>()
  const doubles = new Map<string, KubeObject[]>()
  for (const object of objects) {
    if (object.name === null) continue
    const key = nameKey(object)
    const other = first.get(key)
    if (!other) first.set(key, object)
    else doubles.set(key, [...(doubles.get(key) ?? [other]), object])
  }
  return doubles
}

/** The objects that share an object's name, itself among them; none where it is the only one. */
export function doublesOf(doubles: Doubles, object: KubeObject): readonly KubeObject[] {
  return doubles.size === 0 ? NONE : (doubles.get(nameKey(object)) ?? NONE)
}

/** Whether the doubles among these objects are those of before: after most edits, at the cost of comparing two lists. */
export function haveSameNames(
  before: { readonly objects: readonly KubeObject[]; readonly doubles: Doubles },
  objects: readonly KubeObject[],
): boolean {
  if (before.objects.length !== objects.length) return false
  return objects.every((object, i) => {
    const other = before.objects[i]!
    if (object === other) return true
    const key = nameKey(object)
    return key === nameKey(other) && !before.doubles.has(key)
  })
}
