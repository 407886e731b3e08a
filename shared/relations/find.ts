import type { Graph } from './graph'
import { GraphIndex, type Entry } from './graph-index'
import type { KubeObject, ObjectId, Relation } from './relation'
import { relationsOfEntry } from './relations-of-entry'

export type { Graph }

/** The index of the newest graph of each line. One that was handed on is gone from here. */
const indexes = new WeakMap<Graph, GraphIndex>()

/**
 * Finds every relation between objects.
 *
 * Given the graph from before, only what the changed objects touch is looked at again; every relation that is as it was
 * stays the same JavaScript object, and so does the whole graph where nothing changed. An object counts as unchanged
 * while it is the same JavaScript object.
 */
export function findGraph(objects: readonly KubeObject[], before?: Graph): Graph {
  if (before !== undefined && sameItems(before.objects, objects)) return before
  const index = before === undefined ? undefined : indexes.get(before)
  if (before === undefined || index === undefined) return firstGraph(objects)
  indexes.delete(before)
  return nextGraph(objects, before, index)
}

function firstGraph(objects: readonly KubeObject[]): Graph {
  const index = new GraphIndex()
  const entries = objects.map(object => index.add(object))
  for (const entry of entries) entry.relations = relationsOfEntry(index, entry, [])

  const around = new Map<ObjectId, Relation[]>()
  for (const entry of entries) around.set(entry.object.id, [...entry.relations])
  for (const entry of entries)
    for (const relation of entry.relations)
      if (relation.to !== null && relation.to !== relation.from) around.get(relation.to)!.push(relation)
  return graphOf(index, objects, entries, around)
}

function nextGraph(objects: readonly KubeObject[], before: Graph, index: GraphIndex): Graph {
  const known = new Map<ObjectId, readonly Relation[]>()
  const touched = new Set<Entry>()
  const touch = (entry: Entry) => {
    for (const watcher of index.watching(entry)) touched.add(watcher)
  }
  const leave = (entry: Entry) => {
    known.set(entry.object.id, entry.relations)
    index.remove(entry)
    touch(entry)
  }

  const ids = new Set(objects.map(object => object.id))
  for (const object of before.objects) if (!ids.has(object.id)) leave(index.entries.get(object.id)!)
  const entries = objects.map(object => {
    const old = index.entries.get(object.id)
    if (old?.object === object) return old
    if (old !== undefined) leave(old)
    const entry = index.add(object)
    touched.add(entry)
    touch(entry)
    return entry
  })

  const ends = new Set<ObjectId>(known.keys())
  const markEnds = (relations: readonly Relation[]) => {
    for (const { from, to } of relations) ends.add(from).add(to ?? from)
  }
  for (const relations of known.values()) markEnds(relations)
  for (const entry of touched) {
    if (index.entries.get(entry.object.id) !== entry) continue
    ends.add(entry.object.id)
    const old = known.get(entry.object.id) ?? entry.relations
    markEnds(old)
    entry.relations = relationsOfEntry(index, entry, old)
    markEnds(entry.relations)
  }
  return graphOf(index, objects, entries, aroundAfter(before, index, entries, ends))
}

/** The relations around each object, where only those around `ends` may have changed. */
function aroundAfter(
  before: Graph,
  index: GraphIndex,
  entries: readonly Entry[],
  ends: ReadonlySet<ObjectId>,
): Map<ObjectId, readonly Relation[]> {
  const around = new Map<ObjectId, readonly Relation[]>()
  for (const { object } of entries) if (!ends.has(object.id)) around.set(object.id, before.relationsOf(object.id))
  const incoming = new Map<ObjectId, Relation[]>()
  for (const entry of entries)
    for (const relation of entry.relations)
      if (relation.to !== null && relation.to !== relation.from && ends.has(relation.to)) {
        const there = incoming.get(relation.to)
        if (there === undefined) incoming.set(relation.to, [relation])
        else there.push(relation)
      }
  for (const id of ends) {
    const entry = index.entries.get(id)
    if (entry === undefined) continue
    const relations = [...entry.relations, ...(incoming.get(id) ?? [])]
    const old = before.relationsOf(id)
    around.set(id, sameItems(old, relations) ? old : relations)
  }
  return around
}

function graphOf(
  index: GraphIndex,
  objects: readonly KubeObject[],
  entries: readonly Entry[],
  around: ReadonlyMap<ObjectId, readonly Relation[]>,
): Graph {
  const byId = new Map(objects.map(object => [object.id, object]))
  const graph: Graph = {
    objects,
    relations: entries.flatMap(entry => entry.relations),
    relationsOf: id => around.get(id) ?? NONE,
    object: id => byId.get(id) ?? null,
  }
  indexes.set(graph, index)
  return graph
}

const NONE: readonly Relation[] = []

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
