import { mergeTexts } from '../../shared/text/merge'
import { applySplices } from '../../shared/text/splice'
import type { FilePath } from '../../shared/workspace/kube-object'
import { readNow, settleConflict } from './from-disk'
import type { Session } from './session'
import { showToast } from './toasts'
import { openDialog } from './view'

/** One file's merge, for the user to finish. */
export type OpenMerge = {
  readonly file: FilePath
  /** Both edits, with mine at the conflicts. */
  readonly mine: string
  /** Both edits, with theirs at the conflicts. */
  readonly theirs: string
  /** What the disk held: a merge of something older is not taken. */
  readonly onDisk: string
  /** Files that are to be merged after this one. */
  readonly rest: readonly FilePath[]
}

/** Opens the merge of the first of these files; one that has but one side left says so. */
export async function startMerge(session: Session, files: readonly FilePath[]): Promise<void> {
  const [file, ...rest] = files
  const before = session.store.getState().open
  if (file === undefined || !before?.folder) return
  const [found] = await readNow(session, before.folder.root, [file])
  const { open } = session.store.getState()
  const mine = open?.design.workspace.files.get(file)
  if (open?.key !== before.key) return
  if (!mine || !found?.file?.ok) {
    const why = mine ? 'It is gone on disk, or can’t be read.' : 'It was deleted here.'
    return showToast(session, { tone: 'error', title: `${file} has no two sides to merge`, text: why })
  }
  const onDisk = found.file.text
  const { text, conflicts } = mergeTexts(mine.savedText ?? '', mine.text, onDisk)
  const theirs = applySplices(
    text,
    conflicts.map(conflict => ({ from: conflict.from, to: conflict.to, insert: conflict.theirs })),
  )
  openDialog(session, { type: 'merge', merge: { file, mine: text, theirs, onDisk, rest } })
}

/** Takes a finished merge as one step, and goes on with the next file. The merge is saved by the user, as any edit. */
export async function finishMerge(session: Session, merge: OpenMerge, text: string): Promise<void> {
  const isTaken = await settleConflict(
    session,
    new Map([[merge.file, { text }]]),
    new Map([[merge.file, merge.onDisk]]),
  )
  if (isTaken && merge.rest.length > 0) await startMerge(session, merge.rest)
}
