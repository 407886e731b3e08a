import { definesKind } from '../kinds/custom-kinds'
import type { KubeObject, ObjectId } from './kube-object'
import type { WorkspaceFile } from './workspace-file'

/** Where an object stands in its file: its document, and its place among the document's objects. */
export type Seat = { readonly document: number; readonly nth: number }

type Documents = WorkspaceFile['documents']
type Held = {
  readonly objects: readonly KubeObject[]
  readonly definitions: readonly KubeObject[]
  seats: ReadonlyMap<ObjectId, Seat> | null
}

/** By a file's documents: they stay the same list when only what the disk holds is another. */
const held = new WeakMap<Documents, Held>()
const NONE: readonly KubeObject[] = []
const FIRST_SEAT: Seat = { document: 0, nth: 0 }

/** The objects of a file, in order. The same list while its documents are. */
export function objectsOfFile(file: WorkspaceFile): readonly KubeObject[] {
  return aloneIn(file.documents) ?? heldBy(file.documents).objects
}

/** The objects of a file that define kinds. */
export function definitionsIn(file: WorkspaceFile): readonly KubeObject[] {
  const alone = aloneIn(file.documents)
  return alone ? definitionsOf(alone) : heldBy(file.documents).definitions
}

/** Where an object stands in this file. Looked up once it is asked for: nobody does while a folder is opened. */
export function seatIn({ documents }: WorkspaceFile, id: ObjectId): Seat | null {
  const alone = aloneIn(documents)
  if (alone?.length === 1) return alone[0]!.id === id ? FIRST_SEAT : null
  const known = heldBy(documents)
  known.seats ??= seatsIn(documents)
  return known.seats.get(id) ?? null
}

function heldBy(documents: Documents): Held {
  let found = held.get(documents)
  if (!found) {
    const objects = documents.flatMap(document => document.objects)
    held.set(documents, (found = { objects, definitions: definitionsOf(objects), seats: null }))
  }
  return found
}

/** The objects of a file of one document, as most are: nothing has to be held for it. */
function aloneIn(documents: Documents): readonly KubeObject[] | null {
  return documents.length === 1 ? documents[0]!.objects : null
}

function definitionsOf(objects: readonly KubeObject[]): readonly KubeObject[] {
  return objects.some(definesKind) ? objects.filter(definesKind) : NONE
}

function seatsIn(documents: Documents): ReadonlyMap<ObjectId, Seat> {
  const seats = new Map<ObjectId, Seat>()
  documents.forEach(({ objects }, document) => objects.forEach(({ id }, nth) => seats.set(id, { document, nth })))
  return seats
}
