import { applySplices, invertSplices, type Splice } from '../text/splice'
import { assemble } from './assemble'
import type { Change, FileEdit } from './change'
import { objectsOfFile } from './file-objects'
import { IdentityLedger } from './identity'
import type { FilePath, KubeObject, ObjectId } from './kube-object'
import { diffLayouts, editLayout, followRenames, type Layout } from './layout'
import { diffMarks, editMarks } from './layout-marks'
import { readAgain, readAll, type Reread } from './reread'
import { settle } from './settle'
import type { Applied, Workspace } from './workspace'
import type { WorkspaceFile } from './workspace-file'

/** See applyChange in workspace.ts, which is this. */
export function transform(workspace: Workspace, change: Change): Applied {
  const { files, deleted, identities } = applyFileEdits(workspace, change.files)
  const settled = assemble({ ...workspace, files, deleted, identities }, workspace)
  const layout = changeLayout(workspace, settled, change)
  const after = layout === settled.layout ? settled : assemble({ ...settled, layout }, settled)
  const gone = missingFrom(after, workspace)
  const made = missingFrom(workspace, after)
  return { workspace: after, inverse: invert(workspace, after, change, gone), made, gone }
}

type FileStates = Pick<Workspace, 'files' | 'deleted' | 'identities'>

/** A file that a change gives a text: read, but without ids for what is new in it. */
type Arrival = { readonly reread: Reread; readonly before: WorkspaceFile | null }

function applyFileEdits(workspace: Workspace, edits: Change['files']): FileStates {
  if (edits.size === 0) return workspace
  const files = new Map(workspace.files)
  const deleted = new Map(workspace.deleted)
  const ledger = new IdentityLedger(workspace.identities)
  const arrivals: Arrival[] = []

  const leave = (file: WorkspaceFile): void => {
    files.delete(file.path)
    if (file.savedText !== null) deleted.set(file.path, file.savedText)
  }
  for (const [path, edit] of edits) {
    if (edit.type === 'create') {
      arrivals.push({ reread: readAll(path, edit.text), before: null })
      continue
    }
    const before = fileAt(workspace, path)
    if (edit.type !== 'edit') leave(before)
    if (edit.type === 'delete') {
      retireAll(ledger, objectsOfFile(before))
      continue
    }
    const reread = readAgain(before, applySplices(before.text, edit.splices), edit.splices, workspace.defaultNamespace)
    retireAll(ledger, reread.gone)
    arrivals.push({ reread: edit.type === 'rename' ? { ...reread, path: edit.to } : reread, before })
  }

  for (const { reread, before } of arrivals) {
    const { path } = reread
    const isMoved = before?.path !== path
    if (isMoved && files.has(path)) throw new Error(`There is a file ${path} already`)
    files.set(path, {
      readOnly: before?.readOnly ?? null,
      failure: before?.failure ?? null,
      savedText: isMoved ? (deleted.get(path) ?? null) : before.savedText,
      ...settle(reread, { ledger, defaultNamespace: workspace.defaultNamespace }, before),
    })
    deleted.delete(path)
  }
  return { files, deleted, identities: ledger.close() }
}

function changeLayout(before: Workspace, after: Workspace, change: Change): Layout {
  const followed = followRenames(before.layout, before.objects, after.objects)
  const placed = change.layout ? editLayout(followed, change.layout) : followed
  const marks = change.marks ? editMarks(placed.marks, change.marks) : placed.marks
  return marks === placed.marks ? placed : { ...placed, marks }
}

/** The change that takes another one back. Taking back a deletion selects what it brings back. */
function invert(before: Workspace, after: Workspace, change: Change, gone: readonly ObjectId[]): Change {
  const files = new Map<FilePath, FileEdit>()
  for (const [path, edit] of change.files) {
    if (edit.type === 'create') files.set(path, { type: 'delete' })
    else if (edit.type === 'delete') files.set(path, { type: 'create', text: fileAt(before, path).text })
    else {
      const splices: readonly Splice[] = invertSplices(fileAt(before, path).text, edit.splices)
      if (edit.type === 'edit') files.set(path, { type: 'edit', splices })
      else files.set(edit.to, { type: 'rename', to: path, splices })
    }
  }
  // Places follow the names back by themselves.
  const followed = followRenames(after.layout, after.objects, before.objects)
  const layout = diffLayouts(followed, before.layout)
  const marks = diffMarks(after.layout.marks, before.layout.marks)
  const select = gone.length > 0 ? gone : change.select
  return {
    says: change.says,
    files,
    ...(layout.size > 0 && { layout }),
    ...(marks && { marks }),
    ...(select && { select }),
  }
}

function missingFrom(workspace: Workspace, other: Workspace): readonly ObjectId[] {
  if (workspace.homes === other.homes) return []
  const missing: ObjectId[] = []
  for (const [path, file] of other.files)
    if (workspace.files.get(path)?.documents !== file.documents)
      for (const { id } of objectsOfFile(file)) if (workspace.homes.get(id) === undefined) missing.push(id)
  return missing
}

function fileAt(workspace: Workspace, path: FilePath): WorkspaceFile {
  const file = workspace.files.get(path)
  if (!file) throw new Error(`There is no file ${path}`)
  return file
}

function retireAll(ledger: IdentityLedger, objects: readonly KubeObject[]): void {
  for (const object of objects) ledger.retire(object)
}
