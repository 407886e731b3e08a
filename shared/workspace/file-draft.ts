import { composeSplices } from '../text/compose'
import { applySplices, type Splice } from '../text/splice'
import type { EditPlan } from '../yaml/edit/edit-plan'
import type { FileEdit, Refusal } from './change'
import type { FilePath } from './kube-object'
import { refuse } from './refusal'
import type { WorkspaceFile } from './workspace-file'
import type { Workspace } from './workspace'

/**
 * Files while a command plans several edits of them, each on the text that the one before leaves. What comes out are
 * splices of the first texts.
 */
export class FileDrafts {
  private readonly drafts = new Map<FilePath, { readonly text: string; readonly splices: readonly Splice[] }>()
  private readonly workspace: Workspace

  constructor(workspace: Workspace) {
    this.workspace = workspace
  }

  /** The text as it is now; null for a file that is not there. */
  textOf(path: FilePath): string | null {
    return this.drafts.get(path)?.text ?? this.workspace.files.get(path)?.text ?? null
  }

  /** Plans an edit of a file and takes it over, or gives the reason why it can't be done. */
  edit(path: FilePath, plan: (text: string) => EditPlan): Refusal | null {
    const file = this.workspace.files.get(path)
    if (!file) return refuse('no-such-file', `There is no file ${path} in the design.`, path)
    const why = whyReadOnly(file)
    if (why) return why
    const before = this.drafts.get(path) ?? { text: file.text, splices: [] }
    const planned = plan(before.text)
    if (!planned.ok) {
      const { code, message, at } = planned
      return { ok: false, code, message: `${path}: ${message}`, file: path, ...(at !== null && { at }) }
    }
    const { splices } = planned
    this.drafts.set(path, {
      text: applySplices(before.text, splices),
      splices: before.splices.length === 0 ? splices : composeSplices(before.splices, splices),
    })
    return null
  }

  /** The edits so far, for a change. A file in which nothing but separators and blank lines is left is deleted. */
  close(): ReadonlyMap<FilePath, FileEdit> {
    const edits = new Map<FilePath, FileEdit>()
    for (const [path, { text, splices }] of this.drafts) {
      if (/^(\s|---)*$/.test(text)) edits.set(path, { type: 'delete' })
      else if (splices.length > 0) edits.set(path, { type: 'edit', splices })
    }
    return edits
  }
}

/** The refusal for a file that must not be edited; null where it may be. */
export function whyReadOnly(file: WorkspaceFile): Refusal | null {
  return file.readOnly === null
    ? null
    : refuse('read-only', `${file.path} can't be edited: ${file.readOnly}`, file.path)
}
