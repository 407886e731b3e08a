import { BigInteger } from './plain'

/**
 * What an unquoted scalar means to kubectl: go-yaml's own mixture of YAML 1.1, YAML 1.2 and Go.
 *
 * `yes`, `on` and `y` are booleans, `0755` and `0o755` octal, `1_000` a thousand; `12:30` and dates are strings.
 */
export type Resolved =
  | { readonly type: 'null'; readonly value: null }
  | { readonly type: 'boolean'; readonly value: boolean }
  /** `wide` integers fit an unsigned 64-bit number only, which go-yaml takes as a value but not as a key. */
  | { readonly type: 'integer'; readonly value: number | BigInteger; readonly wide: boolean }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'timestamp' | 'string'; readonly value: string }

/** The value of an unquoted scalar as kubectl takes it. Infinities and NaN come out as such; JSON can't hold them. */
export function resolvePlain(source: string): null | boolean | number | BigInteger | string {
  return isSurelyString(source) ? source : resolveScalar(source).value
}

/** The same with its type, which decides how it is written as a key and which tags fit it. */
export function resolveScalar(source: string): Resolved {
  if (isSurelyString(source)) return { type: 'string', value: source }
  const word = WORDS.get(source)
  if (word !== undefined) return word
  const first = source.charCodeAt(0)
  if (first === DOT) return resolveDotted(source)
  if (first === PLUS || first === DASH || isDigit(first)) return resolveNumber(source)
  return { type: 'string', value: source }
}

/** Most scalars are strings by their first letter already. */
export function isSurelyString(source: string): boolean {
  const first = source.charCodeAt(0)
  return first < SPECIAL_STARTS.length ? SPECIAL_STARTS[first] === 0 : source !== ''
}

function resolveDotted(source: string): Resolved {
  const value = DOTTED_FLOAT.test(source) ? Number(source.replaceAll('_', '')) : Infinity
  return Number.isFinite(value) ? { type: 'float', value } : { type: 'string', value: source }
}

function resolveNumber(source: string): Resolved {
  if (isTimestamp(source)) return { type: 'timestamp', value: source }
  const digits = source.includes('_') ? source.replaceAll('_', '') : source
  if (SMALL_DECIMAL.test(digits)) return { type: 'integer', value: Number(digits), wide: false }
  const integer = goInteger(digits) ?? signedBinary(digits)
  if (integer !== null) return integer
  const value = FLOAT.test(digits) ? Number(digits) : Infinity
  return Number.isFinite(value) ? { type: 'float', value } : { type: 'string', value: source }
}

/** Go's ParseInt and ParseUint with base 0: a prefix or a leading zero chooses the base, 64 bits are the limit. */
function goInteger(digits: string): Resolved | null {
  const match = INTEGER.exec(digits)
  if (match === null) return null
  const [, sign, hex, binary, octal, oldOctal, decimal] = match
  const magnitude =
    hex !== undefined
      ? BigInt(`0x${hex}`)
      : binary !== undefined
        ? BigInt(`0b${binary}`)
        : BigInt(decimal ?? `0o${octal ?? oldOctal ?? ''}`)
  const value = sign === '-' ? -magnitude : magnitude
  if (value >= -TWO_63 && value < TWO_63) return integerOf(value, false)
  return sign === '' && value < TWO_64 ? integerOf(value, true) : null
}

/** go-yaml's leftover: behind `0b` it takes a sign once more. */
function signedBinary(digits: string): Resolved | null {
  const match = SIGNED_BINARY.exec(digits)
  if (match === null) return null
  const magnitude = BigInt(`0b${match[2] ?? ''}`)
  const value = match[1] === '-' ? -magnitude : magnitude
  return value >= -TWO_63 && value < TWO_63 ? integerOf(value, false) : null
}

function integerOf(value: bigint, wide: boolean): Resolved {
  const number = Number(value)
  return {
    type: 'integer',
    value: Number.isSafeInteger(number) ? number : new BigInteger(value.toString()),
    wide,
  }
}

/** The date forms that go-yaml knows. They stay strings, but only they may carry `!!timestamp`. */
function isTimestamp(source: string): boolean {
  const match = TIMESTAMP.exec(source)
  if (match === null) return false
  const [year, month, day, hour, minute, second] = match.slice(1).map(part => Number(part ?? 0))
  // Any year of the same place in the 400-year cycle has the same days; Date reads years below 100 as 19xx.
  const daysInMonth = new Date(Date.UTC(2000 + (year! % 400), month!, 0)).getUTCDate()
  return month! >= 1 && month! <= 12 && day! >= 1 && day! <= daysInMonth && hour! < 24 && minute! < 60 && second! < 60
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

const DOT = 46
const PLUS = 43
const DASH = 45

/** By character: 1 for those that a scalar which isn't surely a string can start with. */
const SPECIAL_STARTS = new Uint8Array(128)
for (const letter of '.+-0123456789yYnNtTfFoO~') SPECIAL_STARTS[letter.charCodeAt(0)] = 1

const TWO_63 = 1n << 63n
const TWO_64 = 1n << 64n
const SMALL_DECIMAL = /^(0|[1-9][0-9]{0,14})$/
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]([0-7]+)|0([0-7]+)|(0|[1-9][0-9]*))$/
const SIGNED_BINARY = /^0b([-+])([01]+)$/
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/
const DOTTED_FLOAT = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/
const TIMESTAMP =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?=[Tt].*(?:Z|[-+]\d\d:\d\d)$| [^Z+-]*$)[Tt ](\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?(?:Z|[-+]\d\d:\d\d)?)?$/

const WORDS: ReadonlyMap<string, Resolved> = new Map<string, Resolved>([
  ...words('y Y yes Yes YES true True TRUE on On ON', { type: 'boolean', value: true }),
  ...words('n N no No NO false False FALSE off Off OFF', { type: 'boolean', value: false }),
  ['', { type: 'null', value: null }],
  ...words('~ null Null NULL', { type: 'null', value: null }),
  ...words('.inf .Inf .INF +.inf +.Inf +.INF', { type: 'float', value: Infinity }),
  ...words('-.inf -.Inf -.INF', { type: 'float', value: -Infinity }),
  ...words('.nan .NaN .NAN', { type: 'float', value: NaN }),
])

function words(list: string, means: Resolved): [string, Resolved][] {
  return list.split(' ').map(word => [word, means])
}
