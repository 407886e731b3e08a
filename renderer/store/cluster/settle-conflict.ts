import type { FieldConflict } from '../../../shared/cluster/apply-plan'
import { patchObject } from '../../../shared/workspace/commands/patch-object'
import type { ObjectId } from '../../../shared/workspace/kube-object'
import { parseExactJson } from '../../../shared/yaml/exact-json'
import type { PatchOperation } from '../../../shared/yaml/edit/edit-plan'
import { perform } from '../change'
import type { Session } from '../session'
import { planApply } from './apply'

/** Writes the cluster's value of a field into the design, and compares again. */
export function takeTheirs(session: Session, object: ObjectId, { path, theirs, field }: FieldConflict): void {
  if (path === null || theirs === null) return
  edit(session, object, { op: 'replace', path, value: parseExactJson(theirs) }, `Take ${field} from the cluster`)
}

/** Takes a field out of the design, so that it is its other owner's alone, and compares again. */
export function giveUpField(session: Session, object: ObjectId, { path, field }: FieldConflict): void {
  if (path !== null) edit(session, object, { op: 'remove', path }, `Give up ${field}`)
}

function edit(session: Session, object: ObjectId, operation: PatchOperation, says: string): void {
  const { open } = session.store.getState()
  if (open && perform(session, patchObject(open.design, { object, patch: [operation], says }))) void planApply(session)
}
