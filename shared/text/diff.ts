import { diffLines, splitLines, type LineChange } from './line-diff'
import type { Splice } from './splice'

/**
 * Splices that turn one text into the other: one for each run of lines that differ, narrowed to the characters that do.
 * For a file that another program wrote, so that what it left alone keeps its identity.
 */
export function diffTexts(before: string, after: string): readonly Splice[] {
  if (before === after) return []
  const a = splitLines(before)
  const b = splitLines(after)
  const startsA = startsOf(a)
  const startsB = startsOf(b)
  return diffLines(a, b).map(({ aFrom, aTo, bFrom, bTo }) =>
    narrow(before, { from: startsA[aFrom]!, to: startsA[aTo]!, insert: after.slice(startsB[bFrom], startsB[bTo]) }),
  )
}

/** The same edit without the characters that it replaces by themselves. A surrogate pair is never cut. */
function narrow(text: string, { from, to, insert }: Splice): Splice {
  const most = Math.min(to - from, insert.length)
  let start = 0
  while (start < most && text[from + start] === insert[start]) start++
  if (start > 0 && isHighSurrogate(insert.charCodeAt(start - 1))) start--
  let end = 0
  while (end < most - start && text[to - 1 - end] === insert[insert.length - 1 - end]) end++
  if (end > 0 && isLowSurrogate(insert.charCodeAt(insert.length - end))) end--
  return { from: from + start, to: to - end, insert: insert.slice(start, insert.length - end) }
}

/** How many equal lines `unifiedDiff` shows around a change. */
const CONTEXT = 3

/**
 * The difference as `git diff` prints it, without its first line; '' where there is none. Null stands for a file that is
 * not there.
 */
export function unifiedDiff(before: string | null, after: string | null, path: string): string {
  if (before === after) return ''
  const a = splitLines(before ?? '')
  const b = splitLines(after ?? '')
  const hunks = groupChanges(diffLines(a, b)).map(changes => printHunk(a, b, changes))
  const head = `--- ${before === null ? '/dev/null' : `a/${path}`}\n+++ ${after === null ? '/dev/null' : `b/${path}`}\n`
  return head + hunks.join('')
}

/** Changes whose lines of context meet are shown in one hunk. */
function groupChanges(changes: readonly LineChange[]): readonly (readonly LineChange[])[] {
  const groups: LineChange[][] = []
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1)
    if (last && change.aFrom - last.aTo <= 2 * CONTEXT) groups.at(-1)!.push(change)
    else groups.push([change])
  }
  return groups
}

function printHunk(a: readonly string[], b: readonly string[], changes: readonly LineChange[]): string {
  const first = changes[0]!
  const last = changes.at(-1)!
  const lead = Math.min(CONTEXT, first.aFrom)
  const trail = Math.min(CONTEXT, a.length - last.aTo)
  const lines: string[] = []
  let next = first.aFrom - lead
  for (const { aFrom, aTo, bFrom, bTo } of changes) {
    lines.push(...a.slice(next, aFrom).map(line => printLine(' ', line)))
    lines.push(...a.slice(aFrom, aTo).map(line => printLine('-', line)))
    lines.push(...b.slice(bFrom, bTo).map(line => printLine('+', line)))
    next = aTo
  }
  lines.push(...a.slice(next, next + trail).map(line => printLine(' ', line)))
  const oldRange = printRange(first.aFrom - lead, last.aTo + trail)
  const newRange = printRange(first.bFrom - lead, last.bTo + trail)
  return `@@ -${oldRange} +${newRange} @@\n${lines.join('')}`
}

function printLine(mark: string, line: string): string {
  return line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`
}

/** Lines [from, to), counted from 0, as diff counts them: from 1, an empty range by the line before it. */
function printRange(from: number, to: number): string {
  if (to - from === 1) return String(to)
  return to === from ? `${from},0` : `${from + 1},${to - from}`
}

function startsOf(lines: readonly string[]): readonly number[] {
  const starts = [0]
  for (const line of lines) starts.push(starts.at(-1)! + line.length)
  return starts
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000
}
