import { resolvePlain } from '../meaning'
import { BigInteger } from '../plain'

/** A value without parts. */
export type ScalarValue = null | boolean | number | string | BigInteger

/** How a string may be written: bare, or between the quotes that its neighbours use. */
export type Quotes = 'none' | 'single' | 'double'

export type ScalarWish = {
  /** Inside `[…]` or `{…}`, where more characters mean something. */
  readonly flow: boolean
  /** Taken where it can hold the string; `none` falls back to `needed`. */
  readonly quotes: Quotes
  /** The quotes for a string that can't stand bare. */
  readonly needed: 'single' | 'double'
}

export const USUAL_WISH: ScalarWish = { flow: false, quotes: 'none', needed: 'double' }

/**
 * One line of text that kubectl, and every reader of YAML 1.1, 1.2 or JSON, takes for exactly this value.
 *
 * Numbers are written as JSON does. A string that some reader would take for something else is quoted.
 */
export function printScalar(value: ScalarValue, wish: ScalarWish = USUAL_WISH): string {
  if (value === null) return 'null'
  if (value instanceof BigInteger) return value.digits
  if (typeof value === 'number') return Object.is(value, -0) ? '0' : String(value)
  if (typeof value === 'boolean') return String(value)
  if (wish.quotes === 'double') return doubleQuoted(value)
  if (wish.quotes === 'single' && canBeSingleQuoted(value)) return singleQuoted(value)
  if (wish.quotes === 'none' && canBePlain(value, wish.flow)) return value
  return wish.needed === 'single' && canBeSingleQuoted(value) ? singleQuoted(value) : doubleQuoted(value)
}

/** Whether a string can be told to kubectl at all: half a surrogate pair can't. */
export function isPrintable(text: string): boolean {
  return !HALF_A_PAIR.test(text)
}

/** Whether a string may stand without quotes and still be read as this string by every reader. */
export function canBePlain(text: string, flow: boolean): boolean {
  if (text === '' || UNSAFE_BARE.test(text)) return false
  if (text.startsWith('---') || text.startsWith('...')) return false
  if (LEADING_INDICATOR.test(text) && (flow || !INDICATOR_IN_WORD.test(text))) return false
  if (flow && FLOW_INDICATOR.test(text)) return false
  return resolvePlain(text) === text && !MISREAD.some(form => form.test(text))
}

/** Between double quotes, with everything escaped that a reader could take for a line break or refuse. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(NEEDS_ESCAPE, c => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'))
}

/** Between single quotes; only for what `canBeSingleQuoted` says. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** Single quotes have no escapes: what must be escaped, and line breaks, need double ones. */
export function canBeSingleQuoted(text: string): boolean {
  return !NOT_VERBATIM.test(text)
}

const HALF_A_PAIR = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
/** Not printable in YAML, or a line break to go-yaml (U+0085, U+2028, U+2029), or invisible at best. */
const NEEDS_ESCAPE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g
const NOT_VERBATIM = /[\u0000-\u001f\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/
/** Control characters, space at an end, and what starts a comment or ends a key. */
const UNSAFE_BARE = /[\u0000-\u001f\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]|^ | $|: | #|:$/
const LEADING_INDICATOR = /^[-?:,[\]{}#&*!|>'"%@`]/
/** `-x`, `?x` and `:x` are words, not indicators. */
const INDICATOR_IN_WORD = /^[-?:][^\s,[\]{}]/
/** kubectl's reader also refuses any `?` of a bare value between brackets. */
const FLOW_INDICATOR = /[,[\]{}?]|:(?=[,[\]{}])/

/** What kubectl reads as a string but some other reader of YAML does not. */
const MISREAD: readonly RegExp[] = [
  /^(y|yes|n|no|on|off|true|false|null|nan|[-+]?inf|~|=|<<)$/i,
  /^[-+]?\d[\d_,]*$/,
  /^[-+]?(\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(e[-+]?\d*)?$/i,
  /^[-+]?0(x[\da-f_]*|o?[0-7_]*|b[01_]*)$/i,
  // 12:30 and 190:20:30.15 count in sixties in YAML 1.1
  /^[-+]?\d[\d_]*(:\d+)+(\.\d*)?$/,
  // a date, alone or with a time
  /^\d{4}-\d{1,2}-\d{1,2}([tT \t].*)?$/,
  /^[-+]?\.(inf|nan)$/i,
]
