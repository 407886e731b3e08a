import { podTemplateOf } from '../kinds/pod-template'
import type { ObjectEdit } from '../relations/wire'
import { isMap, valueAt, type PlainMap } from '../yaml/plain'
import { formatPointer, parsePointer } from '../yaml/pointer'
import type { PatchOperation } from '../yaml/edit/edit-plan'
import type { Refusal } from './change'
import { renameObject } from './commands/rename-object'
import { updateDesign, type Design } from './design'
import type { KubeObject } from './kube-object'
import { numberedName, takenNames } from './names'
import { planEdits } from './plan-edits'
import { refuse } from './refusal'
import { addFiles, applyChange, emptyWorkspace } from './workspace'

export type Copies = { readonly ok: true; readonly text: string; readonly objects: readonly KubeObject[] } | Refusal

const PASTED = 'pasted.yaml'

/**
 * A text whose objects all have names that are free in the design. What the text says of its own objects follows: names
 * in references, and the labels by which a copied workload would otherwise share the pods of the first.
 */
export function freshCopies({ workspace }: Design, text: string): Copies {
  const empty = emptyWorkspace({ defaultNamespace: workspace.defaultNamespace })
  let copy = updateDesign(null, addFiles(empty, [{ path: PASTED, text }]))
  const unreadable = copy.problems.find(problem => problem.severity === 'error' && problem.object === null)
  if (unreadable) return refuse('unreadable-yaml', `The text can't be read: ${unreadable.message}`)
  if (copy.workspace.objects.length === 0) {
    return refuse(
      'nothing-to-paste',
      'There is no Kubernetes object in the text: nothing in it has both kind and metadata.',
    )
  }
  for (const { id } of copy.workspace.objects) {
    const object = copy.workspace.object(id)
    const renamed = object?.name ? renameCopy(workspace.objects, copy, object, object.name) : copy
    if ('ok' in renamed) return renamed
    copy = renamed
  }
  return { ok: true, text: copy.workspace.files.get(PASTED)?.text ?? '', objects: copy.workspace.objects }
}

function renameCopy(taken: readonly KubeObject[], copy: Design, object: KubeObject, before: string): Design | Refusal {
  const { namespace } = object
  if (!takenNames(taken, object, namespace).has(before)) return copy
  const name = numberedName(takenNames([...taken, ...copy.workspace.objects], object, namespace), before)
  const relabelled = planEdits(copy.workspace, '', labelEdits(copy, object, before, name))
  if (!relabelled.ok) return relabelled
  const between = updateDesign(copy, applyChange(copy.workspace, relabelled.change).workspace)
  const renamed = renameObject(between, { object: object.id, name })
  return renamed.ok ? updateDesign(between, applyChange(between.workspace, renamed.change).workspace) : renamed
}

/** Labels that hold the old name: on the workload, its pods, its selector, and in what selects its pods. */
function labelEdits({ graph }: Design, object: KubeObject, before: string, name: string): readonly ObjectEdit[] {
  const pod = podTemplateOf(object.data)
  if (!pod) return []
  const own = [
    ['metadata', 'labels'],
    ['spec', 'selector', 'matchLabels'],
    ['spec', 'selector'],
    [...pod.path, 'metadata', 'labels'],
  ]
  const patch = uniquePatch(own.flatMap(path => replaceIn(object.data, path, before, name)))
  const others = graph.relationsOf(object.id).flatMap(relation => {
    const from = relation.to === object.id && relation.from !== object.id ? graph.object(relation.from) : null
    if (!from) return []
    const places = relation.because.filter(place => place.object === from.id).map(place => parsePointer(place.path))
    return [{ object: from.id, patch: places.flatMap(path => replaceIn(from.data, path, before, name)) }]
  })
  return [{ object: object.id, patch }, ...others].filter(edit => edit.patch.length > 0)
}

function replaceIn(data: PlainMap, path: readonly string[], before: string, name: string): readonly PatchOperation[] {
  const map = valueAt(data, path)
  if (!isMap(map)) return []
  return Object.entries(map)
    .filter(([, value]) => value === before)
    .map(([key]) => ({ op: 'replace', path: formatPointer([...path, key]), value: name }))
}

/** A Pod's own labels are those of its template. */
function uniquePatch(patch: readonly PatchOperation[]): readonly PatchOperation[] {
  return patch.filter((operation, i) => patch.findIndex(other => other.path === operation.path) === i)
}
