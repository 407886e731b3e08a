import { changedSpan, sameItems } from '../changed-span'
import { Slots } from '../slots'
import type { Graph } from './graph'
import { GraphIndex, type Entry } from './graph-index'
import type { KubeObject, ObjectId, Relation } from './relation'
import { relationsOfEntry } from './relations-of-entry'
import { ownRules, type RuleBook } from './rules'

export type { Graph }

/** What the next graph is made from. The index goes over to it: afterwards it is gone from here. */
type Making = {
  readonly index: GraphIndex
  /** One for each of the graph's objects. */
  readonly entries: readonly Entry[]
  readonly nodes: Slots<Node>
}
const makings = new WeakMap<Graph, Making>()

/** What a graph answers of one object. */
type Node = { readonly object: KubeObject; readonly relations: readonly Relation[] }

/** How a graph came about: from which index, as its how-manieth graph, and what then was not as in the one before. */
type Birth = { readonly index: GraphIndex; readonly number: number; readonly changed: ReadonlySet<ObjectId> }
const births = new WeakMap<Graph, Birth>()

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
  return nextGraph(objects, before, making)
}

/**
 * The objects of two graphs that differ, are in one of them only, or have other relations around them; null where the
 * later graph was not made from the other one, so that there is no telling.
 */
export function changedBetween(before: Graph, after: Graph): ReadonlySet<ObjectId> | null {
  if (before === after) return NO_IDS
  const [birth, last] = [births.get(after), births.get(before)]
  return birth && last && birth.index === last.index && birth.number === last.number + 1 ? birth.changed : null
}

function firstGraph(objects: readonly KubeObject[], rules: RuleBook): Graph {
  const index = new GraphIndex(rules)
  const entries = objects.map(object => index.add(object))
  renumber(entries, 0, entries.length)
  for (const entry of entries) index.setRelations(entry, relationsOfEntry(index, entry, []))
  const nodes = Slots.empty<Node>().with(
    entries.map(entry => [index.slotOf(entry.object.id), { object: entry.object, relations: index.around(entry) }]),
  )
  return graphOf(objects, relationsOfAll(entries), { index, entries, nodes }, { index, number: 1, changed: NO_IDS })
}

function nextGraph(objects: readonly KubeObject[], last: Graph, before: Making): Graph {
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
  const { from, toBefore, toAfter } = changedSpan(last.objects, objects)
  const staying = new Set<Entry>()
  const changing = objects.slice(from, toAfter).map(object => {
    const old = index.entries.get(object.id)
    if (old?.object === object) {
      staying.add(old)
      return old
    }
    if (old !== undefined) leave(old)
    const entry = index.add(object)
    touched.add(entry)
    touch(entry)
    return entry
  })
  for (const entry of before.entries.slice(from, toBefore))
    if (!staying.has(entry) && index.entries.get(entry.object.id) === entry) leave(entry)
  const ends = new Set<ObjectId>(known.keys())
  const markEnds = (relations: readonly Relation[]) => {
    for (const { from, to } of relations) ends.add(from).add(to ?? from)
  }
  // What leads to an object is told in the order of the objects that it comes from.
  if (!areInOrder(staying)) for (const entry of staying) markEnds(entry.relations)
  const entries = [...before.entries.slice(0, from), ...changing, ...before.entries.slice(toBefore)]
  renumber(entries, from, toBefore === toAfter ? toAfter : entries.length)

  let areSameRelations =
    toBefore === toAfter && changing.every(({ object }, n) => object.id === last.objects[from + n]!.id)
  for (const relations of known.values()) markEnds(relations)
  for (const entry of touched) {
    // One that watched itself, or that went after it was touched.
    if (index.entries.get(entry.object.id) !== entry) continue
    ends.add(entry.object.id)
    markEnds(entry.relations)
    const were = known.get(entry.object.id) ?? entry.relations
    index.setRelations(entry, relationsOfEntry(index, entry, were))
    areSameRelations &&= sameItems(were, entry.relations)
    markEnds(entry.relations)
  }
  const relations = areSameRelations ? last.relations : relationsOfAll(entries)
  const changes = changedNodes(before, ends)
  const nodes = before.nodes.with(changes.map(({ slot, node }) => [slot, node]))
  const number = births.get(last)!.number + 1
  const changed = new Set(changes.map(({ id }) => id))
  return graphOf(objects, relations, { index, entries, nodes }, { index, number, changed })
}

type ChangedNode = { readonly id: ObjectId; readonly slot: number; readonly node: Node | undefined }

/** What is said of objects now, where that may differ from before around `ends` only. Lists that are equal are kept. */
function changedNodes({ nodes, index }: Making, ends: ReadonlySet<ObjectId>): readonly ChangedNode[] {
  return [...ends].flatMap((id): ChangedNode[] => {
    const entry = index.entries.get(id)
    const slot = index.slotOf(id)
    const old = nodes.at(slot)
    if (entry === undefined) return old === undefined ? [] : [{ id, slot, node: undefined }]
    const around = index.around(entry)
    const relations = old !== undefined && sameItems(old.relations, around) ? old.relations : around
    const isSame = old?.object === entry.object && old.relations === relations
    return isSame ? [] : [{ id, slot, node: { object: entry.object, relations } }]
  })
}

function relationsOfAll(entries: readonly Entry[]): readonly Relation[] {
  const all: Relation[] = []
  for (const { relations } of entries) for (const relation of relations) all.push(relation)
  return all
}

function graphOf(objects: readonly KubeObject[], relations: readonly Relation[], making: Making, birth: Birth): Graph {
  const { index, nodes } = making
  // Slots are never given to another object, so that the index answers for older graphs too.
  const nodeOf = (id: ObjectId): Node | undefined => {
    const slot = index.knownSlotOf(id)
    return slot === undefined ? undefined : nodes.at(slot)
  }
  const graph: Graph = {
    objects,
    relations,
    rules: index.rules,
    relationsOf: id => nodeOf(id)?.relations ?? NONE,
    object: id => nodeOf(id)?.object ?? null,
  }
  makings.set(graph, making)
  births.set(graph, birth)
  return graph
}

const NONE: readonly Relation[] = []
const NO_IDS: ReadonlySet<ObjectId> = new Set()

function areInOrder(entries: Iterable<Entry>): boolean {
  let last = -1
  for (const { ordinal } of entries) {
    if (ordinal < last) return false
    last = ordinal
  }
  return true
}

function renumber(entries: readonly Entry[], from: number, to: number): void {
  for (let ordinal = from; ordinal < to; ordinal++) entries[ordinal]!.ordinal = ordinal
}
