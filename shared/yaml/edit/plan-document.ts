import { applySplices, type Splice } from '../../text/splice'
import { plainOf } from '../meaning'
import type { PlainValue } from '../plain'
import { cutDocuments } from '../read/cut'
import { readPiece } from '../read/read-piece'
import type { DocumentPiece } from '../tree'
import type { EditPlan, EditTarget } from './edit-plan'
import { breakAt, isBlankLine, lineEnd, lineStart, nextLine } from './lines'
import { samePlain } from './patch-plain'
import { planPatch } from './plan-patch'
import { refuse } from './refusal'

/**
 * Plans to append documents to a file, behind a `---` where something stands before them.
 *
 * They get the file's line ends, and a file without a final line break keeps being without one. Whether the file then
 * reads as its documents and the new ones is checked before the plan is given out.
 */
export function planAddDocument(text: string, documentText: string): EditPlan {
  const pieces = cutDocuments(text)
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const added = documentText.replace(/^\ufeff/, '').replace(/^---[ \t]*\r?\n/, '')
  const lines = added.replaceAll(/\r\n|\n|\r/g, lineBreak)
  const last = pieces.at(-1)
  const isContinued = last !== undefined && last.to === text.length && !isEmpty(text, last)
  const endsOpen = text !== '' && text !== '\ufeff' && breakAt(text, text.length - 1) === ''
  const insert =
    (endsOpen ? lineBreak : '') +
    (isContinued ? `---${lineBreak}` : '') +
    (endsOpen && lines.endsWith(lineBreak) ? lines.slice(0, -lineBreak.length) : lines)
  const splice = { from: text.length, to: text.length, insert }
  const wanted = [...valuesOf(text), ...valuesOf(added)]
  return provenPlan(text, [splice], wanted)
}

/**
 * Plans to take an object out of a file: a whole document with its `---`, or one item of a list. Comments at the top of
 * a file that a blank line sets apart from its first document stay: they are about the file.
 */
export function planRemoveDocument(text: string, target: EditTarget): EditPlan {
  if (target.item !== null) {
    const path = `/items/${target.item}`
    return planPatch(text, { document: target.document, item: null }, [{ op: 'remove', path }])
  }
  const pieces = cutDocuments(text)
  const piece = pieces[target.document]
  if (piece === undefined) return refuse('no-such-document', `The file has no document ${target.document}`)
  const from = target.document === 0 ? behindFileComments(text, piece) : separatorBefore(text, piece)
  // The first document takes the separator behind it, every other one that before it.
  const next = pieces[target.document + 1]
  const to = target.document === 0 && next !== undefined && from === piece.from ? next.from : piece.to
  const values = pieces.map(p => valueOf(text, p))
  return provenPlan(text, [{ from, to, insert: '' }], withoutNothing(values.toSpliced(target.document, 1)))
}

/** Pieces without a document (blank, or comments only) are the same with and without; a piece that can't be read is told by its text. */
type PieceValue = PlainValue | { readonly unreadable: string } | undefined

function provenPlan(text: string, splices: readonly Splice[], wanted: readonly PieceValue[]): EditPlan {
  const found = valuesOf(applySplices(text, splices))
  const isSame = found.length === wanted.length && found.every((value, i) => sameValue(value, wanted[i]))
  if (isSame) return { ok: true, splices }
  return refuse('cannot-edit-in-place', 'The file would not read as the documents that it should hold')
}

function valuesOf(text: string): PieceValue[] {
  return withoutNothing(cutDocuments(text).map(piece => valueOf(text, piece)))
}

function valueOf(text: string, piece: DocumentPiece): PieceValue {
  const reading = readPiece(text, piece)
  if (reading.problems.some(p => p.severity === 'error'))
    return { unreadable: text.slice(piece.from, piece.to).trimEnd() }
  const meaning = plainOf(text, reading.root)
  if (!meaning.ok) return { unreadable: text.slice(piece.from, piece.to).trimEnd() }
  return reading.root === null ? undefined : meaning.value
}

function withoutNothing(values: readonly PieceValue[]): PieceValue[] {
  return values.filter(value => value !== undefined)
}

function sameValue(a: PieceValue, b: PieceValue): boolean {
  return a !== undefined && b !== undefined && samePlain(a, b)
}

function isEmpty(text: string, piece: DocumentPiece): boolean {
  const { root, problems } = readPiece(text, piece)
  return root === null && problems.length === 0
}

/** Where the line of the `---` starts that stands before a piece. */
function separatorBefore(text: string, piece: DocumentPiece): number {
  return piece.from === 0 ? 0 : lineStart(text, piece.from - 1)
}

/** Behind the first comments of a file, up to the last blank line before its first document. */
function behindFileComments(text: string, piece: DocumentPiece): number {
  const { root } = readPiece(text, piece)
  const end = root === null ? piece.from : root.from
  let behind = piece.from
  let hasComment = false
  for (let at = piece.from; at < end; at = nextLine(text, at)) {
    if (isBlankLine(text, at)) behind = hasComment ? nextLine(text, at) : behind
    else hasComment = text.slice(at, lineEnd(text, at)).trimStart().startsWith('#')
  }
  return behind
}
