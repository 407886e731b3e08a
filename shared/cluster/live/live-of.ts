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

/** Kinds of Kubernetes itself that only are there: a cluster says nothing of how they do. */
const SILENT_GROUPS = new Set(['rbac.authorization.k8s.io', 'scheduling.k8s.io', 'node.k8s.io', 'storage.k8s.io'])
const SILENT = new Set(['ConfigMap', 'Secret', 'ServiceAccount', 'LimitRange', 'NetworkPolicy', 'IngressClass'])

/** Whether a cluster tells how an object does. A watch costs a process, so those that only exist are not watched. */
export function isWorthWatching({ group, kind, name }: KubeObject): boolean {
  return name !== null && !SILENT_GROUPS.has(group) && !SILENT.has(kind)
}

/** What is known beside the objects of a cluster. `now` is in milliseconds. */
export type LiveQuestion = {
  readonly now: number
  /** Whether all objects of an object's kind were told, so that it is absent where it isn't among them. */
  readonly isTold: (object: KubeObject) => boolean
  /** Where an object of the design stands on the cluster. */
  readonly namespaceOf: (object: KubeObject) => string | null
}

/** How one object does, or null where the cluster says nothing about it but that it is there. */
export function liveOf(
  object: KubeObject,
  cluster: ClusterIndex,
  { now, isTold, namespaceOf }: LiveQuestion,
): LiveState | null {
  const { group, kind, name } = object
  if (name === null) return null
  const namespace = namespaceOf(object)
  const there = cluster.object(group, kind, namespace, name)
  if (!there) return isTold(object) ? ABSENT : null
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
 * How the objects of a design do. What says the same as before stays the same object, and the whole map where nothing
 * changed, so that no card is drawn for nothing.
 */
export function liveStates(
  objects: readonly KubeObject[],
  cluster: ClusterIndex,
  question: LiveQuestion,
  before: ReadonlyMap<ObjectId, LiveState>,
): ReadonlyMap<ObjectId, LiveState> {
  const states = new Map<ObjectId, LiveState>()
  for (const object of objects) {
    const state = isWorthWatching(object) ? liveOf(object, cluster, question) : null
    if (state) states.set(object.id, sameOr(state, before.get(object.id)))
  }
  const isSame = states.size === before.size && [...states].every(([id, state]) => before.get(id) === state)
  return isSame ? before : states
}

function sameOr(state: LiveState, before: LiveState | undefined): LiveState {
  const isSame = before?.state === state.state && before.text === state.text && before.says === state.says
  return isSame ? before : state
}
