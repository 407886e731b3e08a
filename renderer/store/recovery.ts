import type { KeptWork, UnsavedWork } from '../../shared/host'
import { recoverWork } from '../../shared/workspace/commands/recover-work'
import type { FilePath } from '../../shared/workspace/kube-object'
import { perform } from './change'
import { startDesign } from './new-design'
import { openFolder } from './open-folder'
import type { Session } from './session'
import type { OpenDesign, State } from './state'
import { showToast } from './toasts'
import { unsavedWork } from './unsaved'
import { openDialog } from './view'

/** Names the work that this window keeps. */
const ownId = crypto.randomUUID()

/** How long after a change unsaved work is kept, in milliseconds: while somebody types on, once in that time. */
const PAUSE = 700

/**
 * Keeps unsaved work with the host while there is any, so that a crash or a power cut takes at most the last second;
 * until the answer is called. What was saved, or given up, is forgotten.
 */
export function keepUnsavedWork(session: Session): () => void {
  holdLock()
  let workspace: unknown = null
  let waiting: ReturnType<typeof setTimeout> | null = null
  let isKept = false
  let isTold = false

  const keep = async (): Promise<void> => {
    waiting = null
    const work = workOf(session.store.getState())
    if (!work && !isKept) return
    const reply = work
      ? await session.host.ask('recovery:keep', { id: ownId, work })
      : await session.host.ask('recovery:forget', { id: ownId })
    isKept = work !== null
    if (!reply.ok && !isTold) {
      const title = 'Unsaved work can’t be kept for after a crash'
      showToast(session, { tone: 'error', title, text: reply.message })
    }
    isTold = !reply.ok
  }
  const stop = session.store.subscribe(({ open }) => {
    const now = open?.design.workspace ?? null
    if (now === workspace) return
    workspace = now
    waiting ??= setTimeout(() => void keep(), PAUSE)
  })
  return () => {
    stop()
    if (waiting !== null) clearTimeout(waiting)
  }
}

/** What would be lost; null for nothing, a sample that was only looked at included. */
function workOf(state: State): UnsavedWork | null {
  const { open } = state
  const unsaved = unsavedWork(state)
  if (!open || unsaved.length === 0 || (open.folder === null && open.history.past.length === 0)) return null
  return {
    folder: open.folder?.path ?? null,
    files: unsaved.map(({ path, text }) => ({ path, text, savedHash: open.onDisk.get(path) ?? null })),
  }
}

/** Offers the newest work that an earlier window left, of one folder or of any. */
export async function offerRecovery(session: Session, folder: string | null = null): Promise<void> {
  const listed = await session.host.ask('recovery:list', undefined)
  if (!listed.ok) return
  const living = await livingWindows()
  const [kept] = listed.value.filter(({ id, folder: of }) => !living.has(id) && (folder === null || folder === of))
  if (kept && session.store.getState().dialog === null) openDialog(session, { type: 'recover', kept })
}

/** Opens the design that work was left in and gives it its unsaved texts, as one step. */
export async function recover(session: Session, kept: KeptWork): Promise<void> {
  const taken = await session.host.ask('recovery:take', { id: kept.id })
  if (!taken.ok) return showToast(session, { tone: 'error', title: 'The work can’t be read', text: taken.message })
  const { folder, files } = taken.value
  if (folder !== null && session.store.getState().open?.folder?.path !== folder)
    await openFolder(session, folder, 'recovering')
  if (folder === null || session.store.getState().open?.folder?.path !== folder) startDesign(session)
  const { open } = session.store.getState()
  if (!open) return
  const applied = perform(session, recoverWork(open.design, { files }))
  if (applied) sayChangedSince(session, open, files)
  // It is kept anew first, under this window's name: there is no moment without it.
  const work = workOf(session.store.getState())
  const reply = work && (await session.host.ask('recovery:keep', { id: ownId, work }))
  if (reply?.ok !== false) await session.host.ask('recovery:forget', { id: kept.id })
}

/** Forgets work that was left behind. */
export async function discardRecovery(session: Session, kept: KeptWork): Promise<void> {
  const reply = await session.host.ask('recovery:forget', { id: kept.id })
  if (!reply.ok) showToast(session, { tone: 'error', title: 'The work was not discarded', text: reply.message })
}

function sayChangedSince(session: Session, { folder, onDisk }: OpenDesign, files: UnsavedWork['files']): void {
  const changed = files.filter(({ path, savedHash }) => (onDisk.get(path) ?? null) !== savedHash)
  if (folder === null || changed.length === 0) return
  showToast(session, {
    tone: 'info',
    title: `${changed.map(({ path }): FilePath => path).join(', ')} changed on disk since`,
    text: 'Your text took the place of what is there now. Look at it before you save, or undo.',
  })
}

const LOCK = 'chartroom window '

/** A lock that the browser holds while this page lives, however it ends: other pages can tell whose work is abandoned. */
function holdLock(): void {
  void navigator.locks?.request(LOCK + ownId, () => new Promise(() => undefined))
}

async function livingWindows(): Promise<ReadonlySet<string>> {
  const locks = await navigator.locks?.query()
  const names = (locks?.held ?? []).flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : []))
  return new Set([ownId, ...names])
}
