import { listAt, textAt, valueAt } from '../yaml/plain'
import type { Graph } from './graph'
import { kindKey } from './kind-key'
import { nameKeyOf, nameKeysOf, type IndexKey } from './presence'
import type { Reference } from './reference'
import { referencesOf } from './references-of'
import type { KubeObject, ObjectId } from './relation'
import { Patches } from './renames/patches'
import { writeNamespace } from './renames/rename-namespace'
import type { ObjectEdit } from './wires/wire-form'

/** Objects that go into another namespace. */
export type Move = {
  readonly moved: ReadonlySet<ObjectId>
  /** Objects that stay, and have their like in the other namespace as well. */
  readonly copied: ReadonlySet<ObjectId>
  readonly namespace: string
}

const GRANT = 'ReferenceGrant.gateway.networking.k8s.io'

/** What requests say of themselves: no name that is looked up from a namespace. */
const HOST_HEADERS = 'authorization-knows-host'

/**
 * What has to be written so that objects are in another namespace, and every reference that can name a namespace still
 * means what it meant. References that can't are cut: a graph of what comes out tells which.
 */
export function moveEdits(graph: Graph, move: Move): readonly ObjectEdit[] {
  const patches = new Patches()
  const byKey = objectsByKey(graph)
  for (const object of graph.objects) {
    if (move.moved.has(object.id)) writeNamespace(patches, object, move.namespace)
    for (const { rule, reference } of referencesOf(graph.rules, object))
      if (rule.id !== HOST_HEADERS) keepMeaning(patches, object, reference, byKey, move)
    if (kindKey(object.group, object.kind) === GRANT && !move.moved.has(object.id)) letIn(graph, patches, object, move)
  }
  return patches.edits()
}

/** Writes the namespace of a reference where it would mean another one: what it says, or its object's own. */
function keepMeaning(
  patches: Patches,
  object: KubeObject,
  { path, target }: Reference,
  byKey: ReadonlyMap<IndexKey, KubeObject>,
  { moved, copied, namespace }: Move,
): void {
  if (target.by !== 'name' && target.by !== 'lookup') return
  const form = target.inNamespace
  if (form === undefined) return
  const isMoved = moved.has(object.id)
  const keys = target.by === 'lookup' ? target.keys : nameKeysOf(target)
  const [named] = keys.flatMap(key => byKey.get(key) ?? [])
  const goesAlong = named !== undefined && (moved.has(named.id) || (isMoved && copied.has(named.id)))

  const place = form.field ?? path
  const present = valueAt(object.data, place)
  const isSaid = present === form.written(form.namespace)
  const meansThen = isSaid || !isMoved ? form.namespace : namespace
  const wanted = goesAlong ? namespace : form.namespace
  if (meansThen === wanted) return
  if (present === undefined) patches.add(object, place, form.written(wanted))
  else patches.replace(object, place, form.written(wanted))
}

/** A grant that let a moved object in lets it in from where it is now; from where it was as before: others may be there. */
function letIn(graph: Graph, patches: Patches, grant: KubeObject, { moved, namespace }: Move): void {
  const entries = listAt(grant.data, 'spec', 'from')
  for (const entry of entries) {
    const [group, kind] = [textAt(entry, 'group') ?? '', textAt(entry, 'kind') ?? '']
    const speaksOf = (object: KubeObject, from: string | null): boolean =>
      object.group === group && object.kind === kind && textAt(entry, 'namespace') === from
    const isWanted = graph.objects.some(
      object =>
        moved.has(object.id) &&
        speaksOf(object, object.namespace) &&
        graph.relationsOf(object.id).some(({ to }) => graph.object(to ?? '')?.namespace === grant.namespace),
    )
    const isLetIn = entries.some(
      other =>
        (textAt(other, 'group') ?? '') === group &&
        textAt(other, 'kind') === kind &&
        textAt(other, 'namespace') === namespace,
    )
    if (isWanted && !isLetIn) patches.append(grant, ['spec', 'from'], { group, kind, namespace })
  }
}

function objectsByKey({ objects }: Graph): ReadonlyMap<IndexKey, KubeObject> {
  const byKey = new Map<IndexKey, KubeObject>()
  for (const object of objects) {
    const { group, kind, namespace, name } = object
    if (name !== null) byKey.set(nameKeyOf({ kind: kindKey(group, kind), namespace, name }), object)
  }
  return byKey
}
