import type { Graph } from '../relations/graph'
import type { Relation } from '../relations/relation'
import type { KubeObject, ObjectId } from '../workspace/kube-object'

/** The part of a graph that is printed or drawn. */
export type ShownGraph = { readonly objects: readonly KubeObject[]; readonly relations: readonly Relation[] }

/** What is at most `depth` relations away from some objects, in either direction, and the relations between those. */
export function graphAround(graph: Omit<Graph, 'rules'>, starts: readonly ObjectId[], depth: number): ShownGraph {
  const near = new Set<ObjectId>(starts)
  let edge = starts
  for (let step = 0; step < depth && edge.length > 0; step++) {
    const next = edge.flatMap(id =>
      graph.relationsOf(id).flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
    )
    edge = [...new Set(next)].filter(id => !near.has(id))
    for (const id of edge) near.add(id)
  }
  return {
    objects: graph.objects.filter(object => near.has(object.id)),
    relations: graph.relations.filter(({ from, to }) => near.has(from) && (to === null || near.has(to))),
  }
}

/** What a relation leads to, when it is no object of the design: a stable name and a label. Null when it is one. */
export function strangerOf(relation: Relation): { readonly name: string; readonly label: string } | null {
  const { missing, outside } = relation
  if (missing) {
    const place = missing.namespace === null ? missing.name : `${missing.namespace}/${missing.name}`
    const key = missing.key === null ? '' : ` key ${missing.key}`
    return {
      name: `missing ${missing.kind}.${missing.group} ${place}${key}`,
      label: `${missing.kind} ${place}${key} (missing)`,
    }
  }
  return outside === null ? null : { name: `outside ${outside}`, label: outside }
}
