import { readBlockHeader } from './block-scalar'
import type { YamlScalar } from './tree'

/**
 * The content of a scalar as a string: unquoted, unfolded, unescaped, whatever it means.
 *
 * Line breaks arrive as LF whichever way the file writes them. An escape that YAML doesn't know stays as it is written
 * (the reader reports it).
 */
export function scalarText(text: string, node: YamlScalar): string {
  switch (node.style) {
    case 'plain': {
      const source = text.slice(node.from, node.to)
      return ANY_BREAK.test(source) ? foldLines(linesOf(source)) : source
    }
    case 'single': {
      const source = text.slice(node.from + 1, node.to - 1)
      const folded = ANY_BREAK.test(source) ? foldLines(linesOf(source)) : source
      return folded.includes("'") ? folded.replaceAll("''", "'") : folded
    }
    case 'double': {
      const source = text.slice(node.from + 1, node.to - 1)
      return source.includes('\\') || ANY_BREAK.test(source) ? doubleQuotedText(source) : source
    }
    case 'literal':
    case 'folded':
      return blockText(text, node)
    case 'empty':
      return ''
  }
}

/** Breaks as go-yaml sees them: the last two are kept in the text where the others fold. */
const ANY_BREAK = /[\n\r\u0085\u2028\u2029]/
const KEPT_BREAK = /([\u2028\u2029])/
const BREAKS = /\r\n|[\n\r\u0085]/

/** The lines of a flow scalar; spaces at a fold are no content, those at the scalar's two ends are. */
function linesOf(source: string): string[] {
  const lines = source.split(BREAKS)
  return lines.map((line, i) => {
    const from = i > 0 ? skipBlanks(line, 0) : 0
    return i < lines.length - 1 ? line.slice(from, Math.max(from, trimmedEnd(line))) : line.slice(from)
  })
}

/** One break is a space; each further one is a break. */
function foldLines(lines: readonly string[]): string {
  let result = lines[0] ?? ''
  let breaks = 0
  for (let i = 1; i < lines.length; i++) {
    breaks++
    const line = lines[i]!
    if (line === '' && i < lines.length - 1) continue
    result += (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)) + line
    breaks = 0
  }
  return result
}

/** Folds before it unescapes, so that an escaped space at a line's end stays and an escaped break joins. */
function doubleQuotedText(source: string): string {
  const lines = source.split(BREAKS)
  let result = ''
  let breaks = 0
  let joined = true
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const last = i === lines.length - 1
    const from = i > 0 ? skipBlanks(line, 0) : 0
    const escapedBreak = !last && endsInOddBackslashes(line)
    const to = last ? line.length : escapedBreak ? line.length - 1 : Math.max(from, contentEnd(line))
    if (from < to || last || escapedBreak) {
      if (breaks > 1) result += '\n'.repeat(breaks - 1)
      else if (breaks === 1 && !joined) result += ' '
      result += unescape(line.slice(from, to))
      breaks = 0
      joined = escapedBreak
    }
    breaks++
  }
  return result
}

/** Behind the last character that isn't white space; white space behind a backslash is escaped. */
function contentEnd(line: string): number {
  const end = trimmedEnd(line)
  return end < line.length && endsInOddBackslashes(line.slice(0, end)) ? end + 1 : end
}

function endsInOddBackslashes(line: string): boolean {
  let at = line.length
  while (at > 0 && line[at - 1] === '\\') at--
  return (line.length - at) % 2 === 1
}

/** What a backslash and a letter stand for in double quotes; `x`, `u` and `U` take digits instead. */
export const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ["'", "'"],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
])

function unescape(line: string): string {
  let result = ''
  let done = 0
  for (let at = line.indexOf('\\'); at >= 0; at = line.indexOf('\\', done)) {
    const letter = line[at + 1] ?? ''
    const digits = letter === 'x' ? 2 : letter === 'u' ? 4 : letter === 'U' ? 8 : 0
    const end = at + 2 + digits
    const code = digits === 0 ? NaN : parseInt(line.slice(at + 2, end), 16)
    const stands = code <= 0x10ffff ? String.fromCodePoint(code) : (ESCAPES.get(letter) ?? line.slice(at, end))
    result += line.slice(done, at) + stands
    done = end
  }
  return result + line.slice(done)
}

function blockText(text: string, node: YamlScalar): string {
  const { chomp } = readBlockHeader(text, node.from)
  const [, ...body] = text.slice(node.from, node.to).split(BREAKS)
  const lines = body.map(line => withoutIndent(line, node.indent))
  // The content's end is the node's; only `+` keeps blank lines behind it.
  let trailing = 0
  while (lines.length > 0 && lines[lines.length - 1] === '') {
    lines.pop()
    trailing++
  }
  if (lines.length === 0) return chomp === 'keep' ? '\n'.repeat(trailing) : ''
  const breaks = chomp === 'strip' ? 0 : chomp === 'keep' ? trailing + 1 : 1
  if (node.style === 'folded') return foldBlock(lines) + '\n'.repeat(breaks)
  for (let i = 0; i < breaks; i++) lines.push('')
  return lines.join('\n')
}

/** The line of a block scalar; U+2028 and U+2029 are breaks to kubectl, and stay in the text. */
function withoutIndent(line: string, indent: number): string {
  const content = line.slice(Math.min(indent, skipSpaces(line)))
  if (!KEPT_BREAK.test(content)) return content
  return content
    .split(KEPT_BREAK)
    .map((part, i) => (i % 2 === 1 || i === 0 ? part : part.slice(Math.min(indent, skipSpaces(part)))))
    .join('')
}

/** Lines that start with white space, and the breaks around them, are kept as they are. */
function foldBlock(lines: readonly string[]): string {
  let result = ''
  let breaks = 0
  let verbatim = true
  for (const line of lines) {
    if (line === '') {
      breaks++
      continue
    }
    const starts = line[0] === ' ' || line[0] === '\t'
    if (starts || verbatim) result += '\n'.repeat(breaks) + line
    else result += (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)) + line
    breaks = 1
    verbatim = starts
  }
  return result
}

function skipBlanks(line: string, from: number): number {
  let at = from
  while (line[at] === ' ' || line[at] === '\t') at++
  return at
}

function skipSpaces(line: string): number {
  let at = 0
  while (line[at] === ' ') at++
  return at
}

function trimmedEnd(line: string): number {
  let at = line.length
  while (at > 0 && (line[at - 1] === ' ' || line[at - 1] === '\t')) at--
  return at
}
