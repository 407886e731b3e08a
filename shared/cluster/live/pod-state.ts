import { isMap, listAt, textAt, valueAt } from '../../yaml/plain'
import type { PlainMap, PlainValue } from '../../yaml/plain'
import { conditionOf, numberAt } from './condition'
import { countOf, sentences } from './live-state'
import type { LiveState } from './live-state'

/** Why a container does not run although nothing will change by waiting. The kubelet tries again, and fails again. */
const STUCK = new Set([
  'CrashLoopBackOff',
  'ImagePullBackOff',
  'ErrImagePull',
  'ErrImageNeverPull',
  'InvalidImageName',
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
])

/** How a pod does. */
export function podState(pod: PlainMap): LiveState {
  const containers = listAt(pod, 'status', 'containerStatuses')
  const all = Math.max(listAt(pod, 'spec', 'containers').length, containers.length)
  const ready = containers.filter(status => valueAt(status, ['ready']) === true).length
  const text = `${ready}/${all}`
  const restarts = restartsOf(pod)
  const again = restarts > 0 && countOf(restarts, 'restart')
  const stuck = whyStuck(pod)
  const phase = textAt(pod, 'status', 'phase')

  if (valueAt(pod, ['metadata', 'deletionTimestamp']) !== undefined)
    return { state: 'progressing', text: 'Ending', says: 'The pod is ending.' }
  if (stuck !== null) return { state: 'failing', text, says: sentences(stuck, again) }
  if (phase === 'Succeeded') return { state: 'done', text: 'Done', says: 'All containers have ended well.' }
  if (phase === 'Failed')
    return { state: 'failing', text: 'Failed', says: sentences(textAt(pod, 'status', 'message') ?? whyEnded(pod)) }
  const scheduled = conditionOf(pod, 'PodScheduled')
  if (scheduled?.status === 'False')
    return { state: 'pending', text, says: sentences('No node takes the pod', scheduled.message) }
  const says = sentences(`${ready} of ${countOf(all, 'container')} ready`, again)
  return { state: ready === all && phase === 'Running' ? 'ready' : 'progressing', text, says }
}

/** How often containers of a pod were started again. */
export function restartsOf(pod: PlainMap): number {
  return statusesOf(pod).reduce<number>(
    (sum, status) => sum + (isMap(status) ? numberAt(status, 'restartCount') : 0),
    0,
  )
}

/** What keeps a pod from ever running as it is, in a sentence; null where nothing does. */
export function whyStuck(pod: PlainMap): string | null {
  for (const status of statusesOf(pod)) {
    const reason = textAt(status, 'state', 'waiting', 'reason')
    if (reason === null || !STUCK.has(reason)) continue
    const message = textAt(status, 'state', 'waiting', 'message')
    const name = textAt(status, 'name') ?? ''
    return message === null ? `Container ${name}: ${reason}` : `Container ${name}: ${reason}, ${message}`
  }
  return null
}

function whyEnded(pod: PlainMap): string {
  for (const status of statusesOf(pod)) {
    const code = valueAt(status, ['state', 'terminated', 'exitCode'])
    if (typeof code === 'number' && code !== 0)
      return `Container ${textAt(status, 'name') ?? ''} ended with exit code ${code}`
  }
  return textAt(pod, 'status', 'reason') ?? 'The pod failed'
}

function statusesOf(pod: PlainMap): readonly PlainValue[] {
  return [...listAt(pod, 'status', 'initContainerStatuses'), ...listAt(pod, 'status', 'containerStatuses')]
}
