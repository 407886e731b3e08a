import type { Problem } from '../../shared/checks/problem'
import { goToProblem } from './reveal'
import type { Session } from './session'
import type { Reveal } from './state'
import { announce } from './toasts'

/** Where each window's walk through the problems is. */
const reached = new WeakMap<Session, Problem>()

/** Goes to the next problem behind the place that is shown, or the one before it, and round at the end. Notes are passed over. */
export function walkProblems(session: Session, step: 1 | -1): void {
  const { open, reveal } = session.store.getState()
  const problems = (open?.design.problems ?? []).filter(({ severity }) => severity !== 'info')
  if (problems.length === 0) return announce(session, 'No problems')
  const problem = problems[nextIndex(problems, reached.get(session), reveal, step)]
  if (!problem) return
  reached.set(session, problem)
  goToProblem(session, problem)
  announce(session, `${problem.severity === 'error' ? 'Error' : 'Warning'}: ${problem.message}`)
}

function nextIndex(
  problems: readonly Problem[],
  last: Problem | undefined,
  reveal: Reveal | null,
  step: 1 | -1,
): number {
  const count = problems.length
  const isAtLast = last?.file === reveal?.file && last?.from === reveal?.from
  // Several problems may stand at one place.
  const at = last && isAtLast ? problems.indexOf(last) : -1
  if (at >= 0) return (at + step + count) % count
  if (!reveal) return step === 1 ? 0 : count - 1
  const behind = problems.findIndex(each => isBehind(each, reveal))
  if (step === 1) return Math.max(behind, 0)
  const before = problems.findLastIndex(each => !isBehind(each, reveal) && !isAt(each, reveal))
  return before < 0 ? count - 1 : before
}

function isBehind({ file, from }: Problem, place: Reveal): boolean {
  return file === place.file ? from > place.from : file > place.file
}
function isAt({ file, from }: Problem, place: Reveal): boolean {
  return file === place.file && from === place.from
}
