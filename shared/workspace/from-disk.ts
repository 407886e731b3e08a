import { diffTexts } from '../text/diff'
import { mergeTexts } from '../text/merge'
import { readFile } from '../yaml/read/read-file'
import { assemble } from './assemble'
import type { Change, FileEdit, LayoutEdit } from './change'
import type { FilePath } from './kube-object'
import { diffLayouts, LAYOUT_PATH } from './layout'
import { diffMarks, marksWithout, type MarksEdit } from './layout-marks'
import { layoutFileOf } from './layout-file'
import { isUnsaved, markSaved } from './save'
import type { Workspace } from './workspace'
import { addFiles } from './workspace'
import type { FileInput, WorkspaceFile } from './workspace-file'

/** A checkout of a branch is heard of in parts: what comes within a second is one step. */
const FOREIGN = 'by another program'

/** What another program did to the files, and what to do about it. */
export type FromDisk = {
  /** Knows what the disk holds now, except for conflicts. Apply the change to it. */
  readonly workspace: Workspace
  /** Brings in what was written, as a step that can be undone; null where nothing is to be done. */
  readonly change: Change | null
  /** Files with unsaved edits that the change merges with what was written: both fit beside each other. */
  readonly merged: readonly FilePath[]
  /** Files whose unsaved edits don't fit beside what was written: nothing is done with them before the user has chosen. */
  readonly conflicts: readonly FilePath[]
  /** Files that the window can't show now, or can again: their texts came without a step, so earlier steps don't fit them. */
  readonly withoutStep: readonly FilePath[]
}

/**
 * Takes note of files that another program wrote (as the host read them) or removed (null). Unsaved edits are never
 * lost: a file that was removed stays, as an unsaved one, when it was edited.
 */
export function fromDisk(workspace: Workspace, disk: ReadonlyMap<FilePath, FileInput | null>): FromDisk {
  const files = new Map<FilePath, FileEdit>()
  const known = new Map<FilePath, string | null>()
  const merged: FilePath[] = []
  const conflicts: FilePath[] = []
  const unreadable: FileInput[] = []
  for (const [path, input] of disk) {
    const file = workspace.files.get(path)
    const isRemovedHere = workspace.deleted.has(path)
    if (path === LAYOUT_PATH) continue
    if (input === null) {
      if (file && !isUnsaved(file)) files.set(path, { type: 'delete' })
      known.set(path, null)
    } else if ('failure' in input || (file?.failure ?? null) !== null) {
      if (file && isUnsaved(file)) conflicts.push(path)
      else unreadable.push(input)
    } else if (file?.text === input.text) {
      known.set(path, input.text)
    } else if (isRemovedHere) {
      if (workspace.deleted.get(path) !== input.text) conflicts.push(path)
    } else if (file && isUnsaved(file)) {
      if (file.savedText === input.text) continue
      const text = mergeBoth(file, input.text)
      if (text === null) {
        conflicts.push(path)
        continue
      }
      files.set(path, { type: 'edit', splices: diffTexts(file.text, text) })
      known.set(path, input.text)
      merged.push(path)
    } else if (file) {
      files.set(path, { type: 'edit', splices: diffTexts(file.text, input.text) })
      known.set(path, input.text)
    } else {
      files.set(path, { type: 'create', text: input.text })
      known.set(path, input.text)
    }
  }
  const layout = layoutFromDisk(workspace, disk.get(LAYOUT_PATH))
  const knowing = markSaved(layout.workspace, known)
  const change = {
    says: saysForeign([...files.keys()]),
    files,
    group: FOREIGN,
    ...(layout.edit.size > 0 && { layout: layout.edit }),
    ...(layout.marks && { marks: layout.marks }),
  }
  return {
    workspace: unreadable.length > 0 ? addFiles(knowing, unreadable) : knowing,
    change: files.size > 0 || layout.edit.size > 0 || layout.marks ? change : null,
    merged,
    conflicts,
    withoutStep: unreadable.map(({ path }) => path),
  }
}

/**
 * My unsaved text with what another program wrote; null where the two conflict. Two texts of which each can be read may
 * still make one that can't be, or has a key twice: that is a conflict as well.
 */
function mergeBoth(file: WorkspaceFile, theirs: string): string | null {
  if (file.savedText === null) return null
  const { text, conflicts } = mergeTexts(file.savedText, file.text, theirs)
  if (conflicts.length > 0) return null
  const isBroken = (each: string): boolean => readFile(each).some(({ problems }) => problems.length > 0)
  return isBroken(text) && !isBroken(file.text) && !isBroken(theirs) ? null : text
}

type LayoutFromDisk = {
  readonly workspace: Workspace
  readonly edit: LayoutEdit
  readonly marks: MarksEdit | null
}

/** Places and marks that another program wrote, where the user has not changed the same ones since the last save. */
function layoutFromDisk(workspace: Workspace, input: FileInput | null | undefined): LayoutFromDisk {
  if (input === undefined || (input && 'failure' in input)) return { workspace, edit: new Map(), marks: null }
  const layoutFile = layoutFileOf(input?.text ?? null)
  const { savedLayout } = workspace.layoutFile
  const now = layoutFile.broken === null ? layoutFile.savedLayout : savedLayout
  const mine = diffLayouts(savedLayout, workspace.layout)
  const edit = new Map([...diffLayouts(savedLayout, now)].filter(([key]) => !mine.has(key)))
  const marks = marksWithout(
    diffMarks(savedLayout.marks, now.marks),
    diffMarks(savedLayout.marks, workspace.layout.marks),
  )
  const layout = { ...workspace.layout, more: { ...workspace.layout.more, ...layoutFile.savedLayout.more } }
  return { workspace: assemble({ ...workspace, layoutFile, layout }, workspace), edit, marks }
}

/** What a step is called that another program made. */
export function saysForeign(paths: readonly FilePath[]): string {
  if (paths.length === 0) return 'Places from another program'
  return paths.length === 1
    ? `Changes to ${paths[0]} by another program`
    : `Changes to ${paths.length} files by another program`
}
