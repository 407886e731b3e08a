import { titleOf } from '../../relations/title'
import type { PatchOperation } from '../../yaml/edit/edit-plan'
import type { Planned } from '../change'
import type { Design } from '../design'
import type { ObjectId } from '../kube-object'
import { planEdits, type EditOptions } from '../plan-edits'
import { objectIsGone } from '../refusal'

export type PatchObject = EditOptions & {
  readonly object: ObjectId
  readonly patch: readonly PatchOperation[]
  readonly says?: string
}

/** Any edit of one object, as RFC 6902 says it. */
export function patchObject({ workspace }: Design, { object: id, patch, says, ...options }: PatchObject): Planned {
  const object = workspace.object(id)
  if (!object) return objectIsGone()
  return planEdits(workspace, says ?? `Edit ${titleOf(object)}`, [{ object: id, patch }], options)
}
