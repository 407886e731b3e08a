import { referencesTo } from '../../relations/rename'
import { planRename, type PlannedRename } from '../../relations/renames/plan-rename'
import { titleOf } from '../../relations/title'
import type { ObjectEdit } from '../../relations/wire'
import type { Planned } from '../change'
import type { Design } from '../design'
import type { ObjectId } from '../kube-object'
import { whyNotNamed } from '../names'
import { planEdits } from '../plan-edits'
import { objectIsGone } from '../refusal'

export type RenameObject = { readonly object: ObjectId; readonly name: string }

/** Gives an object another name, and everything that refers to it by name in one step. */
export function renameObject(design: Design, input: RenameObject): Planned {
  const planned = renameObjectEdits(design, input)
  return planned.ok ? planEdits(design.workspace, planned.says, planned.edits) : planned
}

/** What that changes in which object. The name of a Namespace is that of everything in it. */
export function renameObjectEdits({ workspace, graph }: Design, { object: id, name }: RenameObject): PlannedRename {
  const object = workspace.object(id)
  if (!object) return objectIsGone()
  const says = `Rename ${titleOf(object)} to ${name}`
  if (name === object.name) return { ok: true, says, edits: [] }
  const { group, kind, namespace } = object
  const why = whyNotNamed(workspace.objects, { group, kind, namespace, name }, object)
  if (why) return why
  if (group === '' && kind === 'Namespace' && object.name !== null)
    return planRename(graph, { what: 'namespace', namespace: object.name }, name)
  const own: ObjectEdit = {
    object: id,
    patch: [{ op: object.name === null ? 'add' : 'replace', path: '/metadata/name', value: name }],
  }
  const references = referencesTo(graph, id).map((place): ObjectEdit => ({
    object: place.object,
    patch: [{ op: 'replace', path: place.path, value: place.renamed(name) }],
  }))
  return { ok: true, says, edits: [own, ...references] }
}
