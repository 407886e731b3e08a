import type { NewObject, ObjectEdit, PlannedEdits } from '../relations/wire'
import { planAddDocument, planRemoveDocument } from '../yaml/edit/plan-document'
import { planPatch } from '../yaml/edit/plan-patch'
import { printDocument } from '../yaml/print'
import type { Planned, Refusal } from './change'
import { FileDrafts } from './file-draft'
import { objectIsGone } from './refusal'
import type { Workspace } from './workspace'

/** With `unshare`, what an anchor, alias or merge key shares is written out where it is edited; without, it is refused. */
export type EditOptions = { readonly unshare?: boolean }

/** One change that patches objects, in files as many as there are; all of it or none. */
export function planEdits(
  workspace: Workspace,
  says: string,
  edits: readonly ObjectEdit[],
  options: EditOptions = {},
): Planned {
  return planTie(workspace, { says, edits, makes: [], unmakes: [] }, options)
}

type TieEdits = Pick<Extract<PlannedEdits, { readonly ok: true }>, 'says' | 'edits' | 'makes' | 'unmakes'>

/** What a wire or its removal plans, as one change: the edits first, then the objects that go, then those that come. */
export function planTie(
  workspace: Workspace,
  { says, edits, makes, unmakes }: TieEdits,
  options: EditOptions = {},
): Planned {
  const drafts = new FileDrafts(workspace)
  for (const edit of edits) {
    const refusal = patchDraft(workspace, drafts, edit, options)
    if (refusal) return refusal
  }
  const going = unmakes.flatMap(id => workspace.placeOf(id) ?? []).sort((a, b) => b.from - a.from)
  for (const { file, document, item } of going) {
    const refusal = drafts.edit(file, text => planRemoveDocument(text, { document, item }))
    if (refusal) return refusal
  }
  for (const made of makes) {
    const refusal = addBeside(workspace, drafts, made)
    if (refusal) return refusal
  }
  return { ok: true, change: { says, files: drafts.close() } }
}

function addBeside(workspace: Workspace, drafts: FileDrafts, { beside, data }: NewObject): Refusal | null {
  const place = workspace.placeOf(beside)
  return place ? drafts.edit(place.file, text => planAddDocument(text, printDocument(data))) : objectIsGone()
}

/** Patches one object in the drafts. Documents must not have been added to or removed from its file before. */
export function patchDraft(
  workspace: Workspace,
  drafts: FileDrafts,
  { object, patch }: ObjectEdit,
  options: EditOptions = {},
): Refusal | null {
  const place = workspace.placeOf(object)
  if (!place) return objectIsGone()
  const { file, document, item } = place
  return drafts.edit(file, text => planPatch(text, { document, item }, patch, options))
}
