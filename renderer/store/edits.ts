import type { Problem } from '../../shared/checks/problem'
import type { KindRow } from '../../shared/kinds/kind-row'
import { kindRow } from '../../shared/kinds/kinds'
import type { Relation, WireAnswers } from '../../shared/relations/relation'
import type { Splice } from '../../shared/text/splice'
import type { Planned, Point } from '../../shared/workspace/change'
import { addObject } from '../../shared/workspace/commands/add-object'
import { connect } from '../../shared/workspace/commands/connect'
import { createMissing } from '../../shared/workspace/commands/create-missing'
import { deleteObjects } from '../../shared/workspace/commands/delete-objects'
import { duplicateObjects } from '../../shared/workspace/commands/duplicate-objects'
import { editText } from '../../shared/workspace/commands/edit-text'
import { moveCards } from '../../shared/workspace/commands/move-cards'
import { patchObject } from '../../shared/workspace/commands/patch-object'
import { repairProblem } from '../../shared/workspace/commands/repair-problem'
import { renameObject } from '../../shared/workspace/commands/rename-object'
import { setField } from '../../shared/workspace/commands/set-field'
import type { Design } from '../../shared/workspace/design'
import type { FilePath, ObjectId } from '../../shared/workspace/kube-object'
import type { PatchOperation } from '../../shared/yaml/edit/edit-plan'
import type { PlainValue } from '../../shared/yaml/plain'
import type { KindReference } from '../canvas/canvas-props'
import { perform } from './change'
import type { Session } from './session'
import type { Offer } from './state'
import { undo } from './history'
import { keyOfKind } from './last-added'
import { announce, showToast } from './toasts'
import { noteUse } from './view'

/** Plans a change of the open design and makes it, or says why it can't be made. */
function plan(session: Session, planned: (design: Design) => Planned) {
  const { open } = session.store.getState()
  return open ? perform(session, planned(open.design)) : null
}

/** A new object of a kind, at a free place in view or near a point, with the keyboard on its card. */
export function addKind(session: Session, row: KindRow, near?: Point): void {
  dropKind(session, row, session.parts.canvas?.freePlace(near) ?? near ?? { x: 0, y: 0 }, null, null)
}

/** A new object of a kind at a point of the canvas: in the namespace that it fell into, wired later by the user. */
export function dropKind(
  session: Session,
  { group, kind }: KindReference,
  at: Point,
  namespace: string | null,
  beside: ObjectId | null,
): ObjectId | null {
  const { filter, file } = session.store.getState()
  const wanted = namespace ?? filter.namespace
  const applied = plan(session, design =>
    addObject(design, {
      group,
      kind,
      at,
      ...(wanted === null ? {} : { namespace: wanted }),
      ...(file === null || !isEmptyFile(design, file) ? {} : { file }),
      ...(beside === null ? {} : { beside }),
    }),
  )
  const [made] = applied?.made ?? []
  if (made === undefined) return null
  noteUse(session, 'lastAdded', keyOfKind({ group, kind }))
  announce(session, `Added ${kindRow(group, kind).kind}`)
  // It stands where it was put, in view: showing it would move the picture under the pointer.
  session.parts.canvas?.focus(made)
  return made
}

/** A file without a document: what is drawn next belongs in it. */
function isEmptyFile({ workspace }: Design, path: FilePath): boolean {
  const file = workspace.files.get(path)
  return file?.readOnly === null && file.text.trim() === ''
}

/** Makes a relation as it was offered and answered, and says what that brought about beside the tie. */
export function wire(session: Session, { offer, from, to }: Offer, answers: WireAnswers): boolean {
  const { open } = session.store.getState()
  const planned = open && connect(open.design, { rule: offer.rule, from, to, answers })
  if (!planned || perform(session, planned) === null) return false
  if (planned.ok && planned.consequences.length > 0)
    showToast(session, {
      tone: 'info',
      title: 'The wire does more than tie the two',
      text: planned.consequences.map(({ says }) => says).join(' '),
      action: { label: 'Undo', run: () => undo(session) },
    })
  return true
}

/** Gives an object another name, in every reference to it as well; or answers why it can't be. */
export function tryRename(session: Session, object: ObjectId, name: string): string | null {
  return tryPlan(session, design => renameObject(design, { object, name }))
}

/** Corrects a problem that knows how. */
export function repair(session: Session, problem: Problem): void {
  plan(session, design => repairProblem(design, { problem }))
}

/** Takes objects out of their files, and references to them out of what stays where that is wanted. */
export function deleteAll(session: Session, objects: readonly ObjectId[], withReferences: boolean): void {
  plan(session, design => deleteObjects(design, { objects, withReferences }))
}

/** Copies of the selected objects, under names that are free. */
export function duplicateSelected(session: Session): void {
  const { objects } = session.store.getState().selection
  plan(session, design => duplicateObjects(design, { objects }))
}

/** Makes the object that a relation names and no file holds. */
export function makeMissing(session: Session, relation: Relation, at: Point | null): void {
  const applied = plan(session, design => createMissing(design, { relation, ...(at === null ? {} : { at }) }))
  const [made] = applied?.made ?? []
  if (made !== undefined) session.parts.canvas?.showCard(made)
}

/** Puts cards where the user dropped them. */
export function placeCards(session: Session, places: ReadonlyMap<ObjectId, Point>, says?: string): void {
  plan(session, design => moveCards(design, { places, ...(says === undefined ? {} : { says }) }))
}

/** Gives a field a value; undefined takes it out. Answers whether it could. */
export function changeField(session: Session, object: ObjectId, path: string, value: PlainValue | undefined): boolean {
  return plan(session, design => setField(design, { object, path, value })) !== null
}

/** As `changeField`, but answers why it can't be (null when it was done), for a field that says so itself. */
export function tryField(
  session: Session,
  object: ObjectId,
  path: string,
  value: PlainValue | undefined,
): string | null {
  return tryShared(session, (design, unshare) => setField(design, { object, path, value, unshare }))
}

/** Edits one object in one step, or answers why it can't be done. */
export function tryPatch(
  session: Session,
  object: ObjectId,
  patch: readonly PatchOperation[],
  says: string,
): string | null {
  return tryShared(session, (design, unshare) => patchObject(design, { object, patch, says, unshare }))
}

/** An edit that would be seen elsewhere too, through an anchor, is offered again as one of this place alone. */
function tryShared(session: Session, planned: (design: Design, unshare: boolean) => Planned): string | null {
  const { open } = session.store.getState()
  if (!open) return null
  const answer = planned(open.design, false)
  if (answer.ok) perform(session, answer)
  else if (answer.code === 'shared-by-alias' || answer.code === 'shared-by-merge') {
    const action = { label: 'Write it out here', run: () => void plan(session, design => planned(design, true)) }
    showToast(session, { tone: 'error', title: answer.message, text: answer.file ?? null, action })
  }
  return answer.ok ? null : answer.message
}

function tryPlan(session: Session, planned: (design: Design) => Planned): string | null {
  const { open } = session.store.getState()
  if (!open) return null
  const answer = planned(open.design)
  if (!answer.ok) return answer.message
  perform(session, answer)
  return null
}

/** What was typed in the YAML editor. Answers whether the file took it. */
export function typeText(session: Session, file: FilePath, splices: readonly Splice[]): boolean {
  return plan(session, design => editText(design, { file, splices })) !== null
}
