import { changedPaths } from '../../../shared/cluster/changed-paths'
import { cleanObject } from '../../../shared/cluster/clean-object'
import { refWords } from '../../../shared/cluster/manifest-diff'
import { samePlain } from '../../../shared/yaml/edit/patch-plain'
import { valueAt } from '../../../shared/yaml/plain'
import type { PlainMap } from '../../../shared/yaml/plain'
import { openConflicts } from './kept-plan'
import type { PlannedObject } from './kept-plan'
import { KubectlError } from './kubectl-error'
import { countOf, readObjects, uidOf } from './objects'
import type { Door } from './objects'

/** Throws when a plan leaves something open: an object that the server would refuse, a conflict that nobody decided. */
export function refuseOpen(objects: readonly PlannedObject[], force: ReadonlySet<string>): void {
  const refused = objects.find(({ shown }) => shown.state === 'refused')
  if (refused) {
    const { failure } = refused.shown
    const why = failure === null ? '' : ` ${failure.message}`
    throw new KubectlError(
      failure?.code ?? 'invalid',
      `${refWords(refused.shown)} would be refused:${why} Nothing was applied. Correct it, or leave it out.`,
    )
  }
  const open = objects.filter(each => openConflicts(each).length > 0 && !force.has(each.shown.id ?? ''))
  if (open[0])
    throw new KubectlError(
      'conflict',
      `${open[0].shown.failure?.message ?? ''} Nothing was applied. Decide for ${countOf(open.length)} whose value wins.`,
    )
}

/**
 * Throws when what was shown is not what would be done any more: a field that the plan changes has another value by now,
 * or the object came, went or is another one.
 */
export async function refuseStale(door: Door, objects: readonly PlannedObject[]): Promise<void> {
  const touched = objects.filter(({ shown }) => shown.state !== 'unchanged' && shown.state !== 'unchecked')
  const answers = await readObjects(
    door,
    touched.map(({ shown }) => shown),
  )
  for (const [n, answer] of answers.entries()) {
    if (!answer.ok) throw answer.error
    const planned = touched[n]
    if (planned && isStale(planned, answer.value))
      throw new KubectlError(
        'changed-meanwhile',
        `${refWords(answer.item)} was changed in the cluster since this was shown. Nothing was applied. Look at it again.`,
      )
  }
}

function isStale({ live, after, sent }: PlannedObject, now: PlainMap | null): boolean {
  if (live === null || now === null) return live !== now
  if (uidOf(live) !== uidOf(now)) return true
  if (sent === null || after === null) return false
  const [then, current] = [cleanObject(live), cleanObject(now)]
  return changedPaths(then, after).some(path => {
    const [was, is] = [valueAt(then, path), valueAt(current, path)]
    return was === undefined || is === undefined ? was !== is : !samePlain(was, is)
  })
}
