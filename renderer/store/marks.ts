import type { Point } from '../../shared/workspace/change'
import { showNamespaces, type ShowNamespaces } from '../../shared/workspace/commands/show-namespaces'
import { writeNotes } from '../../shared/workspace/commands/write-notes'
import type { ObjectId } from '../../shared/workspace/kube-object'
import type { MarkColour, Note, NoteId } from '../../shared/workspace/layout-marks'
import { perform } from './change'
import type { Session } from './session'

/** Notes as they shall be, null for none, and cards that moved with a frame: one step. */
export function keepNotes(
  session: Session,
  notes: ReadonlyMap<NoteId, Note | null>,
  places: ReadonlyMap<ObjectId, Point> = new Map(),
): void {
  const { open } = session.store.getState()
  if (open) perform(session, writeNotes(open.design, { notes, places }))
}

/** Gives a note a colour, or none. */
export function colourNote(session: Session, id: NoteId, colour: MarkColour | null): void {
  const note = session.store.getState().open?.design.workspace.layout.marks.notes.get(id)
  if (note && note.colour !== colour) keepNotes(session, new Map([[id, { ...note, colour }]]))
}

/** Collapses, expands or colours namespaces. */
export function lookAtNamespaces(session: Session, look: ShowNamespaces): void {
  const { open } = session.store.getState()
  if (open) perform(session, showNamespaces(open.design, look))
}
