import { isAlias, isMap, isScalar, isSeq, Lexer, parseAllDocuments } from 'yaml'
import type { Document, Node, Pair, ParsedNode, YAMLMap, YAMLSeq } from 'yaml'
import { endOfBlock, readBlockHeader } from '../block-scalar'
import type {
  DocumentPiece,
  DocumentReading,
  NodeProperties,
  ScalarStyle,
  YamlAlias,
  YamlComment,
  YamlEntry,
  YamlItem,
  YamlMap,
  YamlNode,
  YamlProblem,
  YamlScalar,
  YamlSeq,
} from '../tree'

/** Beyond this the package takes seconds or runs out of stack; nothing that people write comes near. */
const LARGEST = 1_000_000
const DEEPEST = 500

/**
 * Reads a piece with the `yaml` package and turns what it says into our tree.
 *
 * It is the judge of the fast reader in the tests, and explains documents that the fast reader doesn't read. Merge keys,
 * tags and repeated keys are left as they stand: what they mean is for meaning.ts.
 */
export function readByYaml(text: string, piece: DocumentPiece): DocumentReading {
  const source = text.slice(piece.from, piece.to)
  if (source.length > LARGEST || deepestNesting(source) > DEEPEST)
    return unread(
      piece,
      [],
      problem('too-deep', 'This document is too large or too deeply nested to be explained', piece.from, piece.to),
    )
  try {
    return readSource(source, piece)
  } catch (error) {
    // The package isn't meant to throw. Where it does, on some text nobody wrote, the file is unreadable and no more.
    const reason = error instanceof Error ? error.message : String(error)
    return unread(piece, [], problem('unreadable-yaml', `This document can't be read: ${reason}`, piece.from, piece.to))
  }
}

function readSource(source: string, piece: DocumentPiece): DocumentReading {
  const lexemes = lex(source, piece.from)
  const [document] = parseAllDocuments(source, {
    version: '1.2',
    schema: 'failsafe',
    uniqueKeys: false,
    merge: false,
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: 'silent',
  })
  // Behind `...` nothing is read.
  const end = document?.range[2] === undefined ? piece.to : piece.from + document.range[2]
  const comments = lexemes.comments.filter(comment => comment.from < end)
  if (document === undefined) return { piece, root: null, comments: lexemes.comments, problems: [], readBy: 'yaml' }
  const tab = tabBehindMark(source, piece.from, lexemes.tokens)
  const problems = tab === null ? problemsOf(document, piece) : [tab]
  if (problems.length > 0) return { piece, root: null, comments, problems, readBy: 'yaml' }
  const root = new TreeBuilder(source, piece.from, lexemes.tokens).root(document.contents)
  return { piece, root, comments, problems: [], readBy: 'yaml' }
}

function unread(piece: DocumentPiece, comments: readonly YamlComment[], why: YamlProblem): DocumentReading {
  return { piece, root: null, comments, problems: [why], readBy: 'yaml' }
}

function problem(code: YamlProblem['code'], message: string, from: number, to: number): YamlProblem {
  return { code, severity: 'error', message, from, to }
}

function problemsOf(document: Document.Parsed, piece: DocumentPiece): YamlProblem[] {
  const placeOf = (offset: number): number => Math.min(piece.from + offset, piece.to)
  return document.errors.map(error =>
    problem('unreadable-yaml', error.message, placeOf(error.pos[0]), placeOf(error.pos[1])),
  )
}

/** kubectl takes no tab behind the `?` of a key or the `:` on a line of its own, except between brackets. */
function tabBehindMark(source: string, base: number, tokens: readonly Token[]): YamlProblem | null {
  let flow = 0
  for (const { from, kind } of tokens) {
    const at = from - base
    const mark = kind === 'indicator' ? source[at] : undefined
    if (mark === '[' || mark === '{') flow++
    else if (mark === ']' || mark === '}') flow--
    if (flow > 0 || (mark !== '?' && mark !== ':')) continue
    const startsLine = /(^|[\r\n])[ -]*$/.test(source.slice(source.lastIndexOf('\n', at) + 1, at))
    const tab = /^ *\t/.exec(source.slice(at + 1, at + 100))
    if (startsLine && tab)
      return problem('kubectl-refuses', 'A tab stands where kubectl takes spaces only', from, from + 1 + tab[0].length)
  }
  return null
}

