import type { Problem } from '../../shared/checks/problem'
import type { CommandCall } from './command'
import { loadDesign } from './design'
import { placesIn } from './places'
import { problemJson, problemLine } from './problems'
import type { ExitStatus } from './terminal'

/** `check PATH...`: what is wrong, without a cluster. An error makes the answer no. */
export async function runCheck({ words, options, terminal, misused }: CommandCall): Promise<ExitStatus> {
  if (words.length === 0) return misused('Which files? Give paths, or - for standard input.')
  const { design, isPartial } = await loadDesign(words, options, terminal)
  const only = new Set(options.all('only').flatMap(codesIn))
  const skip = new Set(options.all('skip').flatMap(codesIn))
  const problems = design.problems.filter(({ code }) => (only.size === 0 || only.has(code)) && !skip.has(code))
  const places = placesIn(design.workspace)
  const objects = design.workspace.objects.length

  if (options.has('json')) {
    const shown = problems.map(problem => problemJson(problem, places))
    terminal.out(`${JSON.stringify({ problems: shown, objects }, null, 1)}\n`)
  } else {
    for (const problem of problems) terminal.out(`${problemLine(problem, places, terminal)}\n`)
    terminal.out(`${objects} objects, ${summaryOf(problems)}\n`)
  }
  if (isPartial) return 3
  return problems.some(problem => problem.severity === 'error') ? 1 : 0
}

/** `--only a,b` and `--only a --only b` mean the same. */
function codesIn(value: string): readonly string[] {
  return value.split(',').filter(code => code !== '')
}

function summaryOf(problems: readonly Problem[]): string {
  const count = (severity: Problem['severity'], word: string): string => {
    const n = problems.filter(problem => problem.severity === severity).length
    return n === 0 ? '' : `${n} ${word}${n === 1 || word === 'info' ? '' : 's'}`
  }
  const counts = [count('error', 'error'), count('warning', 'warning'), count('info', 'info')].filter(
    said => said !== '',
  )
  return counts.length === 0 ? 'no problems' : counts.join(', ')
}
