import type { NodeProperties, YamlEntry, YamlItem, YamlMap, YamlNode, YamlSeq } from '../../tree'
import {
  AMPERSAND,
  BACKSLASH,
  BANG,
  COLON,
  DASH,
  DOUBLE_QUOTE,
  GREATER,
  isBlank,
  isGap,
  isIndicator,
  LF,
  OPEN_BRACE,
  OPEN_BRACKET,
  PIPE,
  QUESTION,
  SINGLE_QUOTE,
  STAR,
} from './characters'
import { readFlow } from './flow'
import { emptyNode, mapNode, scalarNode, seqNode } from './nodes'
import { readAlias, readProperties } from './properties'
import { endOfPlainLine, isKeyEnd, readBlockScalar, readPlain, readQuoted } from './scalars'
import { giveUp, refuseLongKey, unreadable } from './scanner'
import type { Scanner } from './scanner'

/**
 * Reads the node that starts here. `parent` is the column of the collection around it (-1 for none); a collection that
 * starts here has the column it starts at. `outer` are properties that stood on a line of their own before.
 */
export function readBlockNode(s: Scanner, parent: number, outer: NodeProperties | null): YamlNode {
  const column = s.column
  const code = s.code(s.at)
  if (code === DASH && s.isIndicatorHere(DASH)) return readSeq(s, column, outer)
  if (code === AMPERSAND || code === BANG) return readPropertied(s, parent, outer)
  if (isKeyHere(s)) return readMap(s, column, outer, null)
  return readContent(s, parent, outer)
}

/** At an anchor or tag. They belong to the first key of a map, to a scalar on this line, or to what starts on the next. */
function readPropertied(s: Scanner, parent: number, outer: NodeProperties | null): YamlNode {
  const column = s.column
  const front = readProperties(s)
  if (front === null) return unreadable('Unreadable', s.at)
  if (!s.skipBlanks()) {
    if (isKeyHere(s)) return readMap(s, column, outer, front.properties)
    if (outer !== null) unreadable('Two anchors or tags for one value', front.properties.from)
    if (s.isIndicatorHere(DASH)) unreadable('A list starts behind an anchor or tag', s.at)
    return readContent(s, parent, front.properties)
  }
  if (outer !== null) unreadable('Two anchors or tags for one value', front.properties.from)
  return readBelow(s, parent, -1, front.to, front.properties)
}

/**
 * Reads a value that doesn't start on the line of its key, dash or properties: from the next lines, where they are
 * indented deeper, or nothing. `seqColumn` is the column at which a list may stand though it isn't deeper (-1: none).
 */
function readBelow(
  s: Scanner,
  parent: number,
  seqColumn: number,
  emptyAt: number,
  properties: NodeProperties | null,
): YamlNode {
  const column = s.skipToToken()
  if (column > parent && !s.isMarkerAt(s.at)) return readBlockNode(s, parent, properties)
  if (column >= 0 && column === seqColumn && s.isIndicatorHere(DASH)) return readSeq(s, column, properties)
  return emptyNode(emptyAt, properties)
}

/** Reads a scalar, an alias or a flow collection: whatever starts no block collection. */
function readContent(s: Scanner, parent: number, properties: NodeProperties | null): YamlNode {
  const code = s.code(s.at)
  if (code === PIPE || code === GREATER) return readBlockScalar(s, parent, properties)
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return readQuoted(s, properties)
  if (code === OPEN_BRACE || code === OPEN_BRACKET) {
    const node = readFlow(s, properties)
    if (isKeyEnd(s, s.at)) giveUp('A map or list is a key', node.from)
    return node
  }
  if (code === STAR)
    return properties === null ? readAlias(s) : unreadable('An alias can carry neither anchor nor tag', s.at)
  if (s.isIndicatorHere(QUESTION) || s.isIndicatorHere(COLON)) giveUp('A key is complex or empty', s.at)
  if (isIndicator(code)) unreadable('No value can start like this', s.at)
  return readPlain(s, parent + 1, properties)
}

/** Reads `key: value` lines at one column. The scanner is at the first key, behind its properties. */
function readMap(s: Scanner, column: number, outer: NodeProperties | null, firstKey: NodeProperties | null): YamlMap {
  s.deeper()
  const entries: YamlEntry[] = []
  let entry = readEntry(s, column, firstKey)
  entries.push(entry)
  while (moveToSibling(s, column)) {
    if (s.isIndicatorHere(DASH)) break
    const code = s.code(s.at)
    const front = code === AMPERSAND || code === BANG ? readProperties(s) : null
    entry = readEntry(s, column, front === null ? null : front.properties)
    entries.push(entry)
  }
  s.depth--
  return mapNode('block', entries[0]!.from, entry.value.to, entries, outer)
}

