import { listAt, textAt, valueAt } from '../../yaml/plain'
import type { PlainMap } from '../../yaml/plain'

/** What a cluster holds, to be asked by name and by owner. */
export type ClusterIndex = {
  object(group: string, kind: string, namespace: string | null, name: string): PlainMap | null
  /** The pods that a workload controls, those of a Deployment's ReplicaSets and a CronJob's Jobs among them. */
  podsOf(kind: string, namespace: string | null, name: string): readonly PlainMap[]
  jobsOf(namespace: string | null, cronJob: string): readonly PlainMap[]
  slicesOf(namespace: string | null, service: string): readonly PlainMap[]
}

/** An index of objects as a server gives them. */
export function indexCluster(objects: Iterable<PlainMap>): ClusterIndex {
  const byName = new Map<string, PlainMap>()
  const pods = new Map<string, PlainMap[]>()
  const jobs = new Map<string, PlainMap[]>()
  const slices = new Map<string, PlainMap[]>()
  const podsOfJobs: { readonly job: string; readonly pod: PlainMap }[] = []
  for (const object of objects) {
    const kind = textAt(object, 'kind') ?? ''
    const namespace = textAt(object, 'metadata', 'namespace')
    const name = textAt(object, 'metadata', 'name') ?? ''
    byName.set(keyOf(groupOf(textAt(object, 'apiVersion') ?? ''), kind, namespace, name), object)
    const owner = controllerOf(object)
    if (kind === 'Pod' && owner) {
      add(pods, keyOf('', owner.kind, namespace, owner.name), object)
      const deployment = owner.kind === 'ReplicaSet' ? madeFor(object, owner.name) : null
      if (deployment !== null)
        for (const maker of ['Deployment', 'Rollout']) add(pods, keyOf('', maker, namespace, deployment), object)
      if (owner.kind === 'Job') podsOfJobs.push({ job: keyOf('batch', 'Job', namespace, owner.name), pod: object })
    }
    if (kind === 'Job' && owner?.kind === 'CronJob') add(jobs, keyOf('', 'CronJob', namespace, owner.name), object)
    const service = textAt(object, 'metadata', 'labels', 'kubernetes.io/service-name')
    if (kind === 'EndpointSlice' && service !== null) add(slices, keyOf('', 'Service', namespace, service), object)
  }
  for (const { job, pod } of podsOfJobs) {
    const made = byName.get(job)
    const owner = made && controllerOf(made)
    if (owner?.kind === 'CronJob')
      add(pods, keyOf('', 'CronJob', textAt(pod, 'metadata', 'namespace'), owner.name), pod)
  }
  return {
    object: (group, kind, namespace, name) => byName.get(keyOf(group, kind, namespace, name)) ?? null,
    podsOf: (kind, namespace, name) => pods.get(keyOf('', kind, namespace, name)) ?? NONE,
    jobsOf: (namespace, cronJob) => jobs.get(keyOf('', 'CronJob', namespace, cronJob)) ?? NONE,
    slicesOf: (namespace, service) => slices.get(keyOf('', 'Service', namespace, service)) ?? NONE,
  }
}

const NONE: readonly PlainMap[] = []

/**
 * What made a ReplicaSet, by its name: the maker's name and the hash of the template, which the pods carry as a label.
 * So pods lead to their Deployment without a watch on ReplicaSets.
 */
function madeFor(pod: PlainMap, replicaSet: string): string | null {
  const hash =
    textAt(pod, 'metadata', 'labels', 'pod-template-hash') ??
    textAt(pod, 'metadata', 'labels', 'rollouts-pod-template-hash')
  return hash !== null && replicaSet.endsWith(`-${hash}`) ? replicaSet.slice(0, -hash.length - 1) : null
}

function controllerOf(object: PlainMap): { readonly kind: string; readonly name: string } | null {
  const owner = listAt(object, 'metadata', 'ownerReferences').find(each => valueAt(each, ['controller']) === true)
  const kind = textAt(owner, 'kind')
  const name = textAt(owner, 'name')
  return kind !== null && name !== null ? { kind, name } : null
}

function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/')
  return slash < 0 ? '' : apiVersion.slice(0, slash)
}

function keyOf(group: string, kind: string, namespace: string | null, name: string): string {
  return `${group}/${kind}/${namespace ?? ''}/${name}`
}

function add(map: Map<string, PlainMap[]>, key: string, object: PlainMap): void {
  const list = map.get(key)
  if (list) list.push(object)
  else map.set(key, [object])
}
