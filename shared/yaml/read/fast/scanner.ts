import type { YamlComment, YamlProblem } from '../../tree'
import { CR, HASH, isBlank, isGap, isLineEnd, LF, SPACE, TAB } from './characters'

/** The deepest nesting that is read; the recursion of every reader and writer behind this tree rests on it. */
export const DEEPEST = 400

/**
 * Says that the fast reader doesn't read this document. `final` where nobody else reads it either, or kubectl refuses it,
 * so that nobody needs to be asked. Thrown inside this folder only; no Error, for a stack that nobody looks at would cost
 * more than the reading.
 */
export class NotRead {
  constructor(
    readonly code: YamlProblem['code'],
    readonly message: string,
    readonly from: number,
    readonly final: boolean,
  ) {}
}

/** A place in a text that moves forward, with the line it is on. Columns count from 0. */
export class Scanner {
  at: number
  lineStart: number
  depth = 0
  readonly comments: YamlComment[] = []

  constructor(
    readonly text: string,
    from: number,
    readonly end: number,
  ) {
    this.at = from
    this.lineStart = from
  }

  /** The character at an offset; NaN at the document's end. */
  code(offset: number): number {
    return offset < this.end ? this.text.charCodeAt(offset) : NaN
  }

  get column(): number {
    return this.at - this.lineStart
  }

  /**
   * Moves over blanks, line breaks and comments to what comes next, and gives its column, or -1 at the end.
   *
   * Tabs count as blanks behind something, never as indentation: `fresh` says that nothing stands before on this line.
   */
  skipToToken(fresh = false): number {
    const { text, end } = this
    let indenting = fresh
    let at = this.at
    for (;;) {
      if (at >= end) {
        this.at = end
        return -1
      }
      const code = text.charCodeAt(at)
      if (code === SPACE) at++
      else if (code === LF) {
        this.lineStart = ++at
        indenting = true
      } else if (code === CR) at++
      else if (code === HASH) at = this.comment(at)
      else if (code === TAB) {
        if (indenting) refuse('A tab stands where kubectl takes spaces only', at)
        at++
      } else {
        this.at = at
        return at - this.lineStart
      }
    }
  }

  /** As skipToToken inside `[ ]` and `{ }`, where indentation and tabs mean nothing. */
  skipInFlow(): number {
    const { text, end } = this
    let at = this.at
    while (at < end) {
      const code = text.charCodeAt(at)
      if (code === LF) this.lineStart = ++at
      else if (code === HASH) at = this.comment(at)
      else if (code === SPACE || code === TAB || code === CR) at++
      else break
    }
    this.at = at
    return this.code(at)
  }

  /** Moves over blanks on this line; whether nothing but a comment is left of it. */
  skipBlanks(): boolean {
    let code = this.code(this.at)
    while (isBlank(code)) code = this.code(++this.at)
    return isLineEnd(code) || code === HASH
  }

  /** Behind a finished node only a comment may follow on its line. */
  expectLineEnd(): void {
    if (!this.skipBlanks()) unreadable('Something stands behind a value on its line', this.at)
  }

  /** Whether a `-`, `?` or `:` here is an indicator. */
  isIndicatorHere(indicator: number): boolean {
    return this.code(this.at) === indicator && isGap(this.code(this.at + 1))
  }

  /** Whether the document ends here, at a line that starts with `...` (or `---` behind a lone carriage return). */
  isMarkerAt(offset: number): boolean {
    if (offset !== this.lineStart || !isGap(this.code(offset + 3))) return false
    return this.text.startsWith('...', offset) || this.text.startsWith('---', offset)
  }

  deeper(): void {
    if (++this.depth > DEEPEST) throw new NotRead('too-deep', `Nested deeper than ${DEEPEST} levels`, this.at, true)
  }

  /** Keeps the comment at an offset and gives its end. To kubectl it needs no blank before it, behind a quote for instance. */
  comment(from: number): number {
    const lineEnd = this.text.indexOf('\n', from)
    const end = lineEnd < 0 || lineEnd > this.end ? this.end : lineEnd
    this.comments.push({ from, to: this.text.charCodeAt(end - 1) === CR && end > from ? end - 1 : end })
    return end
  }
}

/** Leaves the document to the `yaml` package: it may be right, in a part of YAML that isn't read here. */
export function giveUp(why: string, at: number): never {
  throw new NotRead('unreadable-yaml', why, at, false)
}

/** This is no YAML, for any reader. */
export function unreadable(why: string, at: number): never {
  throw new NotRead('unreadable-yaml', why, at, true)
}

/** kubectl refuses this document, whatever other readers make of it. */
export function refuse(why: string, at: number): never {
  throw new NotRead('kubectl-refuses', why, at, true)
}

/** go-yaml takes nothing for a key whose colon isn't within 1024 characters of its start. */
export function refuseLongKey(s: Scanner, from: number, colon: number): void {
  if (colon - from > LONGEST_KEY && [...s.text.slice(from, colon)].length > LONGEST_KEY)
    refuse(`A key has more than ${LONGEST_KEY} characters`, from)
}

const LONGEST_KEY = 1024
