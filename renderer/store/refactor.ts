import type { Relation } from '../../shared/relations/relation'
import { namesIn, type Named } from '../../shared/relations/renames/named'
import { namedAt } from '../../shared/relations/renames/named-at'
import { disconnect } from '../../shared/workspace/commands/disconnect'
import { moveToNamespace, type MoveToNamespace } from '../../shared/workspace/commands/move-to-namespace'
import { rename } from '../../shared/workspace/commands/rename'
import { setWeight } from '../../shared/workspace/commands/set-weight'
import type { Point } from '../../shared/workspace/change'
import { planCarriedMove } from '../../shared/workspace/cut-by-move'
import type { ObjectId } from '../../shared/workspace/kube-object'
import { perform } from './change'
import type { Session } from './session'
import type { State } from './state'
import { announce } from './toasts'
import { openDialog } from './view'

/** Gives something another name everywhere, or answers why it can't be. */
export function tryRenameNamed(session: Session, named: Named, to: string): string | null {
  const { open } = session.store.getState()
  if (!open) return null
  const planned = rename(open.design, { named, to })
  if (!planned.ok) return planned.message
  perform(session, planned)
  announce(session, planned.change.says)
  return null
}

/** What of the selected object can be renamed, its own name first. */
export function renamables({ open, selection }: State): readonly Named[] {
  const [id] = selection.objects
  const object = id === undefined || selection.objects.length > 1 ? null : open?.design.workspace.object(id)
  return object ? namesIn(object) : []
}

/** Opens the dialog that gives an object another name, or something in it. */
export function openRename(session: Session, id: ObjectId): void {
  const object = session.store.getState().open?.design.workspace.object(id)
  if (!object) return
  const [first = { what: 'object', object: id }] = namesIn(object)
  openDialog(session, { type: 'rename', named: object.name === null ? { what: 'object', object: id } : first })
}

/** Opens the dialog that moves the selected objects. */
export function openMove(session: Session): void {
  const { objects } = session.store.getState().selection
  openDialog(session, { type: 'move-to-namespace', objects })
}

/** Opens the dialog that renames what stands at a place of an object; null where nothing there is used by its name. */
export function renameAt(session: Session, id: ObjectId, path: readonly string[]): (() => void) | null {
  const object = session.store.getState().open?.design.workspace.object(id)
  const named = object ? namedAt(object, path) : null
  return named && (() => openDialog(session, { type: 'rename', named }))
}

/** Takes a relation out of the text. Where that brings about more than the tie's end, it asks first. */
export function unwire(session: Session, relation: Relation): void {
  const { open } = session.store.getState()
  if (!open) return
  const planned = disconnect(open.design, { relations: [relation] })
  if (planned.ok && planned.consequences.length > 0) openDialog(session, { type: 'unwire', relation })
  else perform(session, planned)
}

/** Takes a relation out of the text, whatever that brings about. */
export function unwireAllTheSame(session: Session, relation: Relation): void {
  const { open } = session.store.getState()
  if (open) perform(session, disconnect(open.design, { relations: [relation] }))
}

/** Takes the selected relation out of the text. */
export function unwireSelected(session: Session): void {
  const { open, selection } = session.store.getState()
  const relation = open?.design.graph.relations.find(each => each.id === selection.relation)
  if (relation) unwire(session, relation)
}

/** Cards were dropped into another namespace: at once where nothing is cut by it, else it is asked. */
export function dropIntoNamespace(
  session: Session,
  objects: readonly ObjectId[],
  namespace: string,
  places: ReadonlyMap<ObjectId, Point>,
): void {
  const { open } = session.store.getState()
  if (!open) return
  const input = { objects, namespace, places }
  const { rows, preview } = planCarriedMove(open.design, input, new Map())
  if (preview.planned.ok && rows.length === 0 && preview.refused.length === 0) perform(session, preview.planned)
  else openDialog(session, { type: 'move-to-namespace', objects, namespace, places })
}

/** Puts objects into another namespace, or answers why they can't be. */
export function tryMove(session: Session, input: MoveToNamespace): string | null {
  const { open } = session.store.getState()
  if (!open) return null
  const planned = moveToNamespace(open.design, input)
  if (!planned.ok) return planned.message
  perform(session, planned)
  announce(session, planned.change.says)
  return null
}

/** Gives a tie its share of the requests. Steps that follow each other soon are undone as one. */
export function weigh(session: Session, relation: Relation, weight: number): void {
  const { open } = session.store.getState()
  if (open) perform(session, setWeight(open.design, { relation, weight, group: `weight ${relation.id}` }))
}
