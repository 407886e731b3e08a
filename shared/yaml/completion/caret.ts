import { flowAt } from './flow'

/**
 * Where a caret stands in a document, told by lines and indentation alone: what is being typed is often unreadable. All
 * offsets are of the text that was given.
 */
export type Caret = {
  /** A key, or an item of a list (`- `), is being written, or the value behind a key. */
  readonly role: 'key' | 'value'
  /** For a key the collection that it would be in, for a value the value itself: keys and item numbers. */
  readonly path: readonly string[]
  /** Where the word starts that the caret is at the end of, and what it is so far. */
  readonly from: number
  readonly word: string
  /** The keys that the map around the caret has, without the one at the caret. */
  readonly siblings: readonly string[]
  /** The column of the map's keys; -1 between brackets. */
  readonly column: number
  /** The column of the line's first character. */
  readonly lineColumn: number
}

type Step = { readonly column: number; readonly type: 'key' | 'item'; readonly name: string }

/** A line without its dashes: `  - name: web` has dashes at 2, and `name: web` at 4. */
type Line = {
  readonly from: number
  readonly dashes: readonly number[]
  readonly column: number
  readonly content: string
}

const KEY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#&*!|>%@`"'{}[\],-][^#]*?|-[^\s#][^#]*?):(?=\s|$)/
const BLOCK_SCALAR = /(^|\s)[|>][-+0-9]*\s*(#.*)?$/

/** The caret's place in the document that starts at `start`, or null in a comment or inside a text of several lines. */
export function caretAt(text: string, start: number, offset: number): Caret | null {
  const steps: Step[] = []
  let scalarColumn: number | null = null
  for (let at = start; ;) {
    const end = lineEnd(text, at)
    const isCaretLine = offset <= end
    const line = readLine(text, at, isCaretLine ? offset : end)
    const isBlank = line.content === '' && line.dashes.length === 0
    const column = line.dashes[0] ?? line.column
    if (scalarColumn !== null && (column > scalarColumn || (isBlank && !isCaretLine))) {
      if (isCaretLine) return null
      at = nextLine(text, end)
      continue
    }
    scalarColumn = null
    if (line.content.startsWith('#')) {
      if (isCaretLine) return null
      at = nextLine(text, end)
      continue
    }
    for (const dash of line.dashes) takeDash(steps, dash)
    if (isCaretLine && !startsFlow(line)) return caretIn(text, line, steps, start)
    if (!isBlank && line.content !== '') {
      const key = keyOf(line.content)
      if (key !== null) takeKey(steps, line.column, key)
      const value = line.content.slice(line.content.match(KEY)?.[0].length ?? 0)
      const flowFrom = line.from + line.column + line.content.length - value.trimStart().length
      if (/^\s*[{[]/.test(value)) {
        const flow = flowAt(text, flowFrom, offset)
        if (flow.inside)
          return { ...flow.caret, path: [...namesOf(steps), ...flow.caret.path], column: -1, lineColumn: -1 }
        if (flow.end > end) {
          at = nextLine(text, lineEnd(text, flow.end))
          if (at > offset) return null
          continue
        }
        if (isCaretLine) return null
      }
      if (BLOCK_SCALAR.test(value)) scalarColumn = steps.at(-1)?.column ?? -1
    }
    if (isCaretLine) return null
    at = nextLine(text, end)
  }
}

function startsFlow({ content }: Line): boolean {
  return /^\s*[{[]/.test(content.slice(content.match(KEY)?.[0].length ?? 0))
}

function caretIn(text: string, line: Line, steps: Step[], start: number): Caret | null {
  const { content, column } = line
  if (/\s#/.test(content)) return null
  const lineColumn = line.dashes[0] ?? column
  const keyMatch = content.match(KEY)
  const offset = line.from + column + content.length
  if (!keyMatch) {
    popTo(steps, column)
    const siblings = siblingsAt(text, start, line)
    return {
      role: 'key',
      path: namesOf(steps),
      from: offset - content.length,
      word: content,
      siblings,
      column,
      lineColumn,
    }
  }
  const word = content.slice(keyMatch[0].length).trimStart()
  if (content.length === keyMatch[0].length) return null
  const siblings = siblingsAt(text, start, line)
  takeKey(steps, column, keyOf(content) ?? '')
  return { role: 'value', path: namesOf(steps), from: offset - word.length, word, siblings, column, lineColumn }
}

function namesOf(steps: readonly Step[]): string[] {
  return steps.map(({ name }) => name)
}

/** A dash continues the list of its column, or starts one below the key before it, which may stand in the same column. */
function takeDash(steps: Step[], column: number): void {
  let index = 0
  while (steps.length > 0) {
    const top = steps.at(-1)!
    if (top.column < column || (top.column === column && top.type === 'key')) break
    if (top.column === column) index = Number(top.name) + 1
    steps.pop()
  }
  steps.push({ column, type: 'item', name: String(index) })
}

function takeKey(steps: Step[], column: number, name: string): void {
  popTo(steps, column)
  steps.push({ column, type: 'key', name })
}

function popTo(steps: Step[], column: number): void {
  while (steps.length > 0 && steps.at(-1)!.column >= column) steps.pop()
}

/** The keys of the map that a line's content belongs to, before and behind it. */
function siblingsAt(text: string, start: number, line: Line): readonly string[] {
  const { column } = line
  const keys: string[] = []
  const isFirstOfItem = line.dashes.length > 0
  for (let at = line.from; !isFirstOfItem && at > start;) {
    at = text.lastIndexOf('\n', at - 2) + 1
    const other = readLine(text, at, lineEnd(text, at))
    if (other.content === '' || other.content.startsWith('#')) continue
    if (other.column < column) break
    const key = other.column === column ? keyOf(other.content) : null
    if (key !== null) keys.push(key)
    if (other.dashes.some(dash => dash < column) && other.column === column) break
    if (at <= start) break
  }
  for (let at = nextLine(text, lineEnd(text, line.from)); at < text.length; at = nextLine(text, lineEnd(text, at))) {
    const other = readLine(text, at, lineEnd(text, at))
    if (/^(---|\.\.\.)/.test(text.slice(at, at + 3))) break
    if (other.content === '' || other.content.startsWith('#')) continue
    if ((other.dashes[0] ?? other.column) < column) break
    const key = other.column === column && other.dashes.length === 0 ? keyOf(other.content) : null
    if (key !== null) keys.push(key)
  }
  return keys
}

function readLine(text: string, from: number, end: number): Line {
  const whole = text.slice(from, end).replace(/\r$/, '')
  const dashes: number[] = []
  let column = whole.length - whole.trimStart().length
  while (/^-(\s|$)/.test(whole.slice(column))) {
    dashes.push(column)
    const rest = whole.slice(column + 1)
    column = whole.length - rest.trimStart().length
  }
  return { from, dashes, column, content: whole.slice(column) }
}

function keyOf(content: string): string | null {
  const written = content.match(KEY)?.[1]
  if (written === undefined) return null
  return /^["']/.test(written) ? written.slice(1, -1) : written.trimEnd()
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
function nextLine(text: string, end: number): number {
  return Math.min(text.length + 1, end + 1)
}
