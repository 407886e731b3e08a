import type { Problem } from '../../../shared/checks/problem'
import { classes } from '../../ui/classes'
import css from './card.module.css'

/** How many problems a card has, on its corner: an image called "1 error". */
export function Badge({ problems }: { readonly problems: readonly Problem[] }) {
  const worst = problems.some(p => p.severity === 'error')
    ? 'error'
    : problems.some(p => p.severity === 'warning')
      ? 'warning'
      : null
  if (worst === null) return null
  const count = problems.filter(problem => problem.severity === worst).length
  return (
    <span role="img" aria-label={counted(count, worst)} className={classes(css.badge, css[worst])}>
      {count === 1 ? '!' : count}
    </span>
  )
}

/** "2 errors, 1 warning", or nothing where there is neither. */
export function problemSentence(problems: readonly Problem[]): string {
  return (['error', 'warning'] as const)
    .map(severity => ({ severity, count: problems.filter(problem => problem.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => counted(count, severity))
    .join(', ')
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
