import { resolveScalar } from './resolve-scalar'
import type { Resolved } from './resolve-scalar'

type TaggedMeaning = { readonly ok: true; readonly resolved: Resolved } | { readonly ok: false; readonly why: string }

const STANDARD = 'tag:yaml.org,2002:'

/** What a scalar with a tag means to kubectl, or why it refuses it. Tags that go-yaml doesn't know make strings. */
export function meaningOfTagged(written: string, content: string): TaggedMeaning {
  const tag = fullTag(written)
  if (tag === null) return { ok: false, why: `The tag ${written} has a handle that nothing defines` }
  if (!tag.startsWith(STANDARD)) return string(content)
  const name = tag.slice(STANDARD.length)
  switch (name) {
    case 'binary':
      return binary(content)
    case 'bool':
      return ifType('boolean', name, content)
    case 'int':
      return ifType('integer', name, content)
    case 'null':
    case 'timestamp':
      return ifType(name, name, content)
    case 'float':
      return float(content)
    default:
      return string(content)
  }
}

/** `!!int` in full. Without directives, which kubectl cuts off with the `---` behind them, `!` and `!!` are the only handles. */
function fullTag(written: string): string | null {
  if (written.startsWith('!<')) return decode(written.slice(2, -1))
  if (written.startsWith('!!')) return STANDARD + decode(written.slice(2))
  return NAMED_HANDLE.test(written) ? null : decode(written)
}

const NAMED_HANDLE = /^![\w-]+!/

/** An octet that isn't UTF-8 leaves the tag as it stands: no tag that means anything has one. */
function decode(tag: string): string {
  if (!tag.includes('%')) return tag
  try {
    return decodeURIComponent(tag)
  } catch {
    return tag
  }
}

function string(content: string): TaggedMeaning {
  return { ok: true, resolved: { type: 'string', value: content } }
}

function ifType(type: Resolved['type'], name: string, content: string): TaggedMeaning {
  const resolved = resolveScalar(content)
  if (resolved.type === type) return { ok: true, resolved }
  return { ok: false, why: `\`${content}\` is no !!${name}` }
}

function float(content: string): TaggedMeaning {
  const resolved = resolveScalar(content)
  if (resolved.type === 'float') return { ok: true, resolved }
  if (resolved.type === 'integer' && !resolved.wide)
    return { ok: true, resolved: { type: 'float', value: Number(resolved.value.toString()) } }
  return { ok: false, why: `\`${content}\` is no !!float` }
}

/** Base 64 to the string that its bytes are in UTF-8; bytes that are none become U+FFFD, as in Go's JSON. */
function binary(content: string): TaggedMeaning {
  const compact = content.replace(/[\r\n]/g, '')
  if (!BASE_64.test(compact)) return { ok: false, why: '!!binary that is no base 64' }
  const bits = [...compact.replace(/=+$/, '')].map(letter => LETTERS.indexOf(letter))
  const bytes: number[] = []
  let buffer = 0
  let held = 0
  for (const six of bits) {
    buffer = ((buffer << 6) | six) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes.push((buffer >> held) & 0xff)
  }
  return string(utf8(bytes))
}

/** Decodes UTF-8 the way Go does: one U+FFFD for each byte that starts no valid character. */
function utf8(bytes: readonly number[]): string {
  let result = ''
  for (let i = 0; i < bytes.length;) {
    const [code, width] = characterAt(bytes, i)
    result += String.fromCodePoint(code)
    i += width
  }
  return result
}

function characterAt(bytes: readonly number[], at: number): readonly [code: number, width: number] {
  const first = bytes[at]!
  if (first < 0x80) return [first, 1]
  const width = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0
  let code = first & (0xff >> (width + 1))
  for (let i = 1; i < width; i++) {
    const next = bytes[at + i] ?? 0
    if ((next & 0xc0) !== 0x80) return [REPLACEMENT, 1]
    code = (code << 6) | (next & 0x3f)
  }
  const shortest = width === 4 ? 0x10000 : width === 3 ? 0x800 : 0x80
  const valid = width > 0 && first < 0xf5 && code >= shortest && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return valid ? [code, width] : [REPLACEMENT, 1]
}

const REPLACEMENT = 0xfffd
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const BASE_64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
