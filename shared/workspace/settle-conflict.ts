import { diffTexts } from '../text/diff'
import type { Change, FileEdit } from './change'
import type { FilePath } from './kube-object'
import { markSaved } from './save'
import type { Workspace } from './workspace'

/** What a conflict of one file is settled with: the text that the file gets here; null for no file. */
export type Settlement = {
  readonly path: FilePath
  readonly text: string | null
  /** What the disk holds now, which the next save may write over. */
  readonly onDisk: string | null
}

/** The workspace, knowing the disk; and the step that gives the files their texts, or null where they have them. */
export type Settled = { readonly workspace: Workspace; readonly change: Change | null }

/** Settles files that were changed here and by another program: mine, theirs, or any merge of the two. */
export function settleConflicts(workspace: Workspace, settlements: readonly Settlement[], says: string): Settled {
  const files = new Map<FilePath, FileEdit>()
  for (const { path, text } of settlements) {
    const file = workspace.files.get(path)
    if (file && text === null) files.set(path, { type: 'delete' })
    else if (!file && text !== null) files.set(path, { type: 'create', text })
    else if (file && text !== null && file.text !== text)
      files.set(path, { type: 'edit', splices: diffTexts(file.text, text) })
  }
  const onDisk = new Map(settlements.map(settlement => [settlement.path, settlement.onDisk]))
  return { workspace: markSaved(workspace, onDisk), change: files.size > 0 ? { says, files } : null }
}
