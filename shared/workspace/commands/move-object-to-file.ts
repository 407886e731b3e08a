import { titleOf } from '../../relations/title'
import { planAddDocument, planRemoveDocument } from '../../yaml/edit/plan-document'
import type { FileEdit, Planned } from '../change'
import type { Design } from '../design'
import { documentText } from '../document-text'
import { FileDrafts } from '../file-draft'
import { whyNotPath } from '../file-paths'
import type { FilePath, ObjectId } from '../kube-object'
import { objectIsGone } from '../refusal'

export type MoveObjectToFile = { readonly object: ObjectId; readonly file: FilePath }

/** Moves an object's document, as it is written, to the end of another file, or into a new one. A file left empty goes. */
export function moveObjectToFile({ workspace }: Design, { object: id, file: path }: MoveObjectToFile): Planned {
  const object = workspace.object(id)
  const place = workspace.placeOf(id)
  const document = documentText(workspace, id)
  if (!object || !place) return objectIsGone()
  if (!document.ok) return document
  const says = `Move ${titleOf(object)} to ${path}`
  if (place.file === path) return { ok: true, change: { says, files: new Map() } }

  const isNew = !workspace.files.has(path)
  const drafts = new FileDrafts(workspace)
  const refusal =
    (isNew ? whyNotPath(workspace, path) : drafts.edit(path, text => planAddDocument(text, document.text))) ??
    drafts.edit(place.file, text => planRemoveDocument(text, place))
  if (refusal) return refusal
  const files = new Map<FilePath, FileEdit>(drafts.close())
  if (isNew) files.set(path, { type: 'create', text: document.text })
  return { ok: true, change: { says, files, select: [id] } }
}
