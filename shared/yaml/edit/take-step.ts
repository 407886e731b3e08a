import { advance, type Advanced, type Progress } from './advance'
import { narrowed } from './narrow'
import { locate } from './place'
import { planStep, type Step } from './plan-step'
import { refuse } from './refusal'

/** More shared values than these on one path are not un-shared; nobody writes them. */
const MOST_SHARINGS = 50

/** Makes one step, after writing out what it would change elsewhere, where that is asked for. */
export function takeStep(progress: Progress, step: Step, unshare: boolean): Advanced {
  let at = progress
  for (let i = 0; i < MOST_SHARINGS; i++) {
    const plan = planStep(at.draft, step)
    if (plan.does === 'refuse') return plan.refused
    if (plan.does === 'edit') {
      return takeSmallerSteps(at, step, unshare) ?? advance(at, plan.ways, plan.wanted, plan.at)
    }
    if (!unshare) return plan.refused
    const cleared = advance(at, plan.ways, at.draft.plain, at.draft.from)
    if (!cleared.ok) return plan.refused
    at = cleared.progress
  }
  return refuse('cannot-edit-in-place', 'Too many shared values stand in the way')
}

/** A replacement step by step, where that keeps more of what is written; null where it doesn't. */
function takeSmallerSteps(progress: Progress, step: Step, unshare: boolean): Advanced | null {
  if (step.op !== 'replace') return null
  const located = locate(progress.draft, step.path)
  const steps = located.found ? narrowed(progress.draft, located.place, step.path, step.value) : null
  if (steps === null) return null
  let at = progress
  for (const smaller of steps) {
    const taken = takeStep(at, smaller, unshare)
    if (!taken.ok) return null
    at = taken.progress
  }
  return { ok: true, progress: at }
}
