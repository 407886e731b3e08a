import { valueAt } from '../yaml/plain'
import type { Check } from './check'
import { isKind, refused } from './refused'

/** An autoscaler whose most is nothing, or less than its least. */
export const autoscalerBounds: Check = ({ object }) => {
  if (!isKind(object, 'autoscaling', 'HorizontalPodAutoscaler')) return []
  const least = valueAt(object.data, ['spec', 'minReplicas']) ?? 1
  const most = valueAt(object.data, ['spec', 'maxReplicas'])
  if (typeof least !== 'number' || typeof most !== 'number' || most >= Math.max(1, least)) return []
  const message = most < 1 ? 'maxReplicas has to be at least 1' : `maxReplicas is less than minReplicas, ${least}`
  return [refused('autoscaler-bounds', ['spec', 'maxReplicas'], message, null)]
}
