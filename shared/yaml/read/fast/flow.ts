import type { NodeProperties, YamlEntry, YamlItem, YamlNode } from '../../tree'
import {
  AMPERSAND,
  BANG,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DASH,
  DOUBLE_QUOTE,
  isGap,
  isIndicator,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUESTION,
  SINGLE_QUOTE,
  STAR,
} from './characters'
import { emptyNode, mapNode, seqNode } from './nodes'
import { readAlias, readProperties } from './properties'
import { readPlainInFlow, readQuoted } from './scalars'
import { giveUp, refuse, refuseLongKey, unreadable } from './scanner'
import type { Scanner } from './scanner'

/** Reads `{ … }` or `[ … ]` to behind its closing bracket. */
export function readFlow(s: Scanner, properties: NodeProperties | null): YamlNode {
  s.deeper()
  const node = s.code(s.at) === OPEN_BRACE ? readFlowMap(s, properties) : readFlowSeq(s, properties)
  s.depth--
  return node
}

function readFlowMap(s: Scanner, properties: NodeProperties | null): YamlNode {
  const from = s.at++
  const entries: YamlEntry[] = []
  while (s.skipInFlow() !== CLOSE_BRACE) {
    entries.push(readFlowEntry(s))
    if (!moveOverComma(s, CLOSE_BRACE)) break
  }
  s.at++
  return mapNode('flow', from, s.at, entries, properties)
}

function readFlowSeq(s: Scanner, properties: NodeProperties | null): YamlNode {
  const from = s.at++
  const items: YamlItem[] = []
  while (s.skipInFlow() !== CLOSE_BRACKET) {
    const itemFrom = s.at
    const line = s.lineStart
    if (isKeyMark(s)) {
      const entry = readMarkedEntry(s)
      items.push({ from: itemFrom, value: mapNode('flow', itemFrom, entry.value.to, [entry], null) })
      if (!moveOverComma(s, CLOSE_BRACKET)) break
      continue
    }
    const first = readFlowNode(s)
    if (s.skipInFlow() === COLON) {
      // `[a: b]` is a list of one map with one entry.
      const entry = readValueBehind(s, itemFrom, first, line)
      const pair = mapNode('flow', itemFrom, entry.value.to, [entry], null)
      items.push({ from: itemFrom, value: pair })
    } else items.push({ from: itemFrom, value: first })
    if (!moveOverComma(s, CLOSE_BRACKET)) break
  }
  s.at++
  return seqNode('flow', from, s.at, items, properties)
}

/** Between two entries; false at the closing bracket. */
function moveOverComma(s: Scanner, close: number): boolean {
  const code = s.skipInFlow()
  if (code === COMMA) {
    s.at++
    return true
  }
  return code === close ? false : unreadable('A comma or the closing bracket is missing', s.at)
}

/** Between brackets kubectl takes `?` for the mark of a key even where no blank follows it. */
function isKeyMark(s: Scanner): boolean {
  return s.code(s.at) === QUESTION && !isGap(s.code(s.at + 1))
}

/** At `?` before a key; its colon may stand on a later line. */
function readMarkedEntry(s: Scanner): YamlEntry {
  const from = s.at++
  const code = s.code(s.at)
  if (isClosing(code) || code === COLON || code === QUESTION) refuse('No key stands behind the ?', s.at)
  const key = readFlowNode(s)
  if (s.skipInFlow() === COLON) return readValueBehind(s, from, key, s.lineStart)
  return { from, key, colon: null, value: emptyNode(key.to, null) }
}

function readFlowEntry(s: Scanner): YamlEntry {
  if (isKeyMark(s)) return readMarkedEntry(s)
  const from = s.at
  const line = s.lineStart
  const key = readFlowNode(s)
  if (s.skipInFlow() === COLON) return readValueBehind(s, from, key, line)
  return { from, key, colon: null, value: emptyNode(key.to, null) }
}

/** At the colon behind a key that started on the line `keyLine`. */
function readValueBehind(s: Scanner, from: number, key: YamlNode, keyLine: number): YamlEntry {
  const colon = s.at
  if (s.lineStart !== keyLine) refuse('A key and its colon stand on different lines', colon)
  refuseLongKey(s, from, colon)
  s.at++
  const next = s.skipInFlow()
  const value = isClosing(next) ? emptyNode(colon + 1, null) : readFlowNode(s)
  return { from, key, colon, value }
}

function isClosing(code: number): boolean {
  return code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET
}

function readFlowNode(s: Scanner): YamlNode {
  const code = s.code(s.at)
  if (code !== AMPERSAND && code !== BANG) return readFlowContent(s, null)
  const front = readProperties(s)
  if (front === null) return unreadable('Unreadable', s.at)
  const next = s.skipInFlow()
  if (isClosing(next) || s.isIndicatorHere(COLON)) return emptyNode(front.to, front.properties)
  if (next === STAR) unreadable('An alias can carry neither anchor nor tag', s.at)
  return readFlowContent(s, front.properties)
}

function readFlowContent(s: Scanner, properties: NodeProperties | null): YamlNode {
  const code = s.code(s.at)
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return readQuoted(s, properties)
  if (code === OPEN_BRACE || code === OPEN_BRACKET) return readFlow(s, properties)
  if (code === STAR) return readAlias(s)
  // Between brackets `?` and `:` are indicators to kubectl whatever follows; `-` only before a blank.
  if ((code === QUESTION || code === COLON) && !isGap(s.code(s.at + 1)))
    refuse("An unquoted value between brackets can't start with ? or :", s.at)
  if (code === QUESTION || code === COLON) giveUp('A key is complex or empty', s.at)
  if (isIndicator(code) || code !== code || (code === DASH && isGap(s.code(s.at + 1))))
    unreadable('No value can start like this between brackets', s.at)
  return readPlainInFlow(s, properties)
}
