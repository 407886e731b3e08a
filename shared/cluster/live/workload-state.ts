import { valueAt } from '../../yaml/plain'
import type { PlainMap } from '../../yaml/plain'
import { conditionOf, numberAt } from './condition'
import { countOf, sentences } from './live-state'
import type { LiveState } from './live-state'
import { restartsOf, whyStuck } from './pod-state'

/** What a rollout has come to: wanted, of the newest template, ready, and all that exist. */
type Counts = {
  readonly wanted: number
  readonly updated: number
  readonly ready: number
  readonly existing: number
}

/** How a Deployment, or what counts its pods the same way, does. `pods` are those that it controls. */
export function deploymentState(object: PlainMap, pods: readonly PlainMap[]): LiveState {
  const wanted = wantedReplicas(object)
  const counts: Counts = {
    wanted,
    updated: numberAt(object, 'status', 'updatedReplicas'),
    ready: numberAt(object, 'status', 'readyReplicas'),
    existing: numberAt(object, 'status', 'replicas'),
  }
  const refused = conditionOf(object, 'ReplicaFailure')
  const progress = conditionOf(object, 'Progressing')
  const failure = refused?.status === 'True' ? refused.message : progress?.status === 'False' ? progress.message : null
  return countedState(object, counts, pods, failure)
}

/** How a StatefulSet does. */
export function statefulSetState(object: PlainMap, pods: readonly PlainMap[]): LiveState {
  const wanted = wantedReplicas(object)
  // With OnDelete, or behind a partition, pods of the old template are meant to stay.
  const partition = numberAt(object, 'spec', 'updateStrategy', 'rollingUpdate', 'partition')
  const waitsForDeletion = valueAt(object, ['spec', 'updateStrategy', 'type']) === 'OnDelete'
  const isSameRevision =
    valueAt(object, ['status', 'currentRevision']) === valueAt(object, ['status', 'updateRevision'])
  const updated = numberAt(object, 'status', 'updatedReplicas')
  const counts: Counts = {
    wanted,
    updated: isSameRevision || waitsForDeletion ? wanted : Math.min(wanted, updated + partition),
    ready: numberAt(object, 'status', 'readyReplicas'),
    existing: Math.min(wanted, numberAt(object, 'status', 'replicas')),
  }
  return countedState(object, counts, pods, null)
}

/** How a DaemonSet does: one pod for each node that it wants. */
export function daemonSetState(object: PlainMap, pods: readonly PlainMap[]): LiveState {
  const wanted = numberAt(object, 'status', 'desiredNumberScheduled')
  const waitsForDeletion = valueAt(object, ['spec', 'updateStrategy', 'type']) === 'OnDelete'
  const counts: Counts = {
    wanted,
    updated: waitsForDeletion ? wanted : numberAt(object, 'status', 'updatedNumberScheduled'),
    ready: numberAt(object, 'status', 'numberReady'),
    existing: wanted,
  }
  return countedState(object, counts, pods, null)
}

/** How a ReplicaSet does: all its pods are of one template. */
export function replicaSetState(object: PlainMap, pods: readonly PlainMap[]): LiveState {
  const wanted = wantedReplicas(object)
  const existing = numberAt(object, 'status', 'replicas')
  const ready = numberAt(object, 'status', 'readyReplicas')
  const refused = conditionOf(object, 'ReplicaFailure')
  const failure = refused?.status === 'True' ? refused.message : null
  return countedState(object, { wanted, updated: existing, ready, existing }, pods, failure)
}

function countedState(
  object: PlainMap,
  { wanted, updated, ready, existing }: Counts,
  pods: readonly PlainMap[],
  failure: string | null,
): LiveState {
  const text = `${ready}/${wanted}`
  const restarts = pods.reduce((sum, pod) => sum + restartsOf(pod), 0)
  const says = (...more: readonly (string | null | false)[]) =>
    sentences(`${ready} of ${wanted} ready`, ...more, restarts > 0 && countOf(restarts, 'restart'))

  if (valueAt(object, ['spec', 'paused']) === true)
    return { state: 'pending', text: 'Paused', says: says('The rollout is paused') }
  // A controller that has not seen the newest spec says nothing about it yet.
  if (numberAt(object, 'status', 'observedGeneration') < numberAt(object, 'metadata', 'generation'))
    return { state: 'progressing', text, says: says('The change is not taken up yet') }
  const stuck = pods.map(whyStuck).find(why => why !== null) ?? null
  if (failure !== null || stuck !== null) return { state: 'failing', text, says: says(stuck, failure) }
  if (wanted === 0 && existing === 0) return { state: 'done', text: '0/0', says: 'Scaled to 0.' }
  const old = existing - updated
  if (updated < wanted || old > 0)
    return { state: 'progressing', text, says: says(`Rolling out, ${updated} of ${wanted} are new`) }
  return { state: ready < wanted ? 'progressing' : 'ready', text, says: says() }
}

/** The API's own default is 1. */
function wantedReplicas(object: PlainMap): number {
  const replicas = valueAt(object, ['spec', 'replicas'])
  return typeof replicas === 'number' ? replicas : 1
}
