import type { Problem } from '../../shared/checks/problem'

export type Grouping = 'file' | 'code'
export type Shown = 'all' | Problem['severity']

/** A line of the list: the head of a group, or a problem with its number among all that are shown. */
export type ProblemRow =
  | { readonly type: 'head'; readonly name: string; readonly count: number }
  | { readonly type: 'problem'; readonly problem: Problem; readonly number: number }

/** The problems of a severity that have all of what was typed in their message, code or file. */
export function filterProblems(problems: readonly Problem[], shown: Shown, typed: string): readonly Problem[] {
  const words = typed.toLowerCase().split(/\s+/)
  return problems.filter(
    problem =>
      (shown === 'all' || problem.severity === shown) &&
      words.every(word => `${problem.message} ${problem.code} ${problem.file}`.toLowerCase().includes(word)),
  )
}

/** Problems under the heads of their groups: files in their order, codes with the most problems first. */
export function groupProblems(problems: readonly Problem[], by: Grouping): readonly ProblemRow[] {
  const members = new Map<string, Problem[]>()
  for (const problem of problems) {
    const group = members.get(problem[by])
    if (group) group.push(problem)
    else members.set(problem[by], [problem])
  }
  const groups = [...members]
  if (by === 'code') groups.sort(([, a], [, b]) => b.length - a.length)
  let number = 0
  return groups.flatMap(([name, group]): ProblemRow[] => [
    { type: 'head', name, count: group.length },
    ...group.map((problem): ProblemRow => ({ type: 'problem', problem, number: ++number })),
  ])
}
