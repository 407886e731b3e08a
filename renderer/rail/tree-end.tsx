import type { Problem } from '../../shared/checks/problem'
import css from './rail.module.css'

/** Behind the name of a row: how many errors or warnings it has, and whether it has changes to save. */
export function TreeEnd({ count, isUnsaved = false }: { readonly count: ProblemCount; readonly isUnsaved?: boolean }) {
  return (
    <span className={css.end}>
      {count.errors > 0 && <span className={css.errors}>{count.errors}</span>}
      {count.errors === 0 && count.warnings > 0 && <span className={css.warnings}>{count.warnings}</span>}
      {isUnsaved && <span className={css.dirty} title="Unsaved changes" />}
    </span>
  )
}

export type ProblemCount = { readonly errors: number; readonly warnings: number }
export const NO_PROBLEMS: ProblemCount = { errors: 0, warnings: 0 }

/** Problems counted by a key, such as their file. */
export function countProblems<K>(
  problems: readonly Problem[],
  keyOf: (problem: Problem) => K | null,
): ReadonlyMap<K, ProblemCount> {
  const counts = new Map<K, ProblemCount>()
  for (const problem of problems) {
    const key = keyOf(problem)
    if (key === null || problem.severity === 'info') continue
    const { errors, warnings } = counts.get(key) ?? NO_PROBLEMS
    counts.set(key, {
      errors: errors + (problem.severity === 'error' ? 1 : 0),
      warnings: warnings + (problem.severity === 'warning' ? 1 : 0),
    })
  }
  return counts
}

/** How a row's problems are said behind its name. */
export function problemWords({ errors, warnings }: ProblemCount): string {
  const words = [counted(errors, 'error'), counted(warnings, 'warning')].filter(part => part !== '')
  return words.length === 0 ? '' : `, ${words.join(', ')}`
}

function counted(n: number, word: string): string {
  return n === 0 ? '' : `${n} ${word}${n === 1 ? '' : 's'}`
}
