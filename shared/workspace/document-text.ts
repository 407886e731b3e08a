import type { Refusal } from './change'
import { samePlain } from '../yaml/edit/patch-plain'
import { readPiece } from '../yaml/read/read-piece'
import type { ObjectId } from './kube-object'
import { objectsIn } from './objects-in'
import { objectIsGone, refuse } from './refusal'
import type { Workspace } from './workspace'

export type DocumentText = { readonly ok: true; readonly text: string } | Refusal

/**
 * The text of an object as a document of its own, comments included. An item of a List is moved to the left edge; one
 * that does not mean the same there (it takes kind or an anchor from its list) is refused.
 */
export function documentText(workspace: Workspace, id: ObjectId): DocumentText {
  const object = workspace.object(id)
  const place = workspace.placeOf(id)
  const file = place && workspace.files.get(place.file)
  const piece = file?.pieces[place?.document ?? -1]
  if (!object || !place || !file || !piece) return objectIsGone()
  if (place.item === null) return { ok: true, text: file.text.slice(piece.from, piece.to) }

  const lineStart =
    Math.max(file.text.lastIndexOf('\n', place.from - 1), file.text.lastIndexOf('\r', place.from - 1)) + 1
  const indent = new RegExp(`(^|[\\r\\n]) {1,${place.from - lineStart}}`, 'g')
  const text = `${file.text.slice(place.from, place.to).replace(indent, '$1')}\n`
  const [alone] = objectsIn(text, readPiece(text, { index: 0, from: 0, to: text.length })).objects
  if (alone && samePlain(alone.data, object.data)) return { ok: true, text }
  return refuse(
    'cannot-edit-in-place',
    `Item ${place.item} of the list in ${place.file} can't stand alone: it takes something from its list.`,
    place.file,
  )
}
