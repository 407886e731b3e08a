import { offersFor } from '../../shared/relations/wire'
import type { ObjectId } from '../../shared/workspace/kube-object'
import type { ScreenPoint } from '../canvas/canvas-props'
import { wire } from './edits'
import { titleOf } from './naming'
import type { Session } from './session'
import type { Offer } from './state'
import { showToast } from './toasts'
import { openDialog } from './view'

/**
 * After a drop: one rule that fits is written at once, by the answers that it proposes; several are offered, and where none fits a toast says
 * so. A drag may go either way: what refers to what is the rule's matter, not the hand's.
 */
export function offerWire(session: Session, from: ObjectId, to: ObjectId, at: ScreenPoint): void {
  const offers = offersBetween(session, from, to)
  const [first] = offers
  if (!first) return refuse(session, from, to)
  if (offers.length === 1) wire(session, first, {})
  else openDialog(session, { type: 'connect', from, to, offers, at })
}

function offersBetween(session: Session, from: ObjectId, to: ObjectId): readonly Offer[] {
  const { open } = session.store.getState()
  if (!open) return []
  const { graph } = open.design
  const there = offersFor(graph, from, to).map(offer => ({ offer, from, to }))
  const back = offersFor(graph, to, from).map(offer => ({ offer, from: to, to: from }))
  return [...there, ...back]
}

function refuse(session: Session, from: ObjectId, to: ObjectId): void {
  const workspace = session.store.getState().open?.design.workspace
  const [one, other] = [workspace?.object(from), workspace?.object(to)]
  session.parts.canvas?.refuse(to)
  if (!one || !other) return
  const crosses = one.namespace !== null && other.namespace !== null && one.namespace !== other.namespace
  showToast(session, {
    tone: 'error',
    title: `${titleOf(one)} can't be connected to ${titleOf(other)}`,
    text: crosses
      ? `They are in different namespaces, ${one.namespace} and ${other.namespace}, and no relation between the two kinds crosses them.`
      : 'No relation ties these two kinds. While you drag, the cards that can take it are lit.',
  })
}
