import { READ_SLICE } from '../../shared/host'
import type { FileChange, ReadFile } from '../../shared/host'
import { fromDisk } from '../../shared/workspace/from-disk'
import { forgetFiles, record, recordForeign } from '../../shared/workspace/history'
import type { FilePath } from '../../shared/workspace/kube-object'
import { settleConflicts, type Settlement } from '../../shared/workspace/settle-conflict'
import { applyChange } from '../../shared/workspace/workspace'
import { settle } from './change'
import { inTurn } from './in-turn'
import { counted } from './naming'
import type { Session } from './session'
import type { OpenDesign } from './state'
import { toInput } from './take-files'
import { announce, showToast } from './toasts'

/** Follows what other programs do to the opened folder, until the answer is called. */
export function followDisk(session: Session): () => void {
  const isOpen = (root: string): boolean => session.store.getState().open?.folder?.root === root
  const ends = [
    session.host.listen('files:changed', ({ root, changes }) => {
      if (isOpen(root)) void takeChanges(session, root, changes)
    }),
    session.host.listen('files:unwatched', ({ root, message }) => {
      if (isOpen(root)) showToast(session, { tone: 'error', title: UNWATCHED, text: message })
    }),
  ]
  return () => ends.forEach(end => end())
}

const UNWATCHED = 'Changes by other programs are noticed only when you save'

/** Files as the disk holds them now: null for a file that is gone. */
type Found = { readonly path: FilePath; readonly file: ReadFile | null }

async function takeChanges(session: Session, root: string, changes: readonly FileChange[]): Promise<void> {
  const written = changes.filter(change => change.type === 'written').map(change => change.path)
  const removed = changes.filter(change => change.type === 'removed').map(change => change.path)
  const found = [...(await readNow(session, root, written)), ...removed.map(path => ({ path, file: null }))]
  const { open } = session.store.getState()
  if (open?.folder?.root === root) take(session, open, found)
}

/** What the disk holds of these files now, as the host reads it. */
export async function readNow(session: Session, root: string, paths: readonly FilePath[]): Promise<readonly Found[]> {
  const found: Found[] = []
  for (let from = 0; from < paths.length; from += READ_SLICE) {
    const reply = await session.host.ask('workspace:read', { root, paths: paths.slice(from, from + READ_SLICE) })
    if (!reply.ok) {
      showToast(session, { tone: 'error', title: 'Changed files could not be read', text: reply.message })
      return found
    }
    found.push(
      ...reply.value.map(file => ({ path: file.path, file: file.ok || file.code !== 'not-found' ? file : null })),
    )
  }
  return found
}

/** Another program's work enters as one step that can be undone; what is unsaved here is merged with it or kept. */
function take(session: Session, open: OpenDesign, found: readonly Found[]): void {
  const disk = new Map(found.map(({ path, file }) => [path, file && toInput(file)]))
  const seen = fromDisk(open.design.workspace, disk)
  const conflicts = new Set(seen.conflicts)
  const onDisk = new Map(open.onDisk)
  for (const { path, file } of found) if (!conflicts.has(path)) onDisk.set(path, file?.ok ? file.hash : null)
  const now = { ...open, onDisk, conflicts: new Set([...without(open.conflicts, disk.keys()), ...conflicts]) }

  const kept = forgetFiles(open.history, seen.withoutStep)
  const applied = seen.change && applyChange(seen.workspace, seen.change)
  const history = applied ? recordForeign(kept, seen.change, applied, performance.now()) : kept
  if (applied || seen.workspace !== open.design.workspace)
    settle(session, { ...now, history }, applied?.workspace ?? seen.workspace, {
      select: null,
      done: (applied && history.past.at(-1)?.says) ?? session.store.getState().lastDone,
    })
  else session.store.setState({ open: now })
  if (seen.merged.length > 0) sayMerged(session, seen.merged)
  if (seen.conflicts.length > 0) announce(session, `${conflictWords(seen.conflicts)}. ${KEPT_UNTIL_CHOSEN}`)
}

