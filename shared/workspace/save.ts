import { assemble } from './assemble'
import type { FilePath } from './kube-object'
import { isSameLayout, LAYOUT_PATH } from './layout'
import { layoutFileOf, printLayout } from './layout-file'
import type { Workspace } from './workspace'
import type { WorkspaceFile } from './workspace-file'

/** One file to write: its new text (null: remove it), and what the disk must still hold (null: no file yet). */
export type Save = { readonly path: FilePath; readonly text: string | null; readonly expected: string | null }

/** What must be written for the disk to hold the workspace, by path. Nothing where nothing differs. */
export function savePlan(workspace: Workspace): readonly Save[] {
  const saves: Save[] = []
  for (const file of workspace.files.values()) {
    if (isUnsaved(file)) saves.push({ path: file.path, text: file.text, expected: file.savedText })
  }
  for (const [path, expected] of workspace.deleted) saves.push({ path, text: null, expected })
  const layout = unsavedLayout(workspace)
  if (layout !== null) saves.push({ path: LAYOUT_PATH, text: layout, expected: workspace.layoutFile.savedText })
  return saves.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Whether a file's text differs from what the disk is known to hold. */
export function isUnsaved(file: WorkspaceFile): boolean {
  return file.failure === null && file.text !== file.savedText
}

/** Whether a save would write anything. */
export function hasUnsaved(workspace: Workspace): boolean {
  return (
    workspace.deleted.size > 0 || unsavedLayout(workspace) !== null || [...workspace.files.values()].some(isUnsaved)
  )
}

/** The workspace, knowing that the disk holds these texts now (null: no such file). Its own texts stay. */
export function markSaved(workspace: Workspace, onDisk: ReadonlyMap<FilePath, string | null>): Workspace {
  const files = new Map(workspace.files)
  const deleted = new Map(workspace.deleted)
  let { layoutFile } = workspace
  for (const [path, savedText] of onDisk) {
    const file = files.get(path)
    if (path === LAYOUT_PATH) layoutFile = layoutFileOf(savedText)
    else if (file) files.set(path, { ...file, savedText })
    else if (savedText === null) deleted.delete(path)
    else deleted.set(path, savedText)
  }
  return assemble({ ...workspace, files, deleted, layoutFile }, workspace)
}

/** The text of the layout file where it must be written: not while it can't be read, not where only its looks differ. */
function unsavedLayout({ layout, layoutFile }: Workspace): string | null {
  const { savedLayout, broken } = layoutFile
  if (broken !== null || isSameLayout(savedLayout, layout)) return null
  return printLayout(layout)
}
