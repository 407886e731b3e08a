import type { FileChange, ReadFile } from '../../shared/host'
import { diffTexts } from '../../shared/text/diff'
import type { Change, FileEdit } from '../../shared/workspace/change'
import { record } from '../../shared/workspace/history'
import type { FilePath } from '../../shared/workspace/kube-object'
import { LAYOUT_PATH } from '../../shared/workspace/layout'
import { isUnsaved, markSaved } from '../../shared/workspace/save'
import { addFiles, applyChange } from '../../shared/workspace/workspace'
import type { Workspace } from '../../shared/workspace/workspace'
import { settle } from './change'
import { counted } from './naming'
import { toInput } from './open-folder'
import type { Session } from './session'
import type { OpenDesign } from './state'
import { hideToastsAbout, showToast } from './toasts'
import { openDialog } from './view'

/** Follows what other programs do to the opened folder, until the answer is called. */
export function followDisk(session: Session): () => void {
  return session.host.listen('files:changed', ({ root, changes }) => {
    if (session.store.getState().open?.folder?.root === root) void takeChanges(session, root, changes)
  })
}

/** Files as the disk holds them now: the text, or null for a file that is gone. */
type Found = {
  readonly path: FilePath
  readonly text: string | null
  readonly hash: string | null
  readonly file: ReadFile | null
}

async function takeChanges(session: Session, root: string, changes: readonly FileChange[]): Promise<void> {
  const written = changes.filter(change => change.type === 'written').map(change => change.path)
  const removed = changes.filter(change => change.type === 'removed').map(change => change.path)
  const found = [
    ...(await readNow(session, root, written)),
    ...removed.map(path => ({ path, text: null, hash: null, file: null })),
  ]
  const { open } = session.store.getState()
  if (open?.folder?.root !== root) return

  const news = found.filter(({ path, text }) => text !== savedTextOf(open.design.workspace, path))
  const mine = news.filter(({ path }) => hasOwnWork(open.design.workspace, path)).map(({ path }) => path)
  take(
    session,
    open,
    news.filter(({ path }) => !mine.includes(path)),
  )
  if (mine.length > 0) askWhose(session, mine)
}

async function readNow(session: Session, root: string, paths: readonly FilePath[]): Promise<readonly Found[]> {
  if (paths.length === 0) return []
  const reply = await session.host.ask('workspace:read', { root, paths })
  if (!reply.ok) {
    showToast(session, { tone: 'error', title: 'Changed files could not be read', text: reply.message })
    return []
  }
  return reply.value.map(file => ({
    path: file.path,
    text: file.ok ? file.text : null,
    hash: file.ok ? file.hash : null,
    file: file.ok || file.code !== 'not-found' ? file : null,
  }))
}

function savedTextOf(workspace: Workspace, path: FilePath): string | null {
  if (path === LAYOUT_PATH) return workspace.layoutFile.savedText
  return workspace.files.get(path)?.savedText ?? workspace.deleted.get(path) ?? null
}

function hasOwnWork(workspace: Workspace, path: FilePath): boolean {
  const file = workspace.files.get(path)
  return file ? isUnsaved(file) : workspace.deleted.has(path)
}

/**
 * Another program's work enters as one step that can be undone, so that the offsets of the steps before it stay right.
 * The layout and files that can't be read have no such step: they are taken in as they are.
 */
function take(session: Session, open: OpenDesign, news: readonly Found[]): void {
  if (news.length === 0) return
  const { workspace } = open.design
  const texts = news.filter(({ path, file }) => path !== LAYOUT_PATH && (file === null || file.ok))
  const rest = news.flatMap(({ path, file }) => (file && (path === LAYOUT_PATH || !file.ok) ? [toInput(file)] : []))
  const files = new Map(texts.flatMap(found => editOf(workspace, found)))
  const names = texts.map(({ path }) => path)
  const change: Change = {
    says: `${names.length === 1 ? names[0] : counted(names.length, 'file')} changed on disk`,
    files,
  }
  const applied = applyChange(workspace, change)
  const history = files.size > 0 ? record(open.history, change, applied, performance.now()) : open.history
  const marked = markSaved(applied.workspace, new Map(texts.map(({ path, text }) => [path, text])))
  const onDisk = new Map(open.onDisk)
  for (const { path, hash } of news) onDisk.set(path, hash)
  settle(session, { ...open, history, onDisk }, rest.length > 0 ? addFiles(marked, rest) : marked, {
    select: null,
    done: change.says,
  })
}

function editOf(workspace: Workspace, { path, text }: Found): readonly (readonly [FilePath, FileEdit])[] {
  const file = workspace.files.get(path)
  if (text === null) return file ? [[path, { type: 'delete' }]] : []
  if (!file) return [[path, { type: 'create', text }]]
  return text === file.text ? [] : [[path, { type: 'edit', splices: diffTexts(file.text, text) }]]
}

const CONFLICT = 'changed on disk'

function askWhose(session: Session, files: readonly FilePath[]): void {
  showToast(session, {
    tone: 'info',
    title: `${files.length === 1 ? files[0] : counted(files.length, 'file')} changed on disk, and has unsaved changes here`,
    text: 'Yours are kept until you choose.',
    about: CONFLICT,
    action: { label: 'Choose', run: () => openDialog(session, { type: 'changed-on-disk', files }) },
  })
}

/** Mine: the next save writes over what the disk holds now. Theirs: the disk's texts take the place of mine, undoably. */
export async function settleConflict(
  session: Session,
  files: readonly FilePath[],
  whose: 'mine' | 'theirs',
): Promise<void> {
  const root = session.store.getState().open?.folder?.root
  if (root === undefined) return
  hideToastsAbout(session, CONFLICT)
  const found = await readNow(session, root, files)
  const { open } = session.store.getState()
  if (open?.folder?.root !== root) return
  if (whose === 'theirs') return take(session, open, found)
  const onDisk = new Map(open.onDisk)
  for (const { path, hash } of found) onDisk.set(path, hash)
  const marked = markSaved(open.design.workspace, new Map(found.map(({ path, text }) => [path, text])))
  settle(session, { ...open, onDisk }, marked, { select: null, done: `Kept mine: ${files.join(', ')}` })
}
