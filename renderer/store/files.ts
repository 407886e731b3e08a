import { deleteFile } from '../../shared/workspace/commands/delete-file'
import { mergeFile } from '../../shared/workspace/commands/merge-file'
import { moveObjectToFile } from '../../shared/workspace/commands/move-object-to-file'
import { newFile } from '../../shared/workspace/commands/new-file'
import { renameFile } from '../../shared/workspace/commands/rename-file'
import { splitFile } from '../../shared/workspace/commands/split-file'
import type { Planned } from '../../shared/workspace/change'
import type { Design } from '../../shared/workspace/design'
import type { FilePath, ObjectId } from '../../shared/workspace/kube-object'
import { perform } from './change'
import { undo } from './history'
import { openFile } from './reveal'
import type { Session } from './session'
import { showToast } from './toasts'

/** Makes an empty file and turns the editor to it, or answers why there can't be one (null when it was done). */
export function tryNewFile(session: Session, path: FilePath): string | null {
  return tryPlan(session, path, design => newFile(design, { path }))
}

/** Gives a file another path: name, folder or both. Answers why it can't have it (null when it was done). */
export function tryMoveFile(session: Session, path: FilePath, to: FilePath): string | null {
  return tryPlan(session, to, design => renameFile(design, { path, to }))
}

/** Moves an object to the end of another file, or into a new one. Answers why it can't be (null when it was done). */
export function tryMoveToFile(session: Session, object: ObjectId, file: FilePath): string | null {
  return tryPlan(session, file, design => moveObjectToFile(design, { object, file }))
}

/** Puts all of a file behind what another one holds. Answers why it can't be (null when it was done). */
export function tryMergeFile(session: Session, path: FilePath, into: FilePath): string | null {
  return tryPlan(session, into, design => mergeFile(design, { path, into }))
}

/** Gives each document of a file a file of its own. */
export function split(session: Session, path: FilePath): void {
  const { open } = session.store.getState()
  if (open) perform(session, splitFile(open.design, { path }))
}

/** Takes a file out of the design, with the way back at hand. The disk keeps it until the next save. */
export function removeFile(session: Session, path: FilePath): void {
  const { open } = session.store.getState()
  if (!open || !perform(session, deleteFile(open.design, { path }))) return
  const action = { label: 'Undo', run: () => undo(session) }
  showToast(session, { tone: 'info', title: `Deleted ${path}`, text: 'The next save removes it.', action })
}

function tryPlan(session: Session, opens: FilePath, planned: (design: Design) => Planned): string | null {
  const { open } = session.store.getState()
  if (!open) return null
  const answer = planned(open.design)
  if (!answer.ok) return answer.message
  perform(session, answer)
  openFile(session, opens)
  return null
}
