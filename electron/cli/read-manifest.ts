import { indexLines } from '../../shared/text/lines'
import { objectsIn } from '../../shared/workspace/objects-in'
import { readFile } from '../../shared/yaml/read/read-file'
import type { PlainMap } from '../../shared/yaml/plain'

/** An object of a file as plain data. `line` and `column` are where it starts. */
export type ManifestObject = {
  readonly document: number
  readonly item: number | null
  readonly line: number
  readonly column: number
  readonly data: PlainMap
}

/** What is wrong with the reading of a file, or no Kubernetes object in it. */
export type ReadingProblem = {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  readonly line: number
  readonly column: number
}

/** The objects of one file and what is wrong with reading it, each in the order of the text. */
export type ReadManifest = { readonly objects: readonly ManifestObject[]; readonly problems: readonly ReadingProblem[] }

/** Reads one text: its objects as kubectl would send them, and a problem for each document that is none. */
export function readManifest(text: string): ReadManifest {
  const lines = indexLines(text)
  const objects: ManifestObject[] = []
  const problems: ReadingProblem[] = []
  for (const reading of readFile(text)) {
    const found = objectsIn(text, reading)
    for (const { code, severity, message, from } of found.problems)
      problems.push({ code, severity, message, ...lines.positionAt(from) })
    for (const { from } of found.strangers) problems.push({ ...STRANGER, ...lines.positionAt(from) })
    for (const { span, data } of found.objects)
      objects.push({ document: reading.piece.index, item: span.item, ...lines.positionAt(span.from), data })
  }
  return { objects, problems }
}

const STRANGER = {
  code: 'not-an-object',
  severity: 'info',
  message: 'No Kubernetes object: it has no kind or no metadata.',
} as const
