import { mapAt, textAt, type PlainMap } from '../../yaml/plain'
import type { Source } from '../source'

/**
 * Labels that change with a release, or that a controller adds: a selector that names one loses its pods at the next
 * roll-out.
 */
const UNSTABLE = new Set([
  'pod-template-hash',
  'controller-revision-hash',
  'pod-template-generation',
  'statefulset.kubernetes.io/pod-name',
  'apps.kubernetes.io/pod-index',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
  'controller-uid',
  'rollouts-pod-template-hash',
  'version',
  'app.kubernetes.io/version',
  'app.kubernetes.io/managed-by',
  'helm.sh/chart',
  'chart',
  'heritage',
  'date',
  'sidecar.istio.io/inject',
  'istio.io/rev',
  'service.istio.io/canonical-revision',
])

/**
 * The labels by which the pods of a workload are known best: what its own selector asks for, else its template's, in
 * both cases without those that change. Null where its pods have none.
 */
export function stableLabels(workload: Source): PlainMap | null {
  const template = mapAt(workload.pod?.metadata, 'labels')
  const ownSelector = onlyStable(mapAt(workload.object.data, 'spec', 'selector', 'matchLabels'))
  const isOwn = Object.entries(ownSelector).every(([key, value]) => template[key] === value)
  if (isOwn && Object.keys(ownSelector).length > 0) return ownSelector
  const stable = onlyStable(template)
  return Object.keys(stable).length > 0 ? stable : null
}

function onlyStable(labels: PlainMap): PlainMap {
  return Object.fromEntries(
    Object.entries(labels).filter(([key]) => !UNSTABLE.has(key) && textAt(labels, key) !== null),
  )
}
