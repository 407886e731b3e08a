import type { Problem } from '../../shared/checks/problem'
import type { Places } from './places'

/** A problem as CLI.md shows it in JSON. */
export function problemJson(problem: Problem, places: Places): object {
  const { code, severity, message, object, file, path, fix } = problem
  return { code, severity, message, object, file, ...places.position(file, problem.from), path, fix }
}

/** A problem as a line for people: `file:line:col severity code message`. */
export function problemLine(problem: Problem, places: Places): string {
  const { line, column } = places.position(problem.file, problem.from)
  return `${problem.file}:${line}:${column} ${problem.severity} ${problem.code} ${problem.message}`
}
