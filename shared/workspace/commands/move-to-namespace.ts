import { moveEdits } from '../../relations/move'
import { titleOf } from '../../relations/title'
import type { ObjectEdit } from '../../relations/wire'
import { planAddDocument } from '../../yaml/edit/plan-document'
import { textAt } from '../../yaml/plain'
import type { Planned, Point, Refusal } from '../change'
import type { Design } from '../design'
import { documentText } from '../document-text'
import { FileDrafts } from '../file-draft'
import { nameKey } from '../identity'
import type { KubeObject, ObjectId } from '../kube-object'
import { layoutKeys, type LayoutKey } from '../layout'
import { whyNotNamed } from '../names'
import { patchDraft, planEdits } from '../plan-edits'
import { objectIsGone, refuse } from '../refusal'
import { addFiles, applyChange, emptyWorkspace, type Workspace } from '../workspace'

export type MoveToNamespace = {
  readonly objects: readonly ObjectId[]
  readonly namespace: string
  /** Objects that stay where they are, and get a copy of the same name there. */
  readonly copies?: readonly ObjectId[]
  /** Where cards are to stand from now on, those around them too; what else moves finds a place in the other group. */
  readonly places?: ReadonlyMap<ObjectId, Point>
}

/** DNS-1123 label: what the API server takes for a namespace. */
const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/

/**
 * Puts objects into another namespace. It is written in each, also where it is the default one: a manifest that says
 * where it belongs is there whoever applies it. References that can name a namespace keep their meaning.
 */
export function moveToNamespace(design: Design, input: MoveToNamespace): Planned {
  const { workspace } = design
  const { namespace, copies = [] } = input
  const objects = input.objects.flatMap(id => workspace.object(id) ?? [])
  const [first] = objects
  if (!first) return objectIsGone()
  const moved = objects.filter(object => object.namespace !== namespace)
  const copied = copies.flatMap(id => workspace.object(id) ?? []).filter(object => object.namespace !== namespace)
  const why = whyNotMoved(workspace, namespace, [...moved, ...copied])
  if (why) return why

  const says = `Move ${moved.length === 1 ? titleOf(moved[0]!) : `${moved.length} objects`} to ${namespace}`
  const drafts = new FileDrafts(workspace)
  for (const edit of namespaceEdits(design, input)) {
    const refusal = patchDraft(workspace, drafts, edit)
    if (refusal) return refusal
  }
  for (const object of copied) {
    const refusal = addCopy(workspace, drafts, object, namespace)
    if (refusal) return refusal
  }
  const layout = layoutAfter(workspace, moved, input)
  return { ok: true, change: { says, files: drafts.close(), layout, select: moved.map(({ id }) => id) } }
}

/** What that writes in the objects themselves and in what refers to them; copies are documents of their own. */
export function namespaceEdits({ workspace, graph }: Design, input: MoveToNamespace): readonly ObjectEdit[] {
  const { namespace, copies = [] } = input
  const elsewhere = (ids: readonly ObjectId[]): ReadonlySet<ObjectId> =>
    new Set(ids.filter(id => workspace.object(id)?.namespace !== namespace))
  return moveEdits(graph, { moved: elsewhere(input.objects), copied: elsewhere(copies), namespace })
}

function whyNotMoved(workspace: Workspace, namespace: string, objects: readonly KubeObject[]): Refusal | null {
  if (!NAMESPACE.test(namespace))
    return refuse(
      'invalid-name',
      `"${namespace}" can't be a namespace. It may have lower-case letters, digits and "-".`,
    )
  for (const object of objects) {
    if (object.namespace === null)
      return refuse('cannot-be-moved', `${titleOf(object)} is in no namespace: its kind belongs to the whole cluster.`)
    const { group, kind, name } = object
    const taken = name === null ? null : whyNotNamed(workspace.objects, { group, kind, namespace, name }, object)
    if (taken) return taken
  }
  return null
}

/** The same document once more behind the others of its file, in the other namespace. */
function addCopy(workspace: Workspace, drafts: FileDrafts, object: KubeObject, namespace: string): Refusal | null {
  const document = documentText(workspace, object.id)
  if (!document.ok) return document
  const alone = addFiles(emptyWorkspace(), [{ path: object.file, text: document.text }])
  const [copy] = alone.objects
  if (!copy) return objectIsGone()
  const op = textAt(copy.data, 'metadata', 'namespace') === null ? 'add' : 'replace'
  const planned = planEdits(alone, '', [
    { object: copy.id, patch: [{ op, path: '/metadata/namespace', value: namespace }] },
  ])
  if (!planned.ok) return planned
  const text = applyChange(alone, planned.change).workspace.files.get(object.file)?.text ?? ''
  return drafts.edit(object.file, before => planAddDocument(before, text))
}

/** Where it stood counts no more: a card among those of another group would stretch its own over them. */
function layoutAfter(
  workspace: Workspace,
  moved: readonly KubeObject[],
  { namespace, places }: MoveToNamespace,
): ReadonlyMap<LayoutKey, Point | null> {
  const keys = layoutKeys(workspace.objects)
  const layout = new Map<LayoutKey, Point | null>()
  for (const [id, place] of places ?? []) {
    const key = keys.get(id)
    if (key !== undefined) layout.set(key, place)
  }
  for (const object of moved) {
    const before = keys.get(object.id)
    if (before !== undefined) layout.set(before, null)
    layout.set(nameKey({ ...object, namespace }), places?.get(object.id) ?? null)
  }
  return layout
}
