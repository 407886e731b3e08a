import type { ObjectEdit } from '../relations/wire'
import { planPatch } from '../yaml/edit/plan-patch'
import type { Planned, Refusal } from './change'
import { FileDrafts } from './file-draft'
import { objectIsGone } from './refusal'
import type { Workspace } from './workspace'

/** One change that patches objects, in files as many as there are; all of it or none. */
export function planEdits(workspace: Workspace, says: string, edits: readonly ObjectEdit[]): Planned {
  const drafts = new FileDrafts(workspace)
  for (const edit of edits) {
    const refusal = patchDraft(workspace, drafts, edit)
    if (refusal) return refusal
  }
  return { ok: true, change: { says, files: drafts.close() } }
}

/** Patches one object in the drafts. Documents must not have been added to or removed from its file before. */
export function patchDraft(workspace: Workspace, drafts: FileDrafts, { object, patch }: ObjectEdit): Refusal | null {
  const place = workspace.placeOf(object)
  if (!place) return objectIsGone()
  const { file, document, item } = place
  return drafts.edit(file, text => planPatch(text, { document, item }, patch))
}
