import { walkProblems } from '../store/walk-problems'
import type { Command } from './command'

/** From problem to problem, in the order of files. */
export const problemCommands: readonly Command[] = [
  {
    id: 'next-problem',
    label: 'Next problem',
    icon: 'i-chevron-down',
    keys: 'F8',
    where: 'window',
    available: ({ open }) => open !== null && open.design.problems.length > 0,
    run: session => walkProblems(session, 1),
  },
  {
    id: 'previous-problem',
    label: 'Previous problem',
    icon: 'i-chevron-up',
    keys: 'Shift F8',
    where: 'window',
    available: ({ open }) => open !== null && open.design.problems.length > 0,
    run: session => walkProblems(session, -1),
  },
]
