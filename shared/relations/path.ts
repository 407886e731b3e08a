import { chains, laneOf, outsideLaneOf, type Chain } from './chains'
import type { KubeObject, ObjectId, Relation } from './relation'

/** What a path is looked for in; a Graph is one. */
export type PathGraph = {
  readonly relations: readonly Relation[]
  relationsOf(id: ObjectId): readonly Relation[]
  object(id: ObjectId): KubeObject | null
}

/** Where a path starts: an object, or something that no manifest holds, by its name. */
export type PathEnd = { readonly object: ObjectId } | { readonly outside: string }

/** What lies on a path. Objects and outside ends follow from the relations. */
export type Path = { readonly relations: ReadonlySet<Relation> }

const paths = new WeakMap<PathGraph, Map<string, Path>>()
const outsideTies = new WeakMap<PathGraph, ReadonlyMap<string, readonly Relation[]>>()

/**
 * All that can be reached from a place by going on in one direction: from a host over gateway, route and service to the
 * pods, from a workload to its claims and on to their driver, from a role back to everyone who has it. The stations are
 * those of the chains; the way never turns round, so what merely shares a station with the start stays out.
 */
export function pathThrough(graph: PathGraph, end: PathEnd): Path {
  const key = 'object' in end ? `object ${end.object}` : `outside ${end.outside}`
  const known = paths.get(graph) ?? new Map<string, Path>()
  paths.set(graph, known)
  const before = known.get(key)
  if (before) return before
  const relations = new Set<Relation>()
  for (const chain of chains) for (const step of [1, -1] as const) walk(graph, chain, end, step, relations)
  const path = { relations }
  known.set(key, path)
  return path
}

function walk(graph: PathGraph, chain: Chain, start: PathEnd, step: 1 | -1, found: Set<Relation>): void {
  const seen = new Set<ObjectId>()
  let front: readonly { readonly id: ObjectId; readonly lane: number }[] = []
  if ('object' in start) front = stationOf(graph, chain, start.object)
  else {
    for (const relation of tiesToOutside(graph).get(start.outside) ?? []) {
      const lane = outsideLaneOf(chain, relation)
      const next =
        lane === null ? [] : stationOf(graph, chain, relation.from).filter(one => (one.lane - lane) * step > 0)
      if (next.length > 0) found.add(relation)
      front = [...front, ...next]
    }
  }
  while (front.length > 0) {
    const next: { readonly id: ObjectId; readonly lane: number }[] = []
    for (const { id, lane } of front) {
      if (seen.has(id)) continue
      seen.add(id)
      for (const relation of graph.relationsOf(id)) {
        const other = relation.from === id ? relation.to : relation.from
        if (other === null) {
          const outside = relation.outside === null ? null : outsideLaneOf(chain, relation)
          if (outside !== null && (outside - lane) * step > 0) found.add(relation)
          continue
        }
        const ahead = stationOf(graph, chain, other).filter(one => (one.lane - lane) * step > 0)
        if (ahead.length > 0) found.add(relation)
        next.push(...ahead)
      }
    }
    front = next
  }
}

/** An object with its lane, or nothing where it has none in the chain. */
function stationOf(graph: PathGraph, chain: Chain, id: ObjectId): { readonly id: ObjectId; readonly lane: number }[] {
  const object = graph.object(id)
  const lane = object === null ? null : laneOf(chain, object)
  return lane === null ? [] : [{ id, lane }]
}

function tiesToOutside(graph: PathGraph): ReadonlyMap<string, readonly Relation[]> {
  const known = outsideTies.get(graph)
  if (known) return known
  const ties = new Map<string, Relation[]>()
  for (const relation of graph.relations) {
    if (relation.outside === null) continue
    const list = ties.get(relation.outside)
    if (list) list.push(relation)
    else ties.set(relation.outside, [relation])
  }
  outsideTies.set(graph, ties)
  return ties
}
