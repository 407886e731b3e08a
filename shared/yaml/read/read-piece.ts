import { duplicateKeys } from '../duplicate-keys'
import type { DocumentPiece, DocumentReading, YamlProblem } from '../tree'
import { readByYaml } from './by-yaml'
import { needsCharacterCheck, refusedCharacter, withPlainBreaks } from './characters-check'
import { separatorTail } from './cut'
import { readFast } from './fast/read-fast'
import { NotRead } from './fast/scanner'
import { templateProblem } from './template'

/**
 * Reads one piece of a file into a tree, or into problems that say why it can't be read. Never throws.
 *
 * Keys that stand twice are told as warnings beside the tree. What a readable tree means, and whether kubectl takes its
 * values, is for meaning.ts.
 */
export function readPiece(text: string, piece: DocumentPiece): DocumentReading {
  const [separator] = separatorProblems(text, piece.from)
  if (separator !== undefined) return unread(piece, separator, 'fast')
  const reading = readTree(text, piece)
  if (reading.root === null) return withTemplateNamed(text, reading)
  const problems = [...separatorProblems(text, nextLine(text, piece.to)), ...duplicateKeys(text, reading.root)]
  return problems.length === 0 ? reading : { ...reading, problems }
}

/** What is wrong with the separator before the line that starts at `lineFrom`. It costs the document before it, too. */
function separatorProblems(text: string, lineFrom: number): YamlProblem[] {
  const tail = separatorTail(text, lineFrom)
  if (tail === null) return []
  const message = 'Only a comment may follow --- on its line; kubectl stops reading the file here'
  return [{ code: 'kubectl-refuses', severity: 'error', message, ...tail }]
}

function nextLine(text: string, offset: number): number {
  const lineEnd = text.indexOf('\n', offset)
  return lineEnd < 0 ? text.length : lineEnd + 1
}

function readTree(text: string, piece: DocumentPiece): DocumentReading {
  const source = text.slice(piece.from, piece.to)
  if (!needsCharacterCheck(source)) return readPlainTree(text, piece)
  const refused = refusedCharacter(source, piece)
  return refused === null ? readPlainTree(withPlainBreaks(text), piece) : unread(piece, refused, 'fast')
}

/** Reads a text whose only breaks are LF and CRLF. */
function readPlainTree(text: string, piece: DocumentPiece): DocumentReading {
  const fast = readFast(text, piece)
  if (!(fast instanceof NotRead)) return fast
  const own: YamlProblem = {
    code: fast.code,
    severity: 'error',
    message: fast.message,
    from: fast.from,
    to: Math.max(fast.from, Math.min(fast.from + 1, piece.to)),
  }
  if (fast.final || piece.to - piece.from > LARGEST_TO_ASK) return unread(piece, own, 'fast')
  const reading = readByYaml(text, piece)
  return reading.problems[0]?.code === 'too-deep' ? unread(piece, own, 'fast') : reading
}

function withTemplateNamed(text: string, reading: DocumentReading): DocumentReading {
  const [first] = reading.problems
  const template = first === undefined ? null : templateProblem(text, reading.piece, first)
  return template === null ? reading : unread(reading.piece, template, reading.readBy)
}

function unread(piece: DocumentPiece, problem: YamlProblem, readBy: DocumentReading['readBy']): DocumentReading {
  return { piece, root: null, comments: [], problems: [problem], readBy }
}

/** Characters beyond which the package may take seconds over a text of many errors; then our own reason has to do. */
const LARGEST_TO_ASK = 50_000
