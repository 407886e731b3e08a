import type { DocumentPiece, YamlProblem } from '../tree'

/**
 * The problem of a document that can't be read because it is a template that makes YAML: `{{ … }}` starts a line, or
 * stands on the line that can't be read. Null where it is something else.
 */
export function templateProblem(text: string, piece: DocumentPiece, unreadable: YamlProblem): YamlProblem | null {
  const source = text.slice(piece.from, piece.to)
  const structural = LINE_OF_TEMPLATE.exec(source)
  const from =
    structural === null ? onLineOf(text, unreadable.from) : piece.from + source.indexOf('{{', structural.index)
  if (from === null || from >= piece.to) return null
  const lineEnd = text.indexOf('\n', from)
  return {
    code: 'template-not-yaml',
    severity: 'error',
    // No line number: what was read of a document stays while edits above it move the line.
    message: 'A template ({{ … }}) stands where YAML is expected: this becomes a manifest when it is rendered',
    from,
    to: lineEnd < 0 ? text.length : lineEnd,
  }
}

function onLineOf(text: string, offset: number): number | null {
  const lineStart = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1
  const lineEnd = text.indexOf('\n', offset)
  const found = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd).indexOf('{{')
  return found < 0 ? null : lineStart + found
}

const LINE_OF_TEMPLATE = /^[ \t]*(?:-[ \t]+)?\{\{/m
