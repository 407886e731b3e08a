import { BigInteger, isList, isMap } from './plain'
import type { PlainMap, PlainValue } from './plain'

/** JSON of plain data on one line. An integer beyond 2^53 is printed by its digits, as Kubernetes' own printer does. */
export function printExactJson(value: PlainValue): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (value instanceof BigInteger) return value.digits
  if (isList(value)) return `[${value.map(printExactJson).join(',')}]`
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}:${printExactJson(item)}`)
    .join(',')}}`
}

/**
 * Whether printing a value would take more than `limit` characters, about. A few kilobytes of aliases can stand for
 * gigabytes; the count stops at the limit.
 */
export function isLargerThan(value: PlainValue, limit: number): boolean {
  let left = limit
  const count = (counted: PlainValue): boolean => {
    left -= typeof counted === 'string' ? counted.length : 4
    if (left < 0) return true
    if (isList(counted)) return counted.some(count)
    return isMap(counted) && Object.entries(counted).some(([key, item]) => (left -= key.length) < 0 || count(item))
  }
  return count(value)
}

/**
 * Reads JSON and keeps the digits of integers that a JavaScript number can't hold. Throws SyntaxError as JSON.parse does.
 */
export function parseExactJson(text: string): PlainValue {
  if (!LONG_INTEGER.test(text)) return readJson(JSON.parse(text))
  const marker = `${INTEGER_KEY}${freshSuffix(text)}`
  // Strings and numbers are matched whole, so digits in a string or behind a point stay what they are.
  const marked = text.replace(STRING_OR_NUMBER, token => (isLongInteger(token) ? `{"${marker}":"${token}"}` : token))
  return readJson(JSON.parse(marked), marker)
}

const INTEGER_KEY = 'chartroom-integer'
const LONG_INTEGER = /\d{16}/
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

function isLongInteger(token: string): boolean {
  return /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token))
}

/** Makes the marker a key that the text does not hold. */
function freshSuffix(text: string): string {
  let n = 0
  while (text.includes(`${INTEGER_KEY}${n}`)) n++
  return String(n)
}

function readJson(raw: unknown, marker: string | null = null): PlainValue {
  if (raw === null || typeof raw === 'string' || typeof raw === 'boolean' || typeof raw === 'number') return raw
  if (Array.isArray(raw)) return raw.map(item => readJson(item, marker))
  const entries = Object.entries(raw as object)
  const digits = marker === null ? undefined : entries.find(([key]) => key === marker)?.[1]
  if (typeof digits === 'string') return new BigInteger(digits)
  const map: PlainMap = Object.fromEntries(entries.map(([key, item]) => [key, readJson(item, marker)]))
  return map
}
