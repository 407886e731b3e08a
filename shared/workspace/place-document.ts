import { planAddDocument } from '../yaml/edit/plan-document'
import type { FileEdit, Refusal } from './change'
import { FileDrafts } from './file-draft'
import { whyNotPath } from './file-paths'
import type { FilePath } from './kube-object'
import type { Workspace } from './workspace'

export type PlacedDocument = { readonly ok: true; readonly files: ReadonlyMap<FilePath, FileEdit> } | Refusal

/** Puts the documents of a text at the end of a file, or into a new file where there is none at the path. */
export function placeDocument(workspace: Workspace, path: FilePath, text: string): PlacedDocument {
  if (!workspace.files.has(path)) {
    return whyNotPath(workspace, path) ?? { ok: true, files: new Map([[path, { type: 'create', text }]]) }
  }
  const drafts = new FileDrafts(workspace)
  const refusal = drafts.edit(path, before => planAddDocument(before, text))
  return refusal ?? { ok: true, files: drafts.close() }
}
