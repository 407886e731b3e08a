import type { Graph } from './graph'
import { GraphIndex, type Entry } from './graph-index'
import type { KubeObject, ObjectId, Relation } from './relation'
import { relationsOfEntry } from './relations-of-entry'
import { ownRules, type RuleBook } from './rules'

export type { Graph }

/** What the next graph is made from. The index goes over to it: afterwards it is gone from here. */
type Making = {
  readonly index: GraphIndex
  readonly around: ReadonlyMap<ObjectId, readonly Relation[]>
  /** Counts the graphs of one index. */
  readonly number: number
}
const makings = new WeakMap<Graph, Making>()

/**
 * Finds every relation between objects, whose ids must differ.
 *
 * Given the graph from before, only what the changed objects touch is looked at again; every relation that is as it was
 * stays the same JavaScript object, and so does the whole graph where nothing changed. An object counts as unchanged
 * while it is the same JavaScript object. Other rules than those from before find everything anew.
 */
export function findGraph(objects: readonly KubeObject[], before?: Graph, rules = before?.rules ?? ownRules): Graph {
  if (before === undefined || before.rules !== rules) return firstGraph(objects, rules)
  if (sameItems(before.objects, objects)) return before
  const making = makings.get(before)
  if (making === undefined) return firstGraph(objects, rules)
  makings.delete(before)
  return nextGraph(objects, making)
}

function firstGraph(objects: readonly KubeObject[], rules: RuleBook): Graph {
  const index = new GraphIndex(rules)
  const entries = objects.map(object => index.add(object))
  number(entries, 1)
  for (const entry of entries) index.setRelations(entry, relationsOfEntry(index, entry, []))
  const around = new Map(entries.map(entry => [entry.object.id, index.around(entry)]))
  return graphOf(objects, entries, { index, around, number: 1 })
}

function nextGraph(objects: readonly KubeObject[], before: Making): Graph {
  const { index } = before
  const known = new Map<ObjectId, readonly Relation[]>()
  const touched = new Set<Entry>()
  const touch = (entry: Entry) => {
    for (const watcher of index.watching(entry)) touched.add(watcher)
  }
  const leave = (entry: Entry) => {
    known.set(entry.object.id, entry.relations)
    touch(entry)
    index.remove(entry)
  }
  const entries = objects.map(object => {
    const old = index.entries.get(object.id)
    if (old?.object === object) return old
    if (old !== undefined) leave(old)
    const entry = index.add(object)
    touched.add(entry)
    touch(entry)
    return entry
  })
  const graph = before.number + 1
  number(entries, graph)
  if (index.entries.size > entries.length)
    for (const entry of [...index.entries.values()]) if (entry.graph !== graph) leave(entry)

  const ends = new Set<ObjectId>(known.keys())
  const markEnds = (relations: readonly Relation[]) => {
    for (const { from, to } of relations) ends.add(from).add(to ?? from)
  }
  for (const relations of known.values()) markEnds(relations)
  for (const entry of touched) {
    // One that watched itself, or that went after it was touched.
    if (index.entries.get(entry.object.id) !== entry) continue
    ends.add(entry.object.id)
    markEnds(entry.relations)
    index.setRelations(entry, relationsOfEntry(index, entry, known.get(entry.object.id) ?? entry.relations))
    markEnds(entry.relations)
  }
  return graphOf(objects, entries, { index, around: aroundAfter(before, ends), number: graph })
}

/** The relations around each object, where only those around `ends` may have changed. */
function aroundAfter({ around: before, index }: Making, ends: ReadonlySet<ObjectId>) {
  const around = new Map(before)
  for (const id of ends) {
    const entry = index.entries.get(id)
    if (entry === undefined) {
      around.delete(id)
      continue
    }
    const relations = index.around(entry)
    const old = before.get(id)
    around.set(id, old !== undefined && sameItems(old, relations) ? old : relations)
  }
  return around
}

function graphOf(objects: readonly KubeObject[], entries: readonly Entry[], making: Making): Graph {
  const relations: Relation[] = []
  for (const entry of entries) for (const relation of entry.relations) relations.push(relation)
  let byId: ReadonlyMap<ObjectId, KubeObject> | null = null
  const graph: Graph = {
    objects,
    relations,
    rules: making.index.rules,
    relationsOf: id => making.around.get(id) ?? NONE,
    object: id => (byId ??= new Map(objects.map(object => [object.id, object]))).get(id) ?? null,
  }
  makings.set(graph, making)
  return graph
}

const NONE: readonly Relation[] = []

function number(entries: readonly Entry[], graph: number): void {
  for (let ordinal = 0; ordinal < entries.length; ordinal++) {
    const entry = entries[ordinal]!
    entry.ordinal = ordinal
    entry.graph = graph
  }
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
