import type { Splice } from '../../text/splice'

/**
 * A text that is rewritten step by step, each step's splices counting in the text that the step before left. It remembers
 * which parts are still the first text's, so that all steps together are splices of that first text.
 */
export type Rewriting = readonly Run[]

type Run =
  { readonly kept: true; readonly from: number; readonly to: number } | { readonly kept: false; readonly text: string }

export function startRewriting(length: number): Rewriting {
  return [{ kept: true, from: 0, to: length }]
}

/** The rewriting after one more step; `splices` are in order and count in the text as it stands. */
export function rewrite(rewriting: Rewriting, splices: readonly Splice[]): Rewriting {
  const runs: Run[] = []
  const rest = new Reader(rewriting)
  for (const splice of splices) {
    runs.push(...rest.take(splice.from - rest.at))
    rest.take(splice.to - splice.from)
    if (splice.insert !== '') runs.push({ kept: false, text: splice.insert })
  }
  runs.push(...rest.take(Infinity))
  return runs
}

/** All steps as splices of the first text, each as small as its ends allow. */
export function splicesOf(rewriting: Rewriting, first: string): Splice[] {
  const splices: Splice[] = []
  let from = 0
  let insert = ''
  const close = (to: number): void => {
    const splice = trimmed({ from, to, insert }, first)
    if (splice.from < splice.to || splice.insert !== '') splices.push(splice)
  }
  for (const run of rewriting) {
    if (!run.kept) {
      insert += run.text
      continue
    }
    if (run.from === from && insert === '') {
      from = run.to
      continue
    }
    close(run.from)
    from = run.to
    insert = ''
  }
  close(first.length)
  return splices
}

/** The splice without what it takes out and puts back. Never splits a surrogate pair or a CRLF. */
function trimmed({ from, to, insert }: Splice, text: string): Splice {
  let start = 0
  const longest = Math.min(to - from, insert.length)
  while (start < longest && text[from + start] === insert[start]) start++
  while (start > 0 && (holdsTogether(text, from + start) || holdsTogether(insert, start))) start--
  let end = 0
  while (end < longest - start && text[to - 1 - end] === insert[insert.length - 1 - end]) end++
  while (end > 0 && (holdsTogether(text, to - end) || holdsTogether(insert, insert.length - end))) end--
  return { from: from + start, to: to - end, insert: insert.slice(start, insert.length - end) }
}

/** Whether the characters before and behind an offset belong together. */
function holdsTogether(text: string, offset: number): boolean {
  const pair = text.slice(offset - 1, offset + 1)
  return pair === '\r\n' || /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair)
}

/** Hands out runs from the front, by length. */
class Reader {
  at = 0
  private index = 0
  private taken = 0
  constructor(private readonly runs: Rewriting) {}

  take(length: number): Run[] {
    const out: Run[] = []
    for (let left = length; left > 0 && this.index < this.runs.length;) {
      const run = this.runs[this.index]!
      const size = (run.kept ? run.to - run.from : run.text.length) - this.taken
      const part = Math.min(size, left)
      if (part > 0) out.push(partOf(run, this.taken, this.taken + part))
      this.at += part
      left -= part
      this.taken += part
      if (part === size) {
        this.index++
        this.taken = 0
      }
    }
    return out
  }
}

function partOf(run: Run, from: number, to: number): Run {
  return run.kept
    ? { kept: true, from: run.from + from, to: run.from + to }
    : { kept: false, text: run.text.slice(from, to) }
}
