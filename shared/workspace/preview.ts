import { findGraph } from '../relations/find'
import type { Relation } from '../relations/relation'
import type { ObjectEdit } from '../relations/wire'
import { valueAt, type PlainValue } from '../yaml/plain'
import { parsePointer } from '../yaml/pointer'
import type { Change } from './change'
import type { Design } from './design'
import type { ObjectId } from './kube-object'
import { applyChange, type Workspace } from './workspace'

/** One place that a change writes: what stands there before and after. Undefined: nothing. */
export type PlaceChange = {
  readonly object: ObjectId
  readonly path: string
  readonly before: PlainValue | undefined
  readonly after: PlainValue | undefined
}

/** The places that edits write, object by object, in the order of the edits. */
export function placesChanged(workspace: Workspace, edits: readonly ObjectEdit[]): readonly PlaceChange[] {
  return edits.flatMap(({ object, patch }) =>
    patch.flatMap((operation): readonly PlaceChange[] => {
      if (operation.op === 'test') return []
      const { path } = operation
      const place = { object, path }
      const before = valueAt(workspace.object(object)?.data, parsePointer(path))
      if (operation.op === 'rename') return [{ ...place, before: parsePointer(path).at(-1), after: operation.key }]
      return [{ ...place, before, after: 'value' in operation ? operation.value : undefined }]
    }),
  )
}

/** What a change does to the ties of a design. */
export type TiesChanged = {
  readonly gone: readonly Relation[]
  readonly come: readonly Relation[]
  /** Ties that a cluster would refuse after the change and not before: why. */
  readonly refused: readonly { readonly relation: Relation; readonly why: string }[]
}

/** Makes a change on a copy and says which ties go and come by it. A tie that is only told otherwise does neither. */
export function tiesChanged({ workspace, graph }: Design, change: Change): TiesChanged {
  const after = applyChange(workspace, change).workspace
  const { relations } = findGraph(after.objects, undefined, graph.rules)
  const refusedBefore = new Set(graph.relations.filter(({ detail }) => 'refused' in detail).map(endsOf))
  const refused = relations.flatMap(relation => {
    const why = relation.detail['refused']
    return typeof why === 'string' && !refusedBefore.has(endsOf(relation)) ? [{ relation, why }] : []
  })
  return { gone: without(graph.relations, relations), come: without(relations, graph.relations), refused }
}

function without(relations: readonly Relation[], others: readonly Relation[]): readonly Relation[] {
  const known = new Set(others.map(endsOf))
  return relations.filter(relation => !known.has(endsOf(relation)))
}

/** What ties what: the same for a tie whose wording, place or detail differs. */
function endsOf({ rule, from, to, missing, outside }: Relation): string {
  const lack = missing && [missing.kind, missing.group, missing.namespace, missing.name, missing.key]
  return JSON.stringify([rule, from, to, lack, outside])
}
