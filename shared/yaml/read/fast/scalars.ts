import { endOfBlock, readBlockHeader } from '../../block-scalar'
import { ESCAPES } from '../../scalar-text'
import type { NodeProperties, YamlScalar } from '../../tree'
import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  CR,
  DOUBLE_QUOTE,
  HASH,
  isBlank,
  isGap,
  isLineEnd,
  LF,
  OPEN_BRACE,
  OPEN_BRACKET,
  PIPE,
  QUESTION,
  SINGLE_QUOTE,
  SPACE,
  TAB,
} from './characters'
import { scalarNode } from './nodes'
import { refuse, unreadable } from './scanner'
import type { Scanner } from './scanner'

/** Reads a quoted scalar, over as many lines as it has. kubectl takes continuation lines at any indentation. */
export function readQuoted(s: Scanner, properties: NodeProperties | null): YamlScalar {
  const from = s.at
  const single = s.code(from) === SINGLE_QUOTE
  const to = endOfQuoted(s, from)
  s.at = to
  return scalarNode(single ? 'single' : 'double', from, to, 0, properties)
}

function endOfQuoted(s: Scanner, from: number): number {
  const { text, end } = s
  const quote = text.charCodeAt(from)
  for (let at = from + 1; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) {
      if (quote === DOUBLE_QUOTE || s.code(at + 1) !== SINGLE_QUOTE) return at + 1
      at++
    } else if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
      // An escaped break is a break all the same.
      const next = s.code(at + 1)
      if (next !== LF && next !== CR) at = endOfEscape(s, at)
    } else if (code === LF) {
      s.lineStart = at + 1
      if (s.isMarkerAt(at + 1)) unreadable('A document marker stands inside quotes', at + 1)
    }
  }
  return unreadable('The closing quote is missing', from)
}

/** The last character of an escape. */
function endOfEscape(s: Scanner, at: number): number {
  const letter = s.text[at + 1] ?? ''
  const digits = letter === 'x' ? 2 : letter === 'u' ? 4 : letter === 'U' ? 8 : 0
  if (digits === 0 && !ESCAPES.has(letter))
    unreadable('A backslash in double quotes with a letter that means nothing', at)
  for (let i = at + 2; i < at + 2 + digits; i++)
    if (!isHexDigit(s.code(i))) unreadable('An escape needs more digits', at)
  return at + 1 + digits
}

function isHexDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102)
}

/**
 * Where the part on this line of an unquoted scalar ends, blanks behind it left out. isKeyEnd tells whether that made it a
 * key.
 */
export function endOfPlainLine(s: Scanner, from: number): number {
  const { text, end } = s
  let last = from
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === SPACE || code === TAB) continue
    if (code === LF || code === CR) break
    if (code === COLON && isGap(s.code(at + 1))) break
    if (code === HASH && at > from && isBlank(text.charCodeAt(at - 1))) break
    last = at + 1
  }
  return last
}

/** The same inside `[ ]` and `{ }`, where more characters end it. */
export function endOfPlainLineInFlow(s: Scanner, from: number): number {
  const { text, end } = s
  let last = from
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === SPACE || code === TAB) continue
    if (code === LF || code === CR || code === COMMA || code === CLOSE_BRACKET || code === CLOSE_BRACE) break
    if (code === OPEN_BRACKET || code === OPEN_BRACE) break
    if (code === COLON && isGap(s.code(at + 1))) break
    if (code === HASH && at > from && isBlank(text.charCodeAt(at - 1))) break
    if (code === QUESTION) refuse('kubectl refuses a ? in an unquoted value between brackets', at)
    last = at + 1
  }
  return last
}

/** Whether, behind blanks, a colon follows that makes what stands before it a key. */
export function isKeyEnd(s: Scanner, at: number): boolean {
  let behind = at
  while (isBlank(s.code(behind))) behind++
  return s.code(behind) === COLON && isGap(s.code(behind + 1))
}

