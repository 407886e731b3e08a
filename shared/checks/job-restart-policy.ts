import { textAt } from '../yaml/plain'
import type { Check } from './check'
import { checkedPodOf, isKind, refused } from './refused'

/** A job whose pods would be restarted for ever: the usual policy, which is none for a job. */
export const jobRestartPolicy: Check = ({ object }) => {
  const pod = isKind(object, 'batch', 'Job', 'CronJob') ? checkedPodOf(object) : null
  if (!pod) return []
  const policy = textAt(pod.spec, 'restartPolicy') ?? 'Always'
  if (policy !== 'Always') return []
  const path = 'restartPolicy' in pod.spec ? [...pod.path, 'restartPolicy'] : pod.path
  const fix = 'Set restartPolicy to OnFailure or Never.'
  return [refused('job-restart-policy', path, `The pods of a ${object.kind} can't be restarted always`, fix)]
}