/** An upper bound of the nesting: the deepest flow nesting, or the most indicators that could stack on indentation. */
function deepestNesting(source: string): number {
  let flow = 0
  let deepest = 0
  let inLine = 0
  for (let i = 0; i < source.length; i++) {
    const c = source[i]
    if (c === '[' || c === '{') deepest = Math.max(deepest, ++flow)
    else if (c === ']' || c === '}') flow = Math.max(0, flow - 1)
    else if (c === '\n') inLine = 0
    else if ((c === '-' || c === '?') && source[i + 1] === ' ') deepest = Math.max(deepest, ++inLine)
  }
  return deepest
}

type Token = { readonly from: number; readonly to: number; readonly kind: 'property' | 'scalar' | 'indicator' }

/** The significant tokens and the comments of a piece, with offsets in the file. */
function lex(source: string, base: number): { tokens: Token[]; comments: YamlComment[] } {
  const tokens: Token[] = []
  const comments: YamlComment[] = []
  let at = base
  let scalar = false
  for (const lexeme of new Lexer().lex(source)) {
    if (lexeme === SCALAR_FOLLOWS) {
      scalar = true
      continue
    }
    if (lexeme === DOCUMENT_FOLLOWS || lexeme === FLOW_ERROR) continue
    const to = at + lexeme.length
    const first = lexeme[0]
    if (scalar) tokens.push({ from: at, to, kind: 'scalar' })
    else if (first === '#') comments.push({ from: at, to: lexeme.endsWith('\r') ? to - 1 : to })
    else if (first === '&' || first === '!') tokens.push({ from: at, to, kind: 'property' })
    else if (lexeme.trim() !== '') tokens.push({ from: at, to, kind: 'indicator' })
    scalar = false
    at = to
  }
  return { tokens, comments }
}

const DOCUMENT_FOLLOWS = '\x02'
const FLOW_ERROR = '\x18'
const SCALAR_FOLLOWS = '\x1f'

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
}

/** Places come from the package's ranges and, where it keeps none (dashes, colons, anchors), from the tokens before them. */
class TreeBuilder {
  constructor(
    private readonly source: string,
    private readonly base: number,
    private readonly tokens: readonly Token[],
  ) {}

  root(node: ParsedNode | null): YamlNode | null {
    if (node === null) return null
    const root = this.node(node, this.base)
    return root.type === 'scalar' && root.style === 'empty' && root.properties === null ? null : root
  }

  /** `emptyAt` is where a node without any text stands. */
  private node(node: Node | null | undefined, emptyAt: number): YamlNode {
    if (isMap(node)) return this.map(node)
    if (isSeq(node)) return this.seq(node)
    if (isAlias(node)) return this.alias(node)
    if (isScalar(node)) return this.scalar(node, emptyAt)
    return emptyScalar(emptyAt, null)
  }

  private map(node: YAMLMap): YamlMap {
    const entries = node.items.map(pair => this.entry(pair))
    const range = this.rangeOf(node)
    const own = node.flow === true && this.textAt(range.from) === '{'
    const from = own ? range.from : (entries[0]?.from ?? range.from)
    const to = own ? range.to : endOfEntry(entries[entries.length - 1], range.to)
    return {
      type: 'map',
      style: node.flow === true ? 'flow' : 'block',
      from,
      to,
      entries,
      properties: this.properties(node, from),
    }
  }

  private entry(pair: Pair): YamlEntry {
    const keyNode = nodeOf(pair.key)
    const valueNode = nodeOf(pair.value)
    const valueFrom = this.startOf(valueNode)
    const colonBeforeValue = valueFrom === null ? null : this.indicatorBefore(valueFrom, ':')
    const keyPlace = this.startOf(keyNode) ?? colonBeforeValue?.from ?? this.base
    const question = this.indicatorBefore(keyPlace, '?')
    const key = this.node(keyNode, question?.to ?? keyPlace)
    const colon = colonBeforeValue !== null && colonBeforeValue.from >= key.to ? colonBeforeValue.from : null
    const value = this.node(valueNode, colon === null ? key.to : colon + 1)
    const from = question?.from ?? key.properties?.from ?? key.from
    return { from, key, colon, value }
  }

  private seq(node: YAMLSeq): YamlSeq {
    const flow = node.flow === true
    const items = node.items.map((item): YamlItem => {
      const child = nodeOf(item)
      if (flow) {
        const value = this.node(child, this.base)
        return { from: value.properties?.from ?? value.from, value }
      }
      const dash = this.indicatorBefore(this.startOf(child) ?? this.base, '-')
      const from = dash?.from ?? this.base
      return { from, value: this.node(child, from + 1) }
    })
    const range = this.rangeOf(node)
    const from = flow ? range.from : (items[0]?.from ?? range.from)
    const to = flow ? range.to : (items[items.length - 1]?.value.to ?? range.to)
    return { type: 'seq', style: flow ? 'flow' : 'block', from, to, items, properties: this.properties(node, from) }
  }

