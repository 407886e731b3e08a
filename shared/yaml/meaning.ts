import { aliasTargets } from './anchors'
import { goFloatKey } from './go-float'
import { BigInteger, EMPTY_LIST, EMPTY_MAP, type PlainValue } from './plain'
import { hashWith, TextPool } from './pool'
import { isSurelyString, resolveScalar } from './resolve-scalar'
import { scalarText } from './scalar-text'
import { meaningOfTagged } from './tags'
import type { YamlAlias, YamlEntry, YamlMap, YamlNode, YamlProblem, YamlScalar, YamlSeq } from './tree'

export { keyText } from './key-text'
export { resolvePlain } from './resolve-scalar'
export { scalarText } from './scalar-text'

export type Meaning =
  { readonly ok: true; readonly value: PlainValue } | { readonly ok: false; readonly problem: YamlProblem }

/** Deeper than any manifest; kubectl itself gives up at ten thousand. */
export const DEEPEST = 400

/**
 * The data that kubectl would send for a node, or the first reason why it would refuse the document.
 *
 * `root` is the document that the node stands in, for aliases whose anchor lies outside the node. Of equal keys the last
 * counts; a merge key gives its entries at its own place, over those before it.
 */
export function plainOf(text: string, node: YamlNode | null, root: YamlNode | null = node): Meaning {
  if (node === null) return { ok: true, value: null }
  try {
    return { ok: true, value: new Meaner(text, root ?? node).value(node, 0) }
  } catch (error) {
    if (error instanceof NotMeant) return { ok: false, problem: error.problem }
    throw error
  }
}

/**
 * kubectl reads the first document of a file as JSON, not as YAML, where it is JSON and starts with `{`. The two differ in
 * integers beyond 64 bits, escaped slashes and surrogates; only where one of them stands is this asked.
 */
function isInJson(text: string, node: YamlNode): boolean {
  let first = 0
  while (first < node.from && WHITE_SPACE.has(text.charCodeAt(first))) first++
  if (text[first] !== '{') return false
  const separator = text.indexOf('\n---', first)
  if (separator >= 0 && separator < node.from) return false
  try {
    JSON.parse(text.slice(first, separator < 0 ? text.length : separator))
    return true
  } catch {
    return false // What isn't JSON is read as YAML: the answer, no failure.
  }
}

const WHITE_SPACE: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 32, 0x85, 0xa0])

/** Carries the first refusal out of the recursion; never leaves this file. */
class NotMeant extends Error {
  constructor(readonly problem: YamlProblem) {
    super(problem.message)
  }
}

function refuse(message: string, at: YamlNode, code: YamlProblem['code'] = 'kubectl-refuses'): never {
  throw new NotMeant({ code, severity: 'error', message, from: at.from, to: at.to })
}

/** One walk over a tree, with go-yaml's book-keeping of how much of the data comes from aliases. */
class Meaner {
  private targets: ReadonlyMap<YamlAlias, YamlNode> | null = null
  private readonly open = new Set<YamlAlias>()
  private decoded = 0
  private decodedByAlias = 0

  constructor(
    private readonly text: string,
    private readonly root: YamlNode,
  ) {}

  value(node: YamlNode, depth: number): PlainValue {
    this.count(node)
    if (depth > DEEPEST) refuse(`Nested deeper than ${DEEPEST} levels`, node, 'too-deep')
    switch (node.type) {
      case 'scalar':
        return this.scalar(node)
      case 'map':
        return this.map(node, depth)
      case 'seq':
        return this.seq(node, depth)
      case 'alias':
        return this.alias(node, depth)
    }
  }

  private seq(node: YamlSeq, depth: number): readonly PlainValue[] {
    if (node.items.length === 0) return EMPTY_LIST
    // Not by push, which makes room for 17.
    return node.items.map(item => this.value(item.value, depth + 1))
  }

  private map(node: YamlMap, depth: number): PlainValue {
    if (node.entries.length === 0) return EMPTY_MAP
    const result: Record<string, PlainValue> = {}
    for (const entry of node.entries) {
      if (isMergeKey(this.text, entry.key)) this.merge(entry, result, depth)
      else put(result, this.key(entry.key), this.value(entry.value, depth + 1))
    }
    return result
  }

  private merge(entry: YamlEntry, into: Record<string, PlainValue>, depth: number): void {
    const { value } = entry
    // Of several, the earlier take precedence: they are merged last.
    const sources = value.type === 'seq' ? value.items.map(item => item.value).reverse() : [value]
    if (value.type === 'seq' && value.properties !== null) this.count(value)
    for (const source of sources) {
      const target = source.type === 'alias' ? this.targetOf(source) : source
      if (target.type !== 'map') refuse('A merge key (<<) takes a map, or a list of maps', source)
      const merged = this.value(source, depth + 1)
      if (typeof merged === 'object' && merged !== null && !Array.isArray(merged))
        for (const [key, mergedValue] of Object.entries(merged)) put(into, key, mergedValue)
    }
  }

  private alias(node: YamlAlias, depth: number): PlainValue {
    const target = this.targetOf(node)
    if (this.open.has(node)) refuse(`The anchor ${node.name} contains itself`, node)
    this.open.add(node)
    const value = this.value(target, depth + 1)
    this.open.delete(node)
    return value
  }

