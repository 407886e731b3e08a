import { textAt, valueAt } from '../../yaml/plain'
import type { PlainMap } from '../../yaml/plain'
import { conditionOf, conditionsOf, numberAt } from './condition'
import { countOf, sentences } from './live-state'
import type { LiveState } from './live-state'

/** How a PersistentVolumeClaim does. */
export function claimState(claim: PlainMap): LiveState {
  const phase = textAt(claim, 'status', 'phase')
  if (phase === 'Bound') {
    const size = textAt(claim, 'status', 'capacity', 'storage')
    const volume = textAt(claim, 'spec', 'volumeName')
    return { state: 'ready', text: 'Bound', says: sentences(`Bound to ${volume ?? 'a volume'}`, size) }
  }
  if (phase === 'Lost') return { state: 'failing', text: 'Lost', says: 'The volume that it was bound to is gone.' }
  return { state: 'pending', text: 'Unbound', says: 'Not bound to a volume yet.' }
}

/** How a PersistentVolume does. */
export function volumeState(volume: PlainMap): LiveState {
  const phase = textAt(volume, 'status', 'phase') ?? 'Pending'
  const claim = textAt(volume, 'spec', 'claimRef', 'name')
  const says = claim === null ? sentences(phase) : sentences(`${phase}, claim ${claim}`)
  if (phase === 'Bound') return { state: 'ready', text: 'Bound', says }
  if (phase === 'Available') return { state: 'ready', text: 'Free', says }
  return { state: phase === 'Failed' ? 'failing' : 'pending', text: phase, says }
}

/** How a Namespace does. */
export function namespaceState(namespace: PlainMap): LiveState {
  return textAt(namespace, 'status', 'phase') === 'Terminating'
    ? { state: 'progressing', text: 'Ending', says: 'It is being deleted with everything in it.' }
    : { state: 'ready', text: 'Active', says: 'Active.' }
}

/** How a HorizontalPodAutoscaler does. */
export function autoscalerState(autoscaler: PlainMap): LiveState {
  const now = numberAt(autoscaler, 'status', 'currentReplicas')
  const wanted = numberAt(autoscaler, 'status', 'desiredReplicas')
  const active = conditionOf(autoscaler, 'ScalingActive')
  const able = conditionOf(autoscaler, 'AbleToScale')
  const broken = [able, active].find(condition => condition?.status === 'False')
  if (broken) {
    const isOff = broken.reason === 'ScalingDisabled'
    return { state: isOff ? 'pending' : 'failing', text: `${now} now`, says: sentences(broken.message) }
  }
  if (wanted !== now && wanted > 0)
    return { state: 'progressing', text: `${now}→${wanted}`, says: `${countOf(now, 'replica')}, going to ${wanted}.` }
  return { state: 'ready', text: `${now} now`, says: sentences(countOf(now, 'replica')) }
}

/** How a PodDisruptionBudget does: how many pods may be taken away now. */
export function budgetState(budget: PlainMap): LiveState {
  const allowed = numberAt(budget, 'status', 'disruptionsAllowed')
  const healthy = numberAt(budget, 'status', 'currentHealthy')
  const wanted = numberAt(budget, 'status', 'desiredHealthy')
  const says = `${healthy} healthy, ${wanted} needed: ${countOf(allowed, 'pod')} may be taken away.`
  return { state: healthy < wanted ? 'failing' : 'ready', text: `${allowed} free`, says }
}

/** How a Rollout of Argo does: its controller says it in one word. */
export function rolloutState(rollout: PlainMap): LiveState {
  const replicas = valueAt(rollout, ['spec', 'replicas'])
  const wanted = typeof replicas === 'number' ? replicas : 1
  const text = `${numberAt(rollout, 'status', 'readyReplicas')}/${wanted}`
  const phase = textAt(rollout, 'status', 'phase')
  const says = sentences(phase ?? 'Not taken up yet', textAt(rollout, 'status', 'message'))
  if (phase === 'Healthy') return { state: 'ready', text, says }
  if (phase === 'Degraded') return { state: 'failing', text, says }
  return phase === 'Paused' ? { state: 'pending', text: 'Paused', says } : { state: 'progressing', text, says }
}

/** Conditions that say whether an object does what it is for, the most telling first. */
const GOOD = ['Ready', 'Healthy', 'Programmed', 'Available', 'Established', 'Accepted', 'Synced']

/** How any other object does, by the conditions that most controllers write; null where it has none of them. */
export function conditionState(object: PlainMap): LiveState | null {
  const stalled = conditionOf(object, 'Stalled')
  if (stalled?.status === 'True') return { state: 'failing', text: 'Stalled', says: sentences(stalled.message) }
  const conditions = conditionsOf(object)
  const telling = GOOD.map(type => conditions.find(condition => condition.type === type)).find(Boolean)
  if (!telling) return null
  const says = sentences(telling.message || `${telling.type}: ${telling.status}`)
  if (telling.status === 'True') return { state: 'ready', text: telling.type, says }
  const isUnderway = telling.status === 'Unknown' || conditionOf(object, 'Reconciling')?.status === 'True'
  return { state: isUnderway ? 'progressing' : 'failing', text: isUnderway ? 'Waits' : 'Fails', says }
}
