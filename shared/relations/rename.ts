import type { PlainValue } from '../yaml/plain'
import { formatPointer } from '../yaml/pointer'
import type { Graph } from './graph'
import { kindKey } from './kind-key'
import { nameKeyOf, nameKeysOf } from './presence'
import type { Target } from './reference'
import type { KubeObject, ObjectId } from './relation'
import { referencesOf } from './references-of'
import type { RuleBook } from './rules'

/** A value that names an object, and what it becomes when the object gets another name. */
export type NamingPlace = {
  readonly object: ObjectId
  readonly path: string
  readonly renamed: (name: string) => PlainValue
}

/** Every value in the design that names an object: what must change with its name. Selectors name no one. */
export function referencesTo(graph: Graph, id: ObjectId): readonly NamingPlace[] {
  const target = graph.object(id)
  if (target === null) return []
  const referring = new Set(graph.relationsOf(id).flatMap(({ from, to }) => (to === id ? [from] : [])))
  return [...referring].flatMap(from => {
    const object = graph.object(from)
    return object === null ? [] : placesIn(graph.rules, object, target)
  })
}

function placesIn(rules: RuleBook, object: KubeObject, target: KubeObject): readonly NamingPlace[] {
  const places = new Map<string, NamingPlace>()
  for (const { reference } of referencesOf(rules, object)) {
    const path = formatPointer(reference.path)
    const renamed = renaming(reference.target, target)
    if (renamed !== null) places.set(path, { object: object.id, path, renamed })
  }
  return [...places.values()]
}

/** How a reference to `object` is written with another name, or null where it doesn't mean it by its name. */
function renaming(meant: Target, object: KubeObject): NamingPlace['renamed'] | null {
  const { group, kind, namespace, name } = object
  if (name === null) return null
  const key = nameKeyOf({ kind: kindKey(group, kind), namespace, name })
  if (meant.by === 'name') return nameKeysOf(meant).includes(key) ? meant.renamed : null
  if (meant.by === 'beside-pods') return meant.kind === kindKey(group, kind) && meant.name === name ? to => to : null
  return meant.by === 'lookup' && meant.keys.includes(key) ? meant.renamed : null
}