  private targetOf(alias: YamlAlias): YamlNode {
    this.targets ??= aliasTargets(this.root)
    return this.targets.get(alias) ?? refuse(`No anchor ${alias.name} stands before this alias`, alias)
  }

  private scalar(node: YamlScalar): PlainValue {
    const usual = this.usualText(node)
    if (usual !== null && (node.style !== 'plain' || isSurelyString(usual))) return usual
    const value = this.resolved(node).value
    if (typeof value === 'number' && !Number.isFinite(value))
      refuse(`${this.text.slice(node.from, node.to)} has no JSON form, so no manifest can hold it`, node)
    return value
  }

  /** A key becomes a string whatever it is: `n: 5` has the key `false`. */
  private key(node: YamlNode): string {
    this.count(node)
    if (node.type === 'alias') {
      this.count(node, 1)
      return this.key(this.targetOf(node))
    }
    if (node.type !== 'scalar') return this.refuseKey(node)
    const usual = this.usualText(node)
    if (usual !== null && (node.style !== 'plain' || isSurelyString(usual))) return usual
    const resolved = this.resolved(node)
    switch (resolved.type) {
      case 'null':
        return refuse("An empty or null key can't be sent to a cluster", node)
      case 'float':
        return goFloatKey(resolved.value)
      case 'integer':
        return resolved.wide ? refuse('An integer key beyond 64 bits', node) : String(resolved.value)
      case 'boolean':
      case 'string':
      case 'timestamp':
        return String(resolved.value)
    }
  }

  /** The text of a scalar on one line without tag or escapes, as almost all are; null for the others. */
  private usualText(node: YamlScalar): string | null {
    const { style } = node
    if (node.properties !== null || (style !== 'plain' && style !== 'single' && style !== 'double')) return null
    const quote = style === 'plain' ? 0 : 1
    const to = node.to - quote
    let hash = 0
    for (let at = node.from + quote; at < to; at++) {
      const code = this.text.charCodeAt(at)
      // Whatever its quotes, the source of any other is its content.
      if (code < SPACE || code === QUOTE || code === BACKSLASH || code >= FIRST_ODD) return null
      hash = hashWith(hash, code)
    }
    return POOL.slice(this.text, node.from + quote, to, hash)
  }

  private refuseKey(node: YamlNode): never {
    if (this.text.startsWith('{{', node.from - 1))
      refuse('A template ({{ … }}) stands where YAML is expected; render it first', node, 'template-not-yaml')
    refuse("A map or list can't be a key", node)
  }

  private resolved(node: YamlScalar): ReturnType<typeof resolveScalar> {
    const content = scalarText(this.text, node)
    if (node.style === 'double') this.checkEscapes(node)
    const tag = node.properties?.tag ?? null
    const plain = node.style === 'plain' || node.style === 'empty'
    if (tag === null) {
      if (!plain) return { type: 'string', value: content }
      if (content.length > LONGEST_INTEGER && JSON_INTEGER.test(content) && isInJson(this.text, node))
        return { type: 'integer', value: new BigInteger(content), wide: true }
      return resolveScalar(content)
    }
    const meaning = meaningOfTagged(tag, content)
    return meaning.ok ? meaning.resolved : refuse(meaning.why, node)
  }

  /** go-yaml knows neither of these escapes, JSON both. */
  private checkEscapes(node: YamlScalar): void {
    const source = this.text.slice(node.from, node.to)
    if (source.includes('\\') && ONLY_IN_JSON.test(source) && !isInJson(this.text, node))
      refuse('kubectl takes escaped slashes and surrogate pairs in JSON files only', node)
  }

  /** Refuses what go-yaml takes for an alias bomb; the figures are go-yaml's. */
  private count(node: YamlNode, byAlias = this.open.size): void {
    this.decoded++
    if (byAlias > 0) this.decodedByAlias++
    if (this.decodedByAlias > 100 && this.decoded > 1000) {
      const share = this.decodedByAlias / this.decoded
      const past = Math.min(1, Math.max(0, (this.decoded - 400_000) / 3_600_000))
      if (share > 0.99 - 0.89 * past) refuse('Too much of this document comes from aliases', node)
    }
  }
}

const SPACE = 32
const QUOTE = 39
const BACKSLASH = 92
const FIRST_ODD = 0x7f

/** Of all texts: documents of one folder say the same words. */
const POOL = new TextPool()

/** Assignment that keeps `__proto__` an ordinary key. */
function put(map: Record<string, PlainValue>, key: string, value: PlainValue): void {
  if (key === '__proto__')
    Object.defineProperty(map, key, { value, enumerable: true, writable: true, configurable: true })
  else map[key] = value
}

/** A key that stands for the entries of other maps: an unquoted `<<`, or one tagged `!!merge`. */
export function isMergeKey(text: string, key: YamlNode): boolean {
  if (key.type !== 'scalar') return false
  const tag = key.properties?.tag ?? null
  const mayBe = tag === null ? key.style === 'plain' && key.to - key.from === 2 : tag === '!' || tag === '!!merge'
  return mayBe && scalarText(text, key) === '<<'
}

/** More digits than this may be more than 64 bits. */
const LONGEST_INTEGER = 18
const JSON_INTEGER = /^-?(0|[1-9][0-9]*)$/
const ONLY_IN_JSON = /(?:^|[^\\])(?:\\\\)*\\(?:\/|(?:u|U0000)[dD][89a-fA-F])/
