import { findGraph, type Graph } from '../relations/find'
import type { Relation } from '../relations/relation'
import type { KubeObject, ObjectId } from '../workspace/kube-object'
import type { ApplyPlan, ObjectPlan } from './apply-plan'
import { refKey } from './cluster-ref'
import { receivedObject } from './sent-objects'

/** How an object or a relation of the design differs from what a cluster has. */
export type DiffMark = 'add' | 'change' | 'remove'

/** A design with what an apply would do to it: also what it would take away is in the picture. */
export type Comparison = {
  readonly objects: readonly KubeObject[]
  readonly graph: Pick<Graph, 'relations' | 'relationsOf' | 'object'>
  readonly marks: ReadonlyMap<ObjectId, DiffMark>
  /** By a relation's id. */
  readonly edgeMarks: ReadonlyMap<string, DiffMark>
}

type Design = { readonly objects: readonly KubeObject[]; readonly graph: Graph }

/**
 * The design as a plan for it would change the cluster. Relations are compared between what the cluster has and what it
 * would have, so that what a server fills in by itself is on both sides. Removed objects are shown where they would be
 * deleted.
 */
export function compareDesign(design: Design, { objects: planned }: ApplyPlan, prune: boolean): Comparison {
  const shown = prune ? planned : planned.filter(object => object.state !== 'removed')
  const before = shown.flatMap(object => objectFrom(object, object.before))
  const removed = before.filter(object => design.graph.object(object.id) === null)
  const after = shown.flatMap(object => (object.state === 'removed' ? [] : objectAfter(design, object)))
  const graphOf = (objects: readonly KubeObject[]) => findGraph(objects, undefined, design.graph.rules)
  const [graphBefore, graphAfter] = [graphOf(before), graphOf(after)]
  const added = beyond(graphAfter, graphBefore)
  const drawn = new Set(design.graph.relations.map(relation => relation.id))
  const gone = beyond(graphBefore, graphAfter).filter(({ id }) => !drawn.has(id))

  const edgeMarks = new Map<string, DiffMark>()
  for (const { id } of added) edgeMarks.set(id, 'add')
  for (const { id } of gone) edgeMarks.set(id, 'remove')
  const objects = removed.length > 0 ? [...design.objects, ...removed] : design.objects
  return { objects, graph: withRelations(design.graph, gone, removed), marks: marksOf(shown), edgeMarks }
}

function marksOf(planned: readonly ObjectPlan[]): ReadonlyMap<ObjectId, DiffMark> {
  const marks = new Map<ObjectId, DiffMark>()
  for (const object of planned) {
    if (object.state === 'added' || object.state === 'unchecked') marks.set(idOf(object), 'add')
    if (object.state === 'changed') marks.set(idOf(object), 'change')
    if (object.state === 'removed') marks.set(idOf(object), 'remove')
  }
  return marks
}

/** What is in no file any more has no id of the design. */
function idOf(object: ObjectPlan): ObjectId {
  return object.id ?? `removed ${refKey(object)}`
}

function objectFrom(object: ObjectPlan, manifest: string | null): readonly KubeObject[] {
  return manifest === null ? [] : [receivedObject({ id: idOf(object), namespace: object.namespace, manifest })]
}

/** What can't be tried yet will be as the design says. */
function objectAfter(design: Design, object: ObjectPlan): readonly KubeObject[] {
  const after = objectFrom(object, object.after)
  if (after.length > 0) return after
  const own = design.graph.object(idOf(object))
  return own ? [own] : []
}

/** The relations of one graph between objects that are there, which the other graph lacks. */
function beyond(graph: Graph, other: Graph): readonly Relation[] {
  const known = new Set(other.relations.map(relation => relation.id))
  return graph.relations.filter(relation => relation.to !== null && !known.has(relation.id))
}

function withRelations(graph: Graph, gone: readonly Relation[], removed: readonly KubeObject[]): Comparison['graph'] {
  if (gone.length === 0 && removed.length === 0) return graph
  const byId = new Map(removed.map(object => [object.id, object]))
  return {
    relations: [...graph.relations, ...gone],
    relationsOf: id => [...graph.relationsOf(id), ...gone.filter(each => each.from === id || each.to === id)],
    object: id => byId.get(id) ?? graph.object(id),
  }
}