  private alias(node: Node & { source: string }): YamlAlias {
    const { from, to } = this.rangeOf(node)
    return { type: 'alias', name: node.source, from, to, properties: null }
  }

  private scalar(node: Node & { type?: string | undefined }, emptyAt: number): YamlScalar {
    const range = this.rangeOf(node)
    const properties = this.properties(node, range.from)
    const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain'
    if (style === 'plain' && range.from === range.to)
      return emptyScalar(properties === null ? emptyAt : range.from, properties)
    if (style === 'literal' || style === 'folded') return this.blockScalar(node, style, range, properties)
    return { type: 'scalar', style, from: range.from, to: range.to, indent: 0, properties }
  }

  private blockScalar(
    node: Node,
    style: 'literal' | 'folded',
    range: Range,
    properties: NodeProperties | null,
  ): YamlScalar {
    const text = this.source
    const from = range.from - this.base
    const header = readBlockHeader(text, from)
    const lineEnd = text.indexOf('\n', from)
    const bodyTo = range.to - this.base
    const bodyFrom = lineEnd < 0 ? bodyTo : Math.min(lineEnd + 1, bodyTo)
    const token = 'srcToken' in node ? node.srcToken : null
    const parent =
      token !== null && typeof token === 'object' && token !== undefined && 'indent' in token ? Number(token.indent) : 0
    const indent = header.explicit > 0 ? Math.max(parent, 0) + header.explicit : firstIndent(text, bodyFrom, bodyTo)
    const to = this.base + endOfBlock(text, header, bodyFrom, bodyTo, indent)
    return { type: 'scalar', style, from: range.from, to, indent, properties }
  }

  /** The anchor and tag that stand in front of a node's own text. */
  private properties(node: Node & { anchor?: string; tag?: string }, from: number): NodeProperties | null {
    let wanted = (node.anchor === undefined ? 0 : 1) + (node.tag === undefined ? 0 : 1)
    if (wanted === 0) return null
    let anchor: string | null = null
    let tag: string | null = null
    let start = from
    for (let i = this.indexBefore(from); i >= 0 && wanted > 0; i--, wanted--) {
      const token = this.tokens[i]!
      if (token.kind !== 'property') break
      const written = this.source.slice(token.from - this.base, token.to - this.base)
      if (written[0] === '&') anchor = written.slice(1)
      else tag = written
      start = token.from
    }
    return anchor === null && tag === null ? null : { from: start, anchor, tag }
  }

  /** Where a node or its properties start; null for a node that isn't there. */
  private startOf(node: Node | null): number | null {
    if (node === null) return null
    const from = this.rangeOf(node).from
    const first = isMap(node) && this.textAt(from) !== '{' ? nodeOf(node.items[0]?.key) : null
    const start = first === null ? from : (this.startOf(first) ?? from)
    return isAlias(node) ? start : (this.properties(node, start)?.from ?? start)
  }

  private indicatorBefore(offset: number, indicator: string): Token | null {
    const token = this.tokens[this.indexBefore(offset)]
    return token?.kind === 'indicator' && this.textAt(token.from) === indicator ? token : null
  }

  /** The last token that ends at or before an offset. */
  private indexBefore(offset: number): number {
    let low = 0
    let high = this.tokens.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.tokens[middle]!.to <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  private rangeOf(node: Node): Range {
    const [from, to] = node.range ?? [0, 0]
    return { from: this.base + from, to: this.base + to }
  }

  private textAt(offset: number): string | undefined {
    return this.source[offset - this.base]
  }
}

type Range = { readonly from: number; readonly to: number }

function emptyScalar(at: number, properties: NodeProperties | null): YamlScalar {
  return { type: 'scalar', style: 'empty', from: at, to: at, indent: 0, properties }
}

function endOfEntry(entry: YamlEntry | undefined, otherwise: number): number {
  return entry === undefined ? otherwise : Math.max(entry.value.to, entry.key.to)
}

function nodeOf(value: unknown): Node | null {
  return isMap(value) || isSeq(value) || isScalar(value) || isAlias(value) ? value : null
}

/** The indentation of a block's first line with content; of its longest blank line where there is none. */
function firstIndent(text: string, from: number, to: number): number {
  let longestBlank = 0
  for (const line of text.slice(from, to).split(/\r?\n/)) {
    const column = line.search(/[^ ]/)
    if (column >= 0) return column
    longestBlank = Math.max(longestBlank, line.length)
  }
  return longestBlank
}
