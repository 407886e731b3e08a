import { refKey } from '../../../shared/cluster/cluster-ref'
import type { ClusterRef } from '../../../shared/cluster/cluster-ref'
import { isOfTheWay } from '../../../shared/cluster/failure'
import type { ClusterFailure } from '../../../shared/cluster/failure'
import { indexCluster } from '../../../shared/cluster/live/cluster-index'
import { liveOf } from '../../../shared/cluster/live/live-of'
import type { LiveState } from '../../../shared/cluster/live/live-state'
import type { KubeObject, ObjectId } from '../../../shared/workspace/kube-object'
import type { PlainMap } from '../../../shared/yaml/plain'
import { failureFrom } from './kubectl-error'
import { at } from './live-object'
import { itemsIn, readObjects } from './objects'
import type { Door } from './objects'

export type ObjectStatus = {
  readonly id: ObjectId
  readonly ref: ClusterRef
  /** Null where a cluster says nothing of such an object but that it is there. */
  readonly live: LiveState | null
  readonly failure: ClusterFailure | null
}

/** What else has to be known to say how a workload or a Service does. */
const AROUND = 'pods,jobs.batch,endpointslices.discovery.k8s.io'

/** How the objects of a design do now. Throws when the cluster can't be asked. */
export async function readStatus(
  door: Door,
  objects: readonly KubeObject[],
  now: number,
  signal?: AbortSignal,
): Promise<readonly ObjectStatus[]> {
  const named = objects.flatMap(object => (object.name === null ? [] : [{ object, ref: refFor(object, object.name) }]))
  const answers = await readObjects(
    door,
    named.map(({ ref }) => ref),
    signal,
  )
  for (const answer of answers) if (!answer.ok && isOfTheWay(answer.failure.code)) throw answer.error
  const there = new Map(answers.map(answer => [refKey(answer.item), answer]))
  const namespaces = [...new Set(named.flatMap(({ ref }) => ref.namespace ?? []))]
  const around = await Promise.all(namespaces.map(namespace => readAround(door, namespace, signal)))
  const found = answers.flatMap(answer => (answer.ok && answer.value ? [answer.value] : []))
  const cluster = indexCluster([...around.flat(), ...found])
  return named.map(({ object, ref }) => {
    const answer = there.get(refKey(ref))
    if (answer && !answer.ok) return { id: object.id, ref, live: null, failure: answer.failure }
    const live = liveOf(object, cluster, { now, isTold: () => true, namespaceOf: ({ namespace }) => namespace })
    return { id: object.id, ref, live, failure: null }
  })
}

/** Nothing where the user may not see it: then the objects' own words must do. */
async function readAround(door: Door, namespace: string, signal?: AbortSignal): Promise<readonly PlainMap[]> {
  try {
    return itemsIn((await door.kubectl.run([...at(door, namespace), 'get', AROUND, '-o', 'json'], { signal })).stdout)
  } catch (error) {
    if (isOfTheWay(failureFrom(error).code)) throw error
    return []
  }
}

function refFor({ apiVersion, kind, namespace }: KubeObject, name: string): ClusterRef {
  return { apiVersion, kind, namespace, name }
}