function readEntry(s: Scanner, column: number, properties: NodeProperties | null): YamlEntry {
  const key = readKey(s, properties)
  const colon = s.at++
  const value = readValue(s, column, colon + 1)
  if (!endsAtLine(value)) s.expectLineEnd()
  return { from: properties === null ? key.from : properties.from, key, colon, value }
}

/** Reads a key and moves to its colon. */
function readKey(s: Scanner, properties: NodeProperties | null): YamlNode {
  const code = s.code(s.at)
  const from = s.at
  const line = s.lineStart
  let key: YamlNode
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) key = readQuoted(s, properties)
  else if (code === STAR && properties === null) key = readAlias(s)
  else {
    if (isIndicator(code) || s.isIndicatorHere(QUESTION)) giveUp('No key can start like this', from)
    const to = endOfPlainLine(s, from)
    if (to === from) giveUp('A key is empty', from)
    key = scalarNode('plain', from, to, 0, properties)
    s.at = to
  }
  while (isBlank(s.code(s.at))) s.at++
  if (!s.isIndicatorHere(COLON) || s.lineStart !== line) unreadable('A colon is missing behind a key', from)
  refuseLongKey(s, properties?.from ?? from, s.at)
  return key
}

/** At what stands behind a colon. */
function readValue(s: Scanner, column: number, emptyAt: number): YamlNode {
  if (s.skipBlanks()) return readBelow(s, column, column, emptyAt, null)
  const code = s.code(s.at)
  if (code !== AMPERSAND && code !== BANG) return readInlineValue(s, column, null)
  const front = readProperties(s)
  if (front === null) return unreadable('Unreadable', s.at)
  if (s.skipBlanks()) return readBelow(s, column, column, front.to, front.properties)
  return readInlineValue(s, column, front.properties)
}

function readInlineValue(s: Scanner, column: number, properties: NodeProperties | null): YamlNode {
  if (s.isIndicatorHere(DASH)) unreadable('A list starts on the line of its key', s.at)
  return readContent(s, column, properties)
}

function readSeq(s: Scanner, column: number, properties: NodeProperties | null): YamlSeq {
  s.deeper()
  const from = s.at
  const items: YamlItem[] = []
  let value: YamlNode
  do {
    const dash = s.at++
    value = readItem(s, column)
    if (!endsAtLine(value)) s.expectLineEnd()
    items.push({ from: dash, value })
  } while (moveToSibling(s, column) && s.isIndicatorHere(DASH))
  s.depth--
  return seqNode('block', from, value.to, items, properties)
}

/** At what stands behind a dash, where indentation goes on counting: no tabs. */
function readItem(s: Scanner, column: number): YamlNode {
  const emptyAt = s.at
  const line = s.lineStart
  const next = s.skipToToken(true)
  if (next < 0 || (s.lineStart !== line && next <= column) || s.isMarkerAt(s.at)) return emptyNode(emptyAt, null)
  return readBlockNode(s, column, null)
}

/** Moves to the next line's token; whether it stands at the column of the collection that is being read. */
function moveToSibling(s: Scanner, column: number): boolean {
  const next = s.skipToToken()
  if (next < column || s.isMarkerAt(s.at)) return false
  return next === column || unreadable('This line is indented like none before it', s.at)
}

/** Whether the scanner stands behind the line of a node already, so that nothing can follow on it. */
function endsAtLine(node: YamlNode): boolean {
  if (node.type === 'scalar') return node.style === 'literal' || node.style === 'folded' || node.style === 'empty'
  return node.type !== 'alias' && node.style === 'block'
}

/** Whether a key starts here: a scalar or alias with a colon behind it on this line. */
function isKeyHere(s: Scanner): boolean {
  const code = s.code(s.at)
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return isKeyEnd(s, endOfQuotedLine(s))
  if (code === STAR) {
    let at = s.at
    while (!isGap(s.code(at)) && s.code(at) !== COLON) at++
    return isKeyEnd(s, at)
  }
  if (s.isIndicatorHere(QUESTION)) giveUp('A key starts with ?', s.at)
  if (isIndicator(code)) return false
  return isKeyEnd(s, endOfPlainLine(s, s.at))
}

/** Behind the closing quote where it is closed on this line, else where it opens. */
function endOfQuotedLine(s: Scanner): number {
  const { text, end, at: from } = s
  const quote = text.charCodeAt(from)
  for (let at = from + 1; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === LF) return from
    if (code === BACKSLASH && quote === DOUBLE_QUOTE) at++
    else if (code === quote) {
      if (quote === DOUBLE_QUOTE || s.code(at + 1) !== SINGLE_QUOTE) return at + 1
      at++
    }
  }
  return from
}
