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
import { refuse, type Refused } from './refusal'

/**
 * Plans to append documents to a file, behind a `---` where something stands before them.
 *
 * They get the file's line ends, and a file without a final line break keeps being without one. Before the plan is given
 * out, the documents before must have their text and the new ones must read back as they were given.
 */
export function planAddDocument(text: string, documentText: string): EditPlan {
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const added = documentText.replace(/^\ufeff/, '').replace(/^---[ \t]*\r?\n/, '')
  const pieces = cutDocuments(text)
  const last = pieces.at(-1)
  // Behind a separator that nothing follows, or comments that stand alone, no other separator is needed.
  const isOpen = last !== undefined && last.to === text.length && isEmpty(text, last)
  const isBehindDocument = last !== undefined && last.to === text.length && !isOpen
  const endsInLine = text !== '' && text !== '\ufeff' && breakAt(text, text.length - 1) === ''
  const lines = added.replaceAll(/\r\n|\n|\r/g, lineBreak)
  const insert =
    (endsInLine ? lineBreak : '') +
    (isBehindDocument ? `---${lineBreak}` : '') +
    (endsInLine && lines.endsWith(lineBreak) ? lines.slice(0, -lineBreak.length) : lines)
  const splices = [{ from: text.length, to: text.length, insert }]

  const kept = textsOf(text, isOpen ? pieces.slice(0, -1) : pieces)
  const after = applySplices(text, splices)
  const now = cutDocuments(after)
  const isKept = kept.every((before, i) => before.trimEnd() === textOf(after, now[i])?.trimEnd())
  const values = cutDocuments(added).map(piece => valueOf(added, piece))
  const news = now.slice(kept.length)
  const isRead = news.length === values.length && news.every((piece, i) => isValue(valueOf(after, piece), values[i]))
  return isKept && isRead ? { ok: true, splices } : notInPlace()
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
  const next = pieces[target.document + 1]
  const isFirst = target.document === 0
  const from = isFirst ? behindFileComments(text, piece) : separatorBefore(text, piece)
  const leavesComments = isFirst && from > piece.from
  // The first document takes the separator behind it, every other one that before it.
  const to = isFirst && next !== undefined && !leavesComments ? next.from : piece.to
  const splices: Splice[] = [{ from, to, insert: '' }]

  const after = applySplices(text, splices)
  const comments = leavesComments ? [text.slice(piece.from, from)] : []
  const wanted = [...comments, ...textsOf(text, pieces.toSpliced(target.document, 1))]
  const now = textsOf(after, cutDocuments(after))
  const isKept = now.length === wanted.length && now.every((found, i) => found === wanted[i])
  return isKept ? { ok: true, splices } : notInPlace()
}

function notInPlace(): Refused {
  return refuse('cannot-edit-in-place', 'The file would not read as the documents that it should hold')
}

function textOf(text: string, piece: DocumentPiece | undefined): string | undefined {
  return piece === undefined ? undefined : text.slice(piece.from, piece.to)
}
function textsOf(text: string, pieces: readonly DocumentPiece[]): string[] {
  return pieces.map(piece => text.slice(piece.from, piece.to))
}

/** What a piece means; undefined for one that can't be read, which is equal to nothing. */
function valueOf(text: string, piece: DocumentPiece): PlainValue | undefined {
  const reading = readPiece(text, piece)
  const meaning = plainOf(text, reading.root)
  return meaning.ok && !reading.problems.some(p => p.severity === 'error') ? meaning.value : undefined
}

function isValue(a: PlainValue | undefined, b: PlainValue | undefined): boolean {
  return a !== undefined && b !== undefined && samePlain(a, b)
}

function isEmpty(text: string, piece: DocumentPiece): boolean {
  const { root, problems } = readPiece(text, piece)
  return root === null && problems.length === 0
}

/** Where the line of the `---` starts that stands before a piece. */
function separatorBefore(text: string, piece: DocumentPiece): number {
  return lineStart(text, piece.from - 1)
}

/** Behind the first comments of a file, up to the last blank line before its first document. */
function behindFileComments(text: string, piece: DocumentPiece): number {
  const { root } = readPiece(text, piece)
  let behind = piece.from
  let hasComment = false
  for (let at = piece.from; root !== null && at < root.from; at = nextLine(text, at)) {
    if (isBlankLine(text, at)) behind = hasComment ? nextLine(text, at) : behind
    else hasComment = text.slice(at, lineEnd(text, at)).trimStart().startsWith('#')
  }
  return behind
}