function sayMerged(session: Session, files: readonly FilePath[]): void {
  showToast(session, {
    tone: 'info',
    title: `${named(files)} changed on disk, and was merged with your unsaved changes`,
    text: 'Undo takes their changes back out.',
  })
}

/** What is asked while files are in conflict, and what holds until that is answered. */
export function conflictWords(files: readonly FilePath[]): string {
  return `${named(files)} changed on disk, and ${files.length === 1 ? 'has' : 'have'} unsaved changes here`
}
export const KEPT_UNTIL_CHOSEN = 'Yours are kept until you choose.'

function without(files: ReadonlySet<FilePath>, gone: Iterable<FilePath>): ReadonlySet<FilePath> {
  const left = new Set(files)
  for (const file of gone) left.delete(file)
  return left
}

function named(files: readonly FilePath[]): string {
  return files.length === 1 ? `${files[0]}` : counted(files.length, 'file')
}

/** What a file with a conflict becomes: mine stays, theirs takes its place, or a text that was merged of both. */
export type Choice = 'mine' | 'theirs' | { readonly text: string }

/**
 * Settles conflicts, as one step that can be undone. What the disk holds now counts as seen: the next save writes over
 * it, and over nothing that comes later.
 */
export function settleConflict(
  session: Session,
  choices: ReadonlyMap<FilePath, Choice>,
  expected: ReadonlyMap<FilePath, string | null> = new Map(),
): Promise<boolean> {
  return inTurn(session, () => settleNow(session, choices, expected))
}

async function settleNow(
  session: Session,
  choices: ReadonlyMap<FilePath, Choice>,
  expected: ReadonlyMap<FilePath, string | null>,
): Promise<boolean> {
  const root = session.store.getState().open?.folder?.root
  if (root === undefined) return false
  const found = await readNow(session, root, [...choices.keys()])
  const { open } = session.store.getState()
  if (open?.folder?.root !== root) return false

  const settled: Settlement[] = []
  const onDisk = new Map(open.onDisk)
  const late: FilePath[] = []
  for (const { path, file } of found) {
    const choice = choices.get(path)
    if (choice === undefined || (file && !file.ok)) continue
    const theirs = file?.text ?? null
    // A merge was made of what the disk held when it was shown.
    if (expected.has(path) && expected.get(path) !== theirs) {
      late.push(path)
      continue
    }
    const mine = open.design.workspace.files.get(path)?.text ?? null
    const text = choice === 'mine' ? mine : choice === 'theirs' ? theirs : choice.text
    settled.push({ path, text, onDisk: theirs })
    onDisk.set(path, file?.hash ?? null)
  }
  const says = saysOf([...choices.values()], [...choices.keys()])
  const { workspace, change } = settleConflicts(open.design.workspace, settled, says)
  const applied = change && applyChange(workspace, change)
  const history = applied ? record(open.history, change, applied, performance.now()) : open.history
  const conflicts = without(
    open.conflicts,
    settled.map(({ path }) => path),
  )
  settle(session, { ...open, history, onDisk, conflicts }, applied?.workspace ?? workspace, {
    select: null,
    done: says,
  })
  sayUnreadable(session, found)
  if (late.length > 0)
    showToast(session, {
      tone: 'error',
      title: `${named(late)} changed on disk again`,
      text: 'The merge was made with an older text, and was not taken. Choose again.',
    })
  return late.length === 0
}

function saysOf(choices: readonly Choice[], files: readonly FilePath[]): string {
  const verb = choices.every(choice => choice === 'mine')
    ? 'Keep mine'
    : choices.every(choice => choice === 'theirs')
      ? 'Take theirs'
      : 'Merge'
  return `${verb}: ${files.join(', ')}`
}

function sayUnreadable(session: Session, found: readonly Found[]): void {
  for (const { path, file } of found)
    if (file && !file.ok)
      showToast(session, { tone: 'error', title: `${path} can’t be settled now`, text: file.message })
}
