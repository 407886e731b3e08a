import type { Problem } from '../../shared/checks/problem'
import type { FoundProblem } from '../library-types'
import { paint } from './colour'
import type { Colour } from './colour'
import type { Places } from './places'
import type { Terminal } from './terminal'

const colours: Readonly<Record<Problem['severity'], Colour>> = { error: 'red', warning: 'yellow', info: 'dim' }

/** A problem as CLI.md shows it in JSON. */
export function problemJson(problem: Problem, places: Places): FoundProblem {
  const { code, severity, message, object, file, path, fix } = problem
  return { code, severity, message, object, file, ...places.position(file, problem.from), path, fix }
}

/** A problem as a line for people: `file:line:col severity code message`. */
export function problemLine(problem: Problem, places: Places, terminal: Terminal): string {
  const { line, column } = places.position(problem.file, problem.from)
  const severity = paint(problem.severity, colours[problem.severity], terminal)
  return `${problem.file}:${line}:${column} ${severity} ${problem.code} ${problem.message}`
}
