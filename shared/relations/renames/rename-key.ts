import { listAt, textAt, valueAt } from '../../yaml/plain'
import { parsePointer } from '../../yaml/pointer'
import type { Refusal } from '../../workspace/change'
import { DATA_FIELDS, keysOfData } from '../data-keys'
import type { Graph } from '../graph'
import type { KubeObject } from '../relation'
import { sourceOf } from '../source'
import { mountsOf } from '../ties/by-volume'
import { titleOf } from '../title'
import type { ObjectEdit } from '../wires/wire-form'
import { isGone, isTaken, whyNotAllowed } from './allowed-names'
import { Patches } from './patches'

/**
 * Gives a key of a ConfigMap or Secret another name, wherever it is used: in variables, in the items of volumes, as the
 * path of a mount. Where all keys become variables or files of their own name, those are called otherwise too.
 */
export function renameKey(graph: Graph, object: KubeObject, key: string, to: string): readonly ObjectEdit[] | Refusal {
  const why = whyNotAllowed('key', to)
  if (why) return why
  const keys = keysOfData(object)
  if (!keys.includes(key)) return isGone(`${titleOf(object)} has no key ${key}`)
  if (keys.includes(to)) return isTaken(`${titleOf(object)} has a key ${to} already.`)

  const patches = new Patches()
  for (const field of DATA_FIELDS)
    if (valueAt(object.data, [field, key]) !== undefined) patches.renameKey(object, [field, key], to)
  for (const relation of graph.relationsOf(object.id)) {
    const from = relation.to === object.id ? graph.object(relation.from) : null
    if (from === null) continue
    for (const { path } of relation.because)
      for (const place of usesBeside(from, parsePointer(path).slice(0, -1), key)) patches.replace(from, place, to)
  }
  return patches.edits()
}

/** Where the key is said beside a reference to what holds it. */
function usesBeside(from: KubeObject, holder: readonly string[], key: string): readonly (readonly string[])[] {
  const own = [...holder, 'key']
  const items = listAt(from.data, ...holder, 'items')
  const inItems = items.flatMap((item, index) =>
    textAt(item, 'key') === key ? [[...holder, 'items', String(index), 'key']] : [],
  )
  return [
    ...(textAt(from.data, ...own) === key ? [own] : []),
    ...inItems,
    // With `items` the files have paths of their own.
    ...(items.length === 0 ? mountedAt(from, holder, key) : []),
  ]
}

/** The mounts of a volume that take the key's file alone. */
function mountedAt(from: KubeObject, holder: readonly string[], key: string): readonly (readonly string[])[] {
  const at = holder.indexOf('volumes')
  const volume = at === -1 ? null : textAt(from.data, ...holder.slice(0, at + 2), 'name')
  if (volume === null) return []
  return mountsOf(sourceOf(from), volume)
    .map(({ path }) => [...path, 'subPath'])
    .filter(path => textAt(from.data, ...path) === key)
}
