/** The first line of a block scalar, `|2-  # why`: what it says and where its indicators end. */
export type BlockHeader = {
  readonly chomp: 'clip' | 'strip' | 'keep'
  /** The indentation indicator's digit, or 0 where the first line of the content decides. */
  readonly explicit: number
  /** Behind the last indicator. */
  readonly to: number
}

/** Reads the indicators behind the `|` or `>` at an offset. */
export function readBlockHeader(text: string, from: number): BlockHeader {
  let chomp: BlockHeader['chomp'] = 'clip'
  let explicit = 0
  let at = from + 1
  for (; at < from + 3; at++) {
    const c = text.charCodeAt(at)
    if (c === PLUS) chomp = 'keep'
    else if (c === DASH) chomp = 'strip'
    else if (c > ZERO && c <= NINE) explicit = c - ZERO
    else break
  }
  return { chomp, explicit, to: at }
}

/**
 * Where a block scalar ends whose lines fill [bodyFrom, bodyTo): behind its last content, or with `+` before the break
 * of its last line. One without lines ends with its header.
 */
export function endOfBlock(
  text: string,
  header: BlockHeader,
  bodyFrom: number,
  bodyTo: number,
  indent: number,
): number {
  let to = bodyTo
  while (to > bodyFrom) {
    const lineTo = beforeBreak(text, bodyFrom, to)
    if (header.chomp === 'keep') return lineTo
    const lineFrom = startOfLine(text, bodyFrom, lineTo)
    if (lineTo - lineFrom > indent || !isBlank(text, lineFrom, lineTo)) return lineTo
    to = lineFrom
  }
  return header.chomp === 'keep' && bodyTo > bodyFrom ? bodyTo : header.to
}

/** The end of the line that ends at `to`, without its break where it has one. */
function beforeBreak(text: string, from: number, to: number): number {
  if (text.charCodeAt(to - 1) !== LF) return to
  return to - 2 >= from && text.charCodeAt(to - 2) === CR ? to - 2 : to - 1
}

function startOfLine(text: string, from: number, at: number): number {
  const found = at === from ? -1 : text.lastIndexOf('\n', at - 1)
  return found < from ? from : found + 1
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) !== SPACE) return false
  return true
}

const LF = 10
const CR = 13
const SPACE = 32
const PLUS = 43
const DASH = 45
const ZERO = 48
const NINE = 57
