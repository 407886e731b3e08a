import { takeReferencesOut } from '../../relations/take-references-out'
import { titleOf } from '../../relations/title'
import { planRemoveDocument } from '../../yaml/edit/plan-document'
import type { Planned } from '../change'
import type { Design } from '../design'
import { FileDrafts } from '../file-draft'
import type { ObjectId, ObjectPlace } from '../kube-object'
import { layoutKeys, type LayoutKey } from '../layout'
import { patchDraft } from '../plan-edits'
import { objectIsGone } from '../refusal'
import type { Workspace } from '../workspace'

export type DeleteObjects = {
  readonly objects: readonly ObjectId[]
  /** References to them are taken out too, as far as un-wiring can; else they are left dangling. */
  readonly withReferences?: boolean
}

/** Takes objects out of their files, and a file away that holds nothing else. */
export function deleteObjects({ workspace, graph }: Design, input: DeleteObjects): Planned {
  const { objects, withReferences = false } = input
  const found = objects.flatMap(id => workspace.object(id) ?? [])
  const [first] = found
  if (!first) return objectIsGone()
  const drafts = new FileDrafts(workspace)
  for (const edit of withReferences ? takeReferencesOut(graph, new Set(objects)) : []) {
    const refusal = patchDraft(workspace, drafts, edit)
    if (refusal) return refusal
  }
  for (const { file, document, item } of lastFirst(workspace, objects)) {
    const refusal = drafts.edit(file, text => planRemoveDocument(text, { document, item }))
    if (refusal) return refusal
  }
  const keys = layoutKeys(workspace.objects)
  const layout = new Map<LayoutKey, null>(objects.flatMap(id => keys.get(id) ?? []).map(key => [key, null]))
  const name = found.length === 1 ? titleOf(first) : `${found.length} objects`
  return { ok: true, change: { says: `Delete ${name}`, files: drafts.close(), layout, select: [] } }
}

/** From the end of each file to its start: what goes doesn't move what is still to go. */
function lastFirst(workspace: Workspace, objects: readonly ObjectId[]): readonly ObjectPlace[] {
  return objects.flatMap(id => workspace.placeOf(id) ?? []).sort((a, b) => b.from - a.from)
}