/** Reads an unquoted scalar that is a value in block style; it goes on over lines indented to `least` at least. */
export function readPlain(s: Scanner, least: number, properties: NodeProperties | null): YamlScalar {
  const from = s.at
  let to = endOfPlainLine(s, from)
  if (isKeyEnd(s, to)) unreadable('A key stands where a value is expected', from)
  s.at = to
  while (moveToContinuation(s, least)) {
    to = endOfPlainLine(s, s.at)
    if (isKeyEnd(s, to)) unreadable('A key stands inside a value of several lines', s.at)
    s.at = to
  }
  return scalarNode('plain', from, to, 0, properties)
}

/** Reads an unquoted scalar between brackets. */
export function readPlainInFlow(s: Scanner, properties: NodeProperties | null): YamlScalar {
  const from = s.at
  let to = endOfPlainLineInFlow(s, from)
  s.at = to
  while (!isKeyEnd(s, to) && moveToContinuation(s, 0)) {
    const lineTo = endOfPlainLineInFlow(s, s.at)
    if (lineTo === s.at) break
    to = lineTo
    s.at = to
  }
  return scalarNode('plain', from, to, 0, properties)
}

/** From the end of one line of an unquoted scalar to the start of its next one; false where it has none. */
function moveToContinuation(s: Scanner, least: number): boolean {
  let at = s.at
  while (isBlank(s.code(at))) at++
  if (!isLineEnd(s.code(at)) || at >= s.end) return false
  let lineStart = s.lineStart
  while (at < s.end) {
    const code = s.text.charCodeAt(at)
    if (code === LF) lineStart = ++at
    else if (code === SPACE || code === CR) at++
    else if (code === TAB) {
      if (at - lineStart < least) refuse('A tab stands where kubectl takes spaces only', at)
      at++
    } else break
  }
  if (at >= s.end || at - lineStart < least || s.text.charCodeAt(at) === HASH) return false
  const before = s.lineStart
  s.lineStart = lineStart
  if (s.isMarkerAt(at)) {
    s.lineStart = before
    return false
  }
  s.at = at
  return true
}

/** Reads a block scalar at its `|` or `>`; `parent` is the column of the collection it stands in, -1 for none. */
export function readBlockScalar(s: Scanner, parent: number, properties: NodeProperties | null): YamlScalar {
  const { text, end } = s
  const from = s.at
  const style = text.charCodeAt(from) === PIPE ? 'literal' : 'folded'
  const header = readBlockHeader(text, from)
  s.at = header.to
  if (!s.skipBlanks()) unreadable('A block scalar starts on the line behind its header', s.at)
  const bodyFrom = moveToNextLine(s)

  let indent = header.explicit > 0 ? Math.max(parent, 0) + header.explicit : 0
  let longestBlank = 0
  let at = bodyFrom
  while (at < end) {
    let content = at
    while (text.charCodeAt(content) === SPACE) content++
    const column = content - at
    const code = s.code(content)
    if (isLineEnd(code)) {
      if (indent === 0) longestBlank = Math.max(longestBlank, column)
    } else {
      if (code === TAB && (indent === 0 || column < indent))
        refuse('A tab stands where kubectl takes spaces only', content)
      if (indent === 0) {
        if (column <= parent || column === 0) break
        if (longestBlank > column) unreadable('A blank line before a block scalar has more spaces than its content', at)
        indent = column
      }
      if (column < indent) break
    }
    const lineEnd = text.indexOf('\n', content)
    at = lineEnd < 0 || lineEnd >= end ? end : lineEnd + 1
  }
  if (indent === 0) indent = longestBlank
  s.at = at
  s.lineStart = at
  return scalarNode(style, from, endOfBlock(text, header, bodyFrom, at, indent), indent, properties)
}

/** Moves over the rest of a line, with the comment in it. */
function moveToNextLine(s: Scanner): number {
  if (s.code(s.at) === HASH) s.comment(s.at)
  const lineEnd = s.text.indexOf('\n', s.at)
  const next = lineEnd < 0 || lineEnd >= s.end ? s.end : lineEnd + 1
  s.at = next
  s.lineStart = next
  return next
}
