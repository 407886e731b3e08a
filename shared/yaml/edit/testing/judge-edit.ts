import { plainOf } from '../../meaning'
import type { PlainValue } from '../../plain'
import { readByYaml } from '../../read/by-yaml'
import { cutDocuments } from '../../read/cut'
import type { DocumentPiece } from '../../tree'
import type { Draft } from '../draft'
import { extentOf, insertionBehind, startWithComments } from '../extent'
import { isFirstOnLine, lineEnd, lineStart } from '../lines'
import { patchPlain, samePlain } from '../patch-plain'
import { endOf, fromOf, headOf, slotsOf, type Place } from '../place'
import type { GeneratedEdit } from './generate-edit'

export type Verdict = 'exact' | 'wrong' | 'comment lost' | 'line changed'

/**
 * Judges an edit by its text alone: the reader behind the fast one must see what RFC 6902 says, every other document must
 * have its bytes, comments outside the edited thing must stay, and only lines that had to may change.
 */
export function judgeEdit(
  text: string,
  piece: DocumentPiece,
  draft: Draft,
  edit: GeneratedEdit,
  after: string,
): Verdict {
  const tail = text.length - piece.to
  const outside = after.startsWith(text.slice(0, piece.from)) && after.endsWith(text.slice(piece.to))
  const now = cutDocuments(after)
  const isSamePiece = now.length === cutDocuments(text).length && now[piece.index]?.to === after.length - tail
  const read = meaningOf(text, piece) === undefined ? undefined : meaningOf
  const wanted = patchPlain(read?.(text, piece) ?? draft.plain, [edit.operation])
  const seen = isSamePiece ? meaningOf(after, now[piece.index]!) : undefined
  if (!outside || seen === undefined || wanted === null || !samePlain(seen, wanted)) return 'wrong'
  const allowed = allowedLines(draft, edit)
  if (
    lostComment(text, piece, after, now[piece.index]!, {
      from: allowed.from + draft.shift,
      to: allowed.to + draft.shift,
    })
  )
    return 'comment lost'
  return changesOnly(text, after, { from: allowed.from + draft.shift, to: allowed.to + draft.shift })
    ? 'exact'
    : 'line changed'
}

type Range = { readonly from: number; readonly to: number }

function meaningOf(written: string, piece: DocumentPiece): PlainValue | undefined {
  // To kubectl a lone CR breaks a line, to `yaml` it doesn't.
  const text = written.replace(/\r(?!\n)/g, '\n')
  const reading = readByYaml(text, piece)
  const meaning = plainOf(text, reading.root)
  return reading.problems.length === 0 && meaning.ok ? meaning.value : undefined
}

/** The part of the draft, in whole lines, that an edit may change; empty where lines may only be inserted. */
function allowedLines(draft: Draft, { operation, place }: GeneratedEdit): Range {
  const { text } = draft
  const isInside = operation.op === 'add' && operation.path !== formatOf(place)
  const flow = outermostFlow(isInside ? place : (place.parent ?? place))
  if (flow !== null) return wholeLines(text, flow.slot === null ? flow.node.from : fromOf(flow.slot), flow.node.to)
  const { slot } = place
  if (isInside) {
    const first = slotsOf(place.node)[0]
    if (first === undefined)
      return slot === null ? { from: 0, to: text.length } : wholeLines(text, fromOf(slot), endOf(slot))
    // The first of a collection behind a dash shares its line.
    if (!isFirstOnLine(text, fromOf(first))) return wholeLines(text, fromOf(first), fromOf(first))
    return { from: 0, to: 0 }
  }
  if (slot === null) return { from: 0, to: text.length }
  if (operation.op === 'rename') return wholeLines(text, fromOf(slot), headOf(draft, slot))
  if (operation.op === 'move') {
    const slots = slotsOf(slot.holder)
    return { from: startWithComments(draft, slots[0]!), to: insertionBehind(draft, slots.at(-1)!) }
  }
  const extent = extentOf(draft, slot)
  if (operation.op !== 'remove') return wholeLines(text, fromOf(slot), extent.to)
  const next = slotsOf(slot.holder)[slot.index + 1]
  const isOnly = slot.holder.type === 'map' ? slot.holder.entries.length === 1 : slot.holder.items.length === 1
  const header = isOnly && place.parent?.slot != null ? fromOf(place.parent.slot) : extent.from
  const shared = next !== undefined && !isFirstOnLine(text, fromOf(slot)) ? fromOf(next) : extent.to
  return withBlankLines(text, wholeLines(text, Math.min(header, extent.from), Math.max(extent.to, shared)))
}

function formatOf(place: Place): string {
  return place.plainPath.map(key => '/' + key.replaceAll('~', '~0').replaceAll('/', '~1')).join('')
}

function outermostFlow(place: Place): Place | null {
  let found: Place | null = null
  for (let at: Place | null = place; at !== null; at = at.parent) {
    const { node } = at
    if ((node.type === 'map' || node.type === 'seq') && node.style === 'flow') found = at
  }
  return found
}

function wholeLines(text: string, from: number, to: number): Range {
  return { from: lineStart(text, from), to: lineEnd(text, to) }
}

/** The blank lines behind a range too; at the end of a text without a final break those before it, which would end it. */
function withBlankLines(text: string, { from, to }: Range): Range {
  const blankBefore = /\s*$/.exec(text.slice(0, from))![0].length
  return { from: to === text.length ? from - blankBefore : from, to: to + /^\s*/.exec(text.slice(to))![0].length }
}

/** A comment outside the range that the edited piece no longer has. */
function lostComment(text: string, piece: DocumentPiece, after: string, now: DocumentPiece, allowed: Range): boolean {
  const left = new Map<string, number>()
  for (const { from, to } of readByYaml(after, now).comments) {
    const comment = after.slice(from, to)
    left.set(comment, (left.get(comment) ?? 0) + 1)
  }
  for (const { from, to } of readByYaml(text, piece).comments) {
    if (from >= allowed.from && from < allowed.to) continue
    const comment = text.slice(from, to)
    const count = left.get(comment) ?? 0
    if (count === 0) return true
    left.set(comment, count - 1)
  }
  return false
}

/** Whether the lines before and behind the range are the same; with an empty range, whether lines were inserted only. */
function changesOnly(text: string, after: string, allowed: Range): boolean {
  const before = linesOf(text)
  const now = linesOf(after)
  const isInsertion = now.length >= before.length && sameFirst(before, now) + sameLast(before, now) >= before.length
  if (isInsertion || allowed.from === allowed.to) return isInsertion
  const first = linesOf(text.slice(0, allowed.from)).length - 1
  const last = linesOf(text.slice(allowed.to)).length - 1
  return first + last <= now.length && sameFirst(before, now) >= first && sameLast(before, now) >= last
}

/** Without their breaks: a line that gets or loses the break behind it at the end of a text is still the same. */
function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/)
}

function sameFirst(a: readonly string[], b: readonly string[]): number {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}

function sameLast(a: readonly string[], b: readonly string[]): number {
  let n = 0
  while (n < a.length && n < b.length && a.at(-1 - n) === b.at(-1 - n)) n++
  return n
}
