import type { Relation } from '../relations/relation'
import type { Planned } from './change'
import { moveToNamespace, namespaceEdits, type MoveToNamespace } from './commands/move-to-namespace'
import type { Design } from './design'
import type { KubeObject, ObjectId } from './kube-object'
import { placesChanged, tiesChanged, type PlaceChange } from './preview'

/** What can be done about an object that a move would leave behind. */
export type Carriage = 'move' | 'copy' | 'leave'

/** An object that stays, and its ties to what moves that are cut. */
export type LeftBehind = {
  readonly object: ObjectId
  readonly relations: readonly Relation[]
  readonly choices: readonly Carriage[]
  /** Nothing else needs it: it moves along. Others do: they keep theirs. */
  readonly suggested: Carriage
}

/** A move, and what it does beside moving. */
export type MovePreview = {
  readonly planned: Planned
  /** The places that it writes, in the objects themselves and in what refers to them. */
  readonly changes: readonly PlaceChange[]
  readonly leftBehind: readonly LeftBehind[]
  /** Ties that stay, and that the cluster then refuses: why. */
  readonly refused: readonly { readonly relation: Relation; readonly why: string }[]
}

/** Kinds that hold what is copied without loss. A claim's copy would be an empty disk. */
const COPIED: ReadonlySet<string> = new Set(['ConfigMap', 'Secret', 'ServiceAccount'])

/** Plans a move and tells which ties it cuts, by the object at their other end. */
export function previewMove(design: Design, input: MoveToNamespace): MovePreview {
  const planned = moveToNamespace(design, input)
  if (!planned.ok) return { planned, changes: [], leftBehind: [], refused: [] }
  const moved = new Set(input.objects)
  const { gone, come, refused } = tiesChanged(design, planned.change)
  const isReplaced = (relation: Relation): boolean =>
    (input.copies ?? []).includes(relation.to ?? '') &&
    come.some(({ rule, from, to }) => rule === relation.rule && from === relation.from && to !== null)

  const cut = new Map<ObjectId, Relation[]>()
  for (const relation of gone) {
    const { from, to } = relation
    if (to === null || moved.has(from) === moved.has(to) || isReplaced(relation)) continue
    const other = moved.has(from) ? to : from
    cut.set(other, [...(cut.get(other) ?? []), relation])
  }
  return {
    planned,
    changes: placesChanged(design.workspace, namespaceEdits(design, input)),
    leftBehind: [...cut].flatMap(([id, relations]) => {
      const object = design.workspace.object(id)
      return object ? [leftBehind(design, object, relations, moved)] : []
    }),
    refused,
  }
}

function leftBehind(
  { graph }: Design,
  object: KubeObject,
  relations: readonly Relation[],
  moved: ReadonlySet<ObjectId>,
): LeftBehind {
  const { id, kind, group, namespace } = object
  const canCopy = group === '' && COPIED.has(kind) && relations.some(({ to }) => to === id)
  const choices: readonly Carriage[] =
    namespace === null ? ['leave'] : canCopy ? ['move', 'copy', 'leave'] : ['move', 'leave']
  const neighbours = graph.relationsOf(id).flatMap(({ from, to }) => (to === null ? [] : [from === id ? to : from]))
  const isNeeded = neighbours.some(other => !moved.has(other) && graph.object(other)?.namespace === namespace)
  const suggested = !isNeeded && namespace !== null ? 'move' : canCopy ? 'copy' : 'leave'
  return { object: id, relations, choices, suggested }
}

/** A move with everything that goes along, and each object that it would leave behind with what is done about it. */
export type CarriedMove = {
  readonly preview: MovePreview
  readonly input: MoveToNamespace
  readonly rows: readonly (LeftBehind & { readonly carriage: Carriage })[]
}

/**
 * Plans a move where what is left behind is carried as chosen, or else as suggested. What goes along may leave others
 * behind in its turn: these are asked about too.
 */
export function planCarriedMove(
  design: Design,
  start: MoveToNamespace,
  chosen: ReadonlyMap<ObjectId, Carriage>,
): CarriedMove {
  let input = start
  let preview = previewMove(design, input)
  const rows = new Map<ObjectId, CarriedMove['rows'][number]>()
  for (;;) {
    const news = preview.leftBehind.filter(({ object }) => !rows.has(object))
    if (news.length === 0) return { preview, input, rows: [...rows.values()] }
    for (const behind of news)
      rows.set(behind.object, { ...behind, carriage: chosen.get(behind.object) ?? behind.suggested })
    const those = (carriage: Carriage): readonly ObjectId[] =>
      [...rows.values()].filter(row => row.carriage === carriage).map(({ object }) => object)
    input = { ...start, objects: [...start.objects, ...those('move')], copies: those('copy') }
    preview = previewMove(design, input)
  }
}
