import { addConnected } from '../../shared/workspace/commands/add-connected'
import type { Point } from '../../shared/workspace/change'
import type { ObjectId } from '../../shared/workspace/kube-object'
import type { KindReference } from '../canvas/canvas-props'
import { perform } from './change'
import { keyOfKind } from './last-added'
import type { Session } from './session'
import { announce } from './toasts'
import { noteUse } from './view'

/** A new object of a kind for the one that it was dropped on: made and wired in one step. */
export function dropKindOnto(session: Session, kind: KindReference, at: Point, onto: ObjectId): void {
  const { open } = session.store.getState()
  if (!open) return
  const planned = addConnected(open.design, { ...kind, at, to: onto })
  const [made] = perform(session, planned)?.made ?? []
  if (!planned.ok || made === undefined) return
  noteUse(session, 'lastAdded', keyOfKind(kind))
  announce(session, planned.change.says)
  session.parts.canvas?.focus(made)
}
