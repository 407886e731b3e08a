import { assemble } from './assemble'
import { IdentityLedger } from './identity'
import { LAYOUT_PATH } from './layout'
import { layoutFileOf, NO_LAYOUT_FILE } from './layout-file'
import { readAgain, readAll } from './reread'
import { settle, type Settling } from './settle'
import type { Workspace } from './workspace'
import type { FileInput, WorkspaceFile } from './workspace-file'

/** See addFiles in workspace.ts, which is this. */
export function takeIn(workspace: Workspace, inputs: readonly FileInput[]): Workspace {
  const files = new Map(workspace.files)
  const deleted = new Map(workspace.deleted)
  const ledger = new IdentityLedger(workspace.identities)
  const settling = { ledger, defaultNamespace: workspace.defaultNamespace }
  let { layout, layoutFile } = workspace
  for (const input of inputs) {
    if (input.path === LAYOUT_PATH) {
      layoutFile = 'failure' in input ? { ...NO_LAYOUT_FILE, broken: input.failure.message } : layoutFileOf(input.text)
      layout = layoutFile.savedLayout
    } else {
      files.set(input.path, readFileInput(input, files.get(input.path) ?? null, settling))
      deleted.delete(input.path)
    }
  }
  return assemble({ ...workspace, files, deleted, layout, layoutFile, identities: ledger.close() }, workspace)
}

/** A file as the disk holds it, unchanged. */
export function readFileInput(input: FileInput, before: WorkspaceFile | null, settling: Settling): WorkspaceFile {
  if ('failure' in input) {
    const { path, failure } = input
    for (const { objects } of before?.documents ?? []) for (const object of objects) settling.ledger.retire(object)
    const nothing = { text: '', pieces: [], documents: [] }
    return { path, ...nothing, savedText: null, readOnly: failure.message, failure }
  }
  const { path, text } = input
  const whole = before && [{ from: 0, to: before.text.length, insert: text }]
  const reread = whole ? readAgain(before, text, whole, settling.defaultNamespace) : readAll(path, text)
  for (const object of reread.gone) settling.ledger.retire(object)
  const read = settle(reread, settling, before)
  return { ...read, savedText: text, readOnly: input.readOnly ?? templateReason(read), failure: null }
}

/** A template that isn't YAML is shown and never edited: a splice could not be read back. */
function templateReason(file: Pick<WorkspaceFile, 'path' | 'documents'>): string | null {
  const problem = file.documents.flatMap(document => document.problems).find(({ code }) => code === 'template-not-yaml')
  return problem ? `${file.path} is a template that is no YAML before it is rendered` : null
}
