import { BigInteger } from '../../../shared/yaml/plain'
import type { PlainValue } from '../../../shared/yaml/plain'

/** JSON text in one canonical form, for comparing data: keys sorted, numbers by value, big integers by their digits. */
export function meaningOf(json: string): string {
  const kept = json.replace(/("(?:[^"\\]|\\.)*")|(-?\d{16,})(?![\d.eE])/g, (match, text?: string) =>
    text === undefined && !Number.isSafeInteger(Number(match)) ? JSON.stringify(`${BIG}${match}`) : match,
  )
  return JSON.stringify(sorted(JSON.parse(kept)))
}

/** The same form for our data. */
export function meaningOfPlain(value: PlainValue): string {
  return JSON.stringify(sorted(value))
}

const BIG = '\u0000big '

function sorted(value: unknown): unknown {
  if (value instanceof BigInteger) return `${BIG}${value.digits}`
  if (typeof value === 'number' && !Number.isSafeInteger(value) && Number.isInteger(value)) return `${BIG}${value}`
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([key, item]) => [key, sorted(item)])
}
