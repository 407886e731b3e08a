import { sortSplices, type Splice } from '../text/splice'
import { cutDocuments } from '../yaml/read/cut'
import { readPiece } from '../yaml/read/read-piece'
import type { DocumentPiece, YamlProblem } from '../yaml/tree'
import type { DocumentState, ObjectSpan } from './document-state'
import { matchObjects } from './identity'
import type { FilePath, KubeObject } from './kube-object'
import { namespaceOf, objectsIn, type FoundObjects } from './objects-in'
import type { WorkspaceFile } from './workspace-file'

/** A text that was cut and read, before its new objects have ids. */
export type Reread = {
  readonly path: FilePath
  readonly text: string
  readonly pieces: readonly DocumentPiece[]
  /** One for each piece: a state that stays, or a reading. */
  readonly documents: readonly (DocumentState | ReadDocument)[]
  /** Objects of before that are in the text no more. */
  readonly gone: readonly KubeObject[]
}

/** A document that was just read. Offsets count from its start. */
export type ReadDocument = {
  readonly found: FoundObjects
  /** For each found object the one of before that it is, or null. */
  readonly earlier: readonly (KubeObject | null)[]
}

/** Reads a whole text. */
export function readAll(path: FilePath, text: string): Reread {
  const pieces = cutDocuments(text)
  const documents = pieces.map(piece => {
    const found = fromItsStart(objectsIn(text, readPiece(text, piece)), piece.from)
    return { found, earlier: found.objects.map(() => null) }
  })
  return { path, text, pieces, documents, gone: [] }
}

/**
 * Reads what an edit of a file touched. A piece that no splice touches keeps its state, wherever it now stands; between
 * two such pieces, the objects of before and after are matched.
 */
export function readAgain(
  file: WorkspaceFile,
  text: string,
  splices: readonly Splice[],
  defaultNamespace: string,
): Reread {
  const pieces = cutDocuments(text)
  const staying = untouchedPieces(file.pieces, splices)
  const documents: (DocumentState | ReadDocument)[] = []
  const gone: KubeObject[] = []
  let gap: DocumentPiece[] = []
  let nextBefore = 0

  const closeGap = (endBefore: number): void => {
    const reread = readGap(text, pieces, gap, file.documents.slice(nextBefore, endBefore), defaultNamespace)
    documents.push(...reread.documents)
    gone.push(...reread.gone)
    gap = []
  }
  for (const piece of pieces) {
    const before = staying.get(piece.from)
    const state = before && before.to === piece.to ? file.documents[before.index] : undefined
    if (!before || !state) {
      gap.push(piece)
      continue
    }
    closeGap(before.index)
    documents.push(state)
    nextBefore = before.index + 1
  }
  closeGap(file.documents.length)
  return { path: file.path, text, pieces, documents, gone }
}

type Staying = { readonly index: number; readonly to: number }

/**
 * The pieces that no splice touches, by where they start after the edit. The separator lines around a piece belong to
 * it here: the reader looks at what stands on them.
 */
function untouchedPieces(pieces: readonly DocumentPiece[], splices: readonly Splice[]): ReadonlyMap<number, Staying> {
  const sorted = sortSplices(splices)
  const staying = new Map<number, Staying>()
  let next = 0
  let shift = 0
  for (const { index, from, to } of pieces) {
    const start = pieces[index - 1]?.to ?? 0
    const end = pieces[index + 1]?.from ?? Infinity
    for (; next < sorted.length && sorted[next]!.to < start; next++) {
      shift += sorted[next]!.insert.length - (sorted[next]!.to - sorted[next]!.from)
    }
    const isTouched = next < sorted.length && sorted[next]!.from <= end
    if (!isTouched) staying.set(from + shift, { index, to: to + shift })
  }
  return staying
}

function readGap(
  text: string,
  all: readonly DocumentPiece[],
  pieces: readonly DocumentPiece[],
  before: readonly DocumentState[],
  defaultNamespace: string,
): Pick<Reread, 'documents' | 'gone'> {
  const readings = pieces.map(piece => readCopy(text, piece, all))
  const lastReadable = (i: number): DocumentState | null => {
    const state = before.length === pieces.length ? before[i] : undefined
    return readings[i]?.holds === 'unreadable' && state && state.objects.length > 0 ? state : null
  }
  const stale = pieces.map((_, i) => lastReadable(i))
  const candidates = before.filter((_, i) => !stale[i]).flatMap(state => state.objects)
  const found = readings.flatMap(reading => reading.objects)
  const earlier = matchObjects(
    candidates,
    found.map(object => ({ ...object, namespace: namespaceOf(object, defaultNamespace) })),
  )
  const kept = new Set(earlier)

  let taken = 0
  const documents = readings.map((reading, i) => {
    const state = stale[i]
    if (state) return { ...state, problems: reading.problems, isStale: true }
    const start = taken
    taken += reading.objects.length
    return { found: reading, earlier: earlier.slice(start, taken) }
  })
  return { documents, gone: candidates.filter(object => !kept.has(object)) }
}

/**
 * Reads a copy of a piece's text and of the separator lines around it. V8 keeps a whole string alive for every slice of
 * it: without the copy each document that was ever edited would hold on to its file's text of that moment.
 */
function readCopy(text: string, { index, from, to }: DocumentPiece, pieces: readonly DocumentPiece[]): FoundObjects {
  const start = pieces[index - 1]?.to ?? 0
  const end = pieces[index + 1]?.from ?? text.length
  const copy = [text.slice(start, from), text.slice(from, end)].join('')
  const reading = readPiece(copy, { index, from: from - start, to: to - start })
  return fromItsStart(objectsIn(copy, reading), from - start)
}

function fromItsStart(found: FoundObjects, start: number): FoundObjects {
  if (start === 0) return found
  const span = <T extends ObjectSpan | YamlProblem>(at: T): T => ({ ...at, from: at.from - start, to: at.to - start })
  return {
    holds: found.holds,
    objects: found.objects.map(object => ({ ...object, span: span(object.span) })),
    strangers: found.strangers.map(span),
    problems: found.problems.map(span),
  }
}
