import type { PlainMap } from '../../yaml/plain'
import type { KubeObject, ObjectId } from '../../workspace/kube-object'
import type { ClusterIndex } from './cluster-index'
import { cronJobState, jobState } from './job-state'
import type { LiveState } from './live-state'
import { ingressState, serviceState } from './network-state'
import { autoscalerState, budgetState, claimState, conditionState } from './other-state'
import { namespaceState, rolloutState, volumeState } from './other-state'
import { podState } from './pod-state'
import { daemonSetState, deploymentState, replicaSetState, statefulSetState } from './workload-state'

type Around = { readonly pods: readonly PlainMap[]; readonly jobs: readonly PlainMap[]; readonly now: number }
type Reader = (object: PlainMap, around: Around & { readonly slices: readonly PlainMap[] }) => LiveState

/** How to read what a cluster says of a kind, by kind and group. All others are read by their conditions. */
const readers: Readonly<Record<string, Reader>> = {
  'Deployment.apps': (object, { pods }) => deploymentState(object, pods),
  'StatefulSet.apps': (object, { pods }) => statefulSetState(object, pods),
  'DaemonSet.apps': (object, { pods }) => daemonSetState(object, pods),
  'ReplicaSet.apps': (object, { pods }) => replicaSetState(object, pods),
  'Rollout.argoproj.io': object => rolloutState(object),
  'Pod.': object => podState(object),
  'Job.batch': (object, { pods }) => jobState(object, pods),
  'CronJob.batch': (object, { jobs, now }) => cronJobState(object, jobs, now),
  'Service.': (object, { slices }) => serviceState(object, slices),
  'Ingress.networking.k8s.io': object => ingressState(object),
  'PersistentVolumeClaim.': object => claimState(object),
  'PersistentVolume.': object => volumeState(object),
  'Namespace.': object => namespaceState(object),
  'HorizontalPodAutoscaler.autoscaling': object => autoscalerState(object),
  'PodDisruptionBudget.policy': object => budgetState(object),
}

/** What is told of an object of the design that the cluster doesn't hold. */
export const ABSENT: LiveState = { state: 'pending', text: 'Absent', says: 'It is not on the cluster.' }

/** How one object does, or null where the cluster says nothing about it but that it is there. `now` is in milliseconds. */
export function liveOf(object: KubeObject, cluster: ClusterIndex, now: number): LiveState | null {
  const { group, kind, namespace, name } = object
  if (name === null) return null
  const there = cluster.object(group, kind, namespace, name)
  if (!there) return ABSENT
  const read = readers[`${kind}.${group}`]
  if (!read) return conditionState(there)
  return read(there, {
    pods: cluster.podsOf(kind, namespace, name),
    jobs: cluster.jobsOf(namespace, name),
    slices: cluster.slicesOf(namespace, name),
    now,
  })
}

/**
 * How the objects of a design do. Only those that `isWatched` says the cluster was asked about can be absent. What says
 * the same as before stays the same object, and the whole map where nothing changed, so that no card is drawn for nothing.
 */
export function liveStates(
  objects: readonly KubeObject[],
  cluster: ClusterIndex,
  now: number,
  isWatched: (object: KubeObject) => boolean,
  before: ReadonlyMap<ObjectId, LiveState>,
): ReadonlyMap<ObjectId, LiveState> {
  const states = new Map<ObjectId, LiveState>()
  for (const object of objects) {
    const state = isWatched(object) ? liveOf(object, cluster, now) : null
    if (state) states.set(object.id, sameOr(state, before.get(object.id)))
  }
  const isSame = states.size === before.size && [...states].every(([id, state]) => before.get(id) === state)
  return isSame ? before : states
}

function sameOr(state: LiveState, before: LiveState | undefined): LiveState {
  const isSame = before?.state === state.state && before.text === state.text && before.says === state.says
  return isSame ? before : state
}
