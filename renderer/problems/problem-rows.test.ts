import { expect, it } from 'vitest'
import type { Problem } from '../../shared/checks/problem'
import { filterProblems, groupProblems } from './problem-rows'

const problem = (file: string, code: string, severity: Problem['severity'] = 'error'): Problem => ({
  ...{ file, code, severity, message: `${code} of ${file}`, object: null, from: 0, to: 0, path: '', fix: null },
})
const all = [problem('a.yaml', 'x'), problem('a.yaml', 'y', 'info'), problem('b.yaml', 'y', 'warning')]
const shown = (rows: ReturnType<typeof groupProblems>) =>
  rows.map(row => (row.type === 'head' ? `${row.name} (${row.count})` : `${row.number} ${row.problem.message}`))

it('puts problems under their files in order', () => {
  expect(shown(groupProblems(all, 'file'))).toEqual([
    'a.yaml (2)',
    '1 x of a.yaml',
    '2 y of a.yaml',
    'b.yaml (1)',
    '3 y of b.yaml',
  ])
})
it('puts the most frequent code first', () => {
  expect(shown(groupProblems(all, 'code'))).toEqual([
    'y (2)',
    '1 y of a.yaml',
    '2 y of b.yaml',
    'x (1)',
    '3 x of a.yaml',
  ])
})
it('filters by severity and by every word that was typed', () => {
  expect(filterProblems(all, 'warning', '')).toEqual([all[2]])
  expect(filterProblems(all, 'all', 'y OF b.yaml')).toEqual([all[2]])
})
