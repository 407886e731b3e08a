import { referencesTo } from '../../relations/rename'
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
export function renameObject({ workspace, graph }: Design, { object: id, name }: RenameObject): Planned {
  const object = workspace.object(id)
  if (!object) return objectIsGone()
  const says = `Rename ${titleOf(object)} to ${name}`
  if (name === object.name) return { ok: true, change: { says, files: new Map() } }
  const { group, kind, namespace } = object
  const why = whyNotNamed(workspace.objects, { group, kind, namespace, name }, object)
  if (why) return why
  const own: ObjectEdit = {
    object: id,
    patch: [{ op: object.name === null ? 'add' : 'replace', path: '/metadata/name', value: name }],
  }
  const references = referencesTo(graph, id).map((place): ObjectEdit => ({
    object: place.object,
    patch: [{ op: 'replace', path: place.path, value: place.renamed(name) }],
  }))
  return planEdits(workspace, says, [own, ...references])
}
