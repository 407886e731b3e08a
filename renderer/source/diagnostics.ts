import type { Diagnostic } from '@codemirror/lint'
import type { Problem } from '../../shared/checks/problem'
import type { EditorText } from './editor-text'

/** Problems of a file as marks of the editor: in the gutter, under the text, and in words on hover, with a button where one can be corrected for sure. */
export function toDiagnostics(
  problems: readonly Problem[],
  held: EditorText,
  onRepair: (problem: Problem) => void,
): Diagnostic[] {
  const end = held.text.length
  return problems.map(problem => ({
    from: Math.min(end, held.toEditor(problem.from)),
    to: Math.min(end, held.toEditor(Math.max(problem.from, problem.to))),
    severity: problem.severity,
    message: problem.fix === null ? problem.message : `${problem.message}\n${problem.fix}`,
    source: problem.code,
    ...(problem.repair ? { actions: [{ name: 'Correct', apply: () => onRepair(problem) }] } : {}),
  }))
}
