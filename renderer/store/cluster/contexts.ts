import type { ClusterContext } from '../../../shared/cluster/contexts'
import type { Session } from '../session'
import { showToast } from '../toasts'
import { askCluster, cancelTask, newTask, setCluster } from './ask'
import { chosenContext } from './cluster-state'
import type { Reach } from './cluster-state'
import { stopLive } from './live'

/** Reads what the kubeconfig files say. A context that is gone is no longer chosen. */
export async function loadContexts(session: Session): Promise<void> {
  const answered = await askCluster(session, 'cluster:contexts', undefined)
  setCluster(session, { contexts: answered.ok ? answered.value : answered.failure })
  const { cluster } = session.store.getState()
  if (cluster.chosen && !chosenContext(cluster)) leaveCluster(session)
}

/** Holds the design against a cluster from now on. Asks whether it can be reached, and nothing else. */
export async function chooseContext(session: Session, context: ClusterContext): Promise<void> {
  stopLive(session)
  const chosen = { context: context.name, namespace: context.namespace, reach: ASKING }
  setCluster(session, { chosen, run: null })
  await checkReach(session)
}

/** Another namespace for objects whose manifest has none. */
export function chooseNamespace(session: Session, namespace: string): void {
  const { chosen } = session.store.getState().cluster
  if (!chosen || chosen.namespace === namespace) return
  stopLive(session)
  setCluster(session, { chosen: { ...chosen, namespace }, run: null })
}

/** Holds the design against no cluster: what was watched and planned is forgotten. */
export function leaveCluster(session: Session): void {
  stopLive(session)
  setCluster(session, { chosen: null, run: null })
}

const ASKING: Reach = { type: 'asking' }
const asking = new WeakMap<Session, string>()

/** Asks again whether the cluster can be reached. */
export async function checkReach(session: Session): Promise<void> {
  const { chosen } = session.store.getState().cluster
  if (!chosen) return
  const before = asking.get(session)
  if (before !== undefined) cancelTask(session, before)
  const task = newTask()
  asking.set(session, task)
  setReach(session, ASKING)
  const answered = await askCluster(session, 'cluster:reach', { task, context: chosen.context })
  if (asking.get(session) !== task) return
  asking.delete(session)
  setReach(
    session,
    answered.ok ? { type: 'reached', ...answered.value } : { type: 'failed', failure: answered.failure },
  )
}

function setReach(session: Session, reach: Reach): void {
  const { chosen } = session.store.getState().cluster
  if (chosen) setCluster(session, { chosen: { ...chosen, reach } })
}

/** Marks the chosen context, or its namespace, as one whose every write is confirmed by typing; or takes the mark away. */
export async function protect(session: Session, what: 'context' | 'namespace', isOn: boolean): Promise<void> {
  const { cluster } = session.store.getState()
  const context = chosenContext(cluster)
  const namespace = cluster.chosen?.namespace
  if (!context || namespace === undefined) return
  const others = context.protectedNamespaces.filter(each => each !== namespace)
  const answered = await askCluster(session, 'cluster:protect', {
    context: context.name,
    isProtected: what === 'context' ? isOn : context.isProtected,
    namespaces: what === 'context' ? context.protectedNamespaces : isOn ? [...others, namespace] : others,
  })
  if (answered.ok) setCluster(session, { contexts: answered.value })
  else showToast(session, { tone: 'error', title: 'The protection was not changed', text: answered.failure.message })
}
