import type { FileToSave, SavedFile } from '../../shared/host'
import type { FilePath } from '../../shared/workspace/kube-object'
import { markSaved } from '../../shared/workspace/save'
import type { Save } from '../../shared/workspace/save'
import { settle } from './change'
import { inTurn } from './in-turn'
import { rememberOpen } from './last-window'
import { counted } from './naming'
import type { Session } from './session'
import type { OpenDesign, OpenFolder } from './state'
import { showToast } from './toasts'
import { unsavedWork } from './unsaved'
import { openDialog } from './view'

/**
 * Writes what differs from the disk, each file whole or not at all, and none that another program wrote in the meantime.
 * A design without a folder asks for one first. Answers whether all of it was written.
 */
export function save(session: Session): Promise<boolean> {
  return inTurn(session, () => saveNow(session))
}

async function saveNow(session: Session): Promise<boolean> {
  const { open, app } = session.store.getState()
  if (!open) return true
  if (open.folder) return write(session, open, open.folder)
  if (!app.nativeDialogs) {
    openDialog(session, { type: 'pick-folder', purpose: 'save' })
    return false
  }
  const picked = await session.host.ask('dialog:pick-folder', { title: 'Save the design in a folder' })
  return picked.ok && picked.value !== null ? saveInto(session, picked.value) : false
}

/** Gives a design without a folder its folder and writes it there. A file that is there already is never written over. */
export async function saveInto(session: Session, path: string): Promise<boolean> {
  const opened = await session.host.ask('workspace:open', { path })
  if (!opened.ok) {
    showToast(session, { tone: 'error', title: `${path} can't be opened`, text: opened.message })
    return false
  }
  const { open } = session.store.getState()
  if (!open) return false
  const folder = { root: opened.value.root, path: opened.value.path }
  const saved = await write(session, open, folder)
  if (saved) rememberOpen(session, opened.value.path)
  session.store.setState(state =>
    saved && state.open?.key === open.key ? { open: { ...state.open, folder, name: opened.value.name } } : {},
  )
  return saved
}

async function write(session: Session, open: OpenDesign, folder: OpenFolder): Promise<boolean> {
  const plan = unsavedWork(session.store.getState())
  if (plan.length === 0) return true
  const files = plan.map((file): FileToSave => ({
    path: file.path,
    text: file.text,
    expectedHash: file.expected === null ? null : (open.onDisk.get(file.path) ?? null),
  }))
  const reply = await session.host.ask('files:save', { root: folder.root, files })
  if (!reply.ok) {
    showToast(session, { tone: 'error', title: 'Nothing was saved', text: reply.message })
    return false
  }
  if (session.store.getState().open?.key !== open.key) return false
  takeOutcomes(session, plan, reply.value)
  sayOutcomes(session, reply.value, folder)
  return reply.value.every(file => file.outcome === 'saved')
}

/** What was typed while the disk was busy stays unsaved: only the texts that were written are marked. */
function takeOutcomes(session: Session, plan: readonly Save[], outcomes: readonly SavedFile[]): void {
  const { open } = session.store.getState()
  if (!open) return
  const texts = new Map(plan.map(file => [file.path, file.text]))
  const written = new Map<FilePath, string | null>()
  const onDisk = new Map(open.onDisk)
  const conflicts = new Set(open.conflicts)
  for (const file of outcomes) {
    if (file.outcome === 'changed-on-disk' && open.folder) conflicts.add(file.path)
    if (file.outcome !== 'saved') continue
    conflicts.delete(file.path)
    written.set(file.path, texts.get(file.path) ?? null)
    onDisk.set(file.path, file.hash)
  }
  const workspace = markSaved(open.design.workspace, written)
  settle(session, { ...open, onDisk, conflicts }, workspace, { select: null, done: session.store.getState().lastDone })
}

function sayOutcomes(session: Session, outcomes: readonly SavedFile[], folder: OpenFolder): void {
  const saved = outcomes.filter(file => file.outcome === 'saved')
  const changed = outcomes.filter(file => file.outcome === 'changed-on-disk')
  if (saved.length > 0) {
    const done = `Saved ${saved.length === 1 ? saved[0]?.path : counted(saved.length, 'file')}`
    session.store.setState({ lastDone: done, announcement: { text: done, urgent: false } })
  }
  for (const file of outcomes)
    if (file.outcome === 'failed')
      showToast(session, { tone: 'error', title: `${file.path} was not saved`, text: file.message })
  if (changed.length === 0) return
  const knows = session.store.getState().open?.folder?.root === folder.root
  if (knows) openDialog(session, { type: 'changed-on-disk', files: changed.map(file => file.path) })
  else
    showToast(session, {
      tone: 'error',
      title: `${folder.path} has ${counted(changed.length, 'file')} of the same name`,
      text: `Nothing there was written over: ${changed.map(file => file.path).join(', ')}. Choose another folder, or rename the files.`,
    })
}
