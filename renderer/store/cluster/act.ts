import type { ClusterRef } from '../../../shared/cluster/cluster-ref'
import type { LiveAction } from '../../../shared/cluster/live-notices'
import { namespaceOnCluster } from '../../../shared/cluster/namespace-on-cluster'
import type { KubeObject } from '../../../shared/workspace/kube-object'
import type { Session } from '../session'
import { showToast } from '../toasts'
import { closeDialog, openDialog } from '../view'
import { askCluster } from './ask'
import type { ClusterState } from './cluster-state'

/** What an object of the design is on the chosen cluster; null where none is chosen, or it has no name. */
export function refOnCluster({ chosen }: ClusterState, object: KubeObject): ClusterRef | null {
  if (!chosen || object.name === null) return null
  const { apiVersion, kind, name } = object
  return { apiVersion, kind, name, namespace: namespaceOnCluster(object, chosen.namespace) }
}

/** Does something to a running object. What is protected, or new to the user, is confirmed first. */
export async function act(session: Session, ref: ClusterRef, action: LiveAction, says: string): Promise<void> {
  const { chosen } = session.store.getState().cluster
  if (!chosen) return
  const { context } = chosen
  const namespaces = ref.namespace === null ? [] : [ref.namespace]
  const asked = await askCluster(session, 'cluster:confirmation', { context, namespaces })
  if (!asked.ok) return showToast(session, { tone: 'error', title: `${says} failed`, text: asked.failure.message })
  const send = (confirmed: string | null) => void sendAction(session, { context, ref, action, confirmed }, says)
  if (asked.value.needs === 'nothing') send(null)
  else openDialog(session, { type: 'confirm-action', confirmation: asked.value, says, then: send })
}

type ActQuestion = {
  readonly context: string
  readonly ref: ClusterRef
  readonly action: LiveAction
  readonly confirmed: string | null
}

async function sendAction(session: Session, question: ActQuestion, says: string): Promise<void> {
  if (session.store.getState().dialog?.type === 'confirm-action') closeDialog(session)
  const answered = await askCluster(session, 'cluster:act', question)
  if (answered.ok) showToast(session, { tone: 'ok', title: answered.value.says })
  else showToast(session, { tone: 'error', title: `${says} failed`, text: answered.failure.message })
}
