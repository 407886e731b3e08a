import { planRemoveDocument } from '../yaml/edit/plan-document'
import { samePlain } from '../yaml/edit/patch-plain'
import type { PlainMap } from '../yaml/plain'
import { readPiece } from '../yaml/read/read-piece'
import type { Refusal } from './change'
import type { ObjectId, ObjectPlace } from './kube-object'
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

  const text = [linesOfItem(file.text, place), itemAlone(file.text, place)].find(
    candidate => candidate !== null && meansAlone(candidate, object.data),
  )
  if (text) return { ok: true, text }
  return refuse(
    'cannot-edit-in-place',
    `Item ${place.item} of the list in ${place.file} can't stand alone: it takes something from its list.`,
    place.file,
  )
}

/** The lines that would go with the item, its comments among them; null where it shares lines with others. */
function linesOfItem(text: string, place: ObjectPlace): string | null {
  const plan = planRemoveDocument(text, place)
  const [splice, ...others] = plan.ok ? plan.splices : []
  if (!splice || others.length > 0) return null
  const lines = text.slice(splice.from, splice.to)
  return toLeftEdge(lines.replace(/^( *)-(?=\s)/m, '$1 '), columnAt(text, place.from))
}

function itemAlone(text: string, { from, to }: ObjectPlace): string {
  return toLeftEdge(text.slice(from, to), columnAt(text, from))
}

function toLeftEdge(text: string, column: number): string {
  const lines = column === 0 ? text : text.replace(new RegExp(`(^|[\\r\\n]) {1,${column}}`, 'g'), '$1')
  return `${lines.replace(/^[\r\n]+|[\r\n]+$/g, '')}\n`
}

function columnAt(text: string, offset: number): number {
  return offset - Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) - 1
}

function meansAlone(text: string, data: PlainMap): boolean {
  const [alone] = objectsIn(text, readPiece(text, { index: 0, from: 0, to: text.length })).objects
  return alone !== undefined && samePlain(alone.data, data)
}
