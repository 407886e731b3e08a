import { listAt, textAt, valueAt } from '../../yaml/plain'
import type { PlainMap } from '../../yaml/plain'
import { conditionOf, numberAt } from './condition'
import { countOf, sentences } from './live-state'
import type { LiveState } from './live-state'
import { whyStuck } from './pod-state'

/** How a Job does. */
export function jobState(job: PlainMap, pods: readonly PlainMap[]): LiveState {
  const completions = valueAt(job, ['spec', 'completions'])
  const wanted = typeof completions === 'number' ? completions : 1
  const done = numberAt(job, 'status', 'succeeded')
  const failed = numberAt(job, 'status', 'failed')
  const text = `${done}/${wanted}`
  const failure = conditionOf(job, 'Failed')
  if (failure?.status === 'True')
    return { state: 'failing', text: 'Failed', says: sentences(failure.message || failure.reason) }
  if (conditionOf(job, 'Complete')?.status === 'True')
    return { state: 'done', text: 'Done', says: sentences(`${countOf(done, 'pod')} of ${wanted} succeeded`) }
  if (valueAt(job, ['spec', 'suspend']) === true) return { state: 'pending', text: 'Paused', says: 'Suspended.' }
  const stuck = pods.map(whyStuck).find(why => why !== null) ?? null
  return {
    state: stuck === null ? 'progressing' : 'failing',
    text,
    says: sentences(`${done} of ${wanted} succeeded`, failed > 0 && `${countOf(failed, 'pod')} failed`, stuck),
  }
}

/** How a CronJob does: what runs now, else how the last run ended and how long ago. `jobs` are those that it made. */
export function cronJobState(cronJob: PlainMap, jobs: readonly PlainMap[], now: number): LiveState {
  if (valueAt(cronJob, ['spec', 'suspend']) === true)
    return { state: 'pending', text: 'Paused', says: 'Suspended: nothing is started.' }
  const active = listAt(cronJob, 'status', 'active').length
  if (active > 0) return { state: 'progressing', text: 'Runs', says: sentences(`${countOf(active, 'Job')} running`) }
  const newest = jobs.toSorted((a, b) => madeAt(b).localeCompare(madeAt(a)))[0]
  if (newest && conditionOf(newest, 'Failed')?.status === 'True')
    return { state: 'failing', text: 'Failed', says: sentences('The last run failed', jobState(newest, []).says) }
  const last = textAt(cronJob, 'status', 'lastSuccessfulTime')
  if (last === null) return { state: 'pending', text: 'No run', says: 'It has not run yet.' }
  const ago = shortTime(now - Date.parse(last))
  return { state: 'done', text: ago, says: `The last run succeeded ${ago} ago.` }
}

function madeAt(object: PlainMap): string {
  return textAt(object, 'metadata', 'creationTimestamp') ?? ''
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A span of time in its largest unit: "12 min". */
function shortTime(span: number): string {
  if (span < MINUTE) return `${Math.max(0, Math.floor(span / 1000))} s`
  if (span < HOUR) return `${Math.floor(span / MINUTE)} min`
  return span < DAY ? `${Math.floor(span / HOUR)} h` : `${Math.floor(span / DAY)} d`
}
