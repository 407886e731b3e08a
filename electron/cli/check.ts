import type { Problem } from '../../shared/checks/problem'
import { kubernetesVersions } from '../../shared/kinds/schemas/versions'
import type { KubernetesVersion } from '../../shared/kinds/schemas/versions'
import { repairProblem } from '../../shared/workspace/commands/repair-problem'
import { updateDesign } from '../../shared/workspace/design'
import type { Design } from '../../shared/workspace/design'
import { applyChange } from '../../shared/workspace/workspace'
import type { CommandCall } from './command'
import { checkBySchema, loadDesign } from './design'
import { writeChanged } from './finish-edit'
import { placesIn } from './places'
import { problemJson, problemLine } from './problems'
import type { ExitStatus, Terminal } from './terminal'

/** `check PATH...`: what is wrong, without a cluster. An error makes the answer no. With `--fix`, what is sure is corrected first. */
export async function runCheck({ words, options, terminal, misused }: CommandCall): Promise<ExitStatus> {
  if (words.length === 0) return misused('Which files? Give paths, or - for standard input.')
  const asked = options.text('kubernetes') ?? kubernetesVersions[0]
  const version = kubernetesVersions.find(known => known === asked.replace(/^v/, ''))
  if (!version)
    return misused(`Kubernetes ${asked} is not known. Give one of ${kubernetesVersions.toSorted().join(', ')}.`)
  if (options.has('fix') && words.includes('-')) return misused('--fix writes to files, and standard input is none.')

  const { design: read, inputs, isPartial } = await loadDesign(words, options, terminal)
  const only = new Set(options.all('only').flatMap(codesIn))
  const skip = new Set(options.all('skip').flatMap(codesIn))
  const isAsked = ({ code }: Problem): boolean => (only.size === 0 || only.has(code)) && !skip.has(code)
  const checked = await checkBySchema(read, version)
  const design = options.has('fix') ? await repairAll(checked, version, isAsked) : checked
  const saved = await writeChanged(read.workspace, design.workspace, inputs, terminal)
  const problems = design.problems.filter(isAsked)
  printProblems(design, problems, options.has('json'), terminal)
  if (saved !== 0) return saved
  if (isPartial) return 3
  return problems.some(problem => problem.severity === 'error') ? 1 : 0
}

function printProblems(design: Design, problems: readonly Problem[], asJson: boolean, terminal: Terminal): void {
  const places = placesIn(design.workspace)
  const objects = design.workspace.objects.length
  if (asJson) {
    const shown = problems.map(problem => problemJson(problem, places))
    terminal.out(`${JSON.stringify({ problems: shown, objects }, null, 1)}\n`)
    return
  }
  for (const problem of problems) terminal.out(`${problemLine(problem, places, terminal)}\n`)
  terminal.out(`${objects} objects, ${summaryOf(problems)}\n`)
}

/** Corrects what is sure, one after the other: each correction moves the places of the next. */
async function repairAll(
  checked: Design,
  version: KubernetesVersion,
  isAsked: (problem: Problem) => boolean,
): Promise<Design> {
  let design = checked
  const refused = new Set<string>()
  const keyOf = ({ object, path, code }: Problem): string => `${object} ${path} ${code}`
  const next = (): Problem | undefined =>
    design.problems.find(problem => problem.repair && isAsked(problem) && !refused.has(keyOf(problem)))
  for (let problem = next(); problem; problem = next()) {
    const planned = repairProblem(design, { problem })
    if (planned.ok)
      design = await checkBySchema(
        updateDesign(design, applyChange(design.workspace, planned.change).workspace),
        version,
      )
    else refused.add(keyOf(problem))
  }
  return design
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
