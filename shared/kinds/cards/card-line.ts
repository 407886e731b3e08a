import { BigInteger, isList, isMap, type PlainValue } from '../../yaml/plain'
import type { CardLine } from '../kind-row'

/** How many lines a card has at most. */
export const MOST_LINES = 6

const LONGEST_TEXT = 200

/** A line of plain text: what breaks lines in a value becomes a space, and a very long one is cut. */
export function line(text: string): CardLine {
  const flat = text.replace(/[ \t\r\n]+/g, ' ').trim()
  return {
    text: flat.length > LONGEST_TEXT ? flat.slice(0, LONGEST_TEXT - 1) + '…' : flat,
    glyph: null,
    container: null,
  }
}

/** One line of the parts that are there, or no line at all. */
export function joinedLine(...parts: readonly (string | null)[]): readonly CardLine[] {
  const present = parts.filter(part => part !== null && part.trim() !== '')
  return present.length === 0 ? [] : [line(present.join(' · '))]
}

/** The words that are there, with a separator between. */
export function joinedBy(separator: string, ...words: readonly (string | null)[]): string {
  return words.filter(word => word !== null && word !== '').join(separator)
}

/** The first few of a list, and how many more there are: "DB_HOST, LOG_FMT, +3". Null for an empty list. */
export function firstFew(words: readonly string[], limit: number): string | null {
  if (words.length === 0) return null
  if (words.length <= limit + 1) return words.join(', ')
  return `${words.slice(0, limit).join(', ')}, +${words.length - limit}`
}

/** "1 replica", "3 replicas". */
export function counted(count: number | string, one: string, many: string = one + 's'): string {
  return `${count} ${String(count) === '1' ? one : many}`
}

/** A scalar as text, null for anything else: what a card can show of a value that may be anything. */
export function scalarAsText(value: PlainValue | undefined): string | null {
  if (value === null || value === undefined || isList(value) || isMap(value)) return null
  return value instanceof BigInteger ? value.digits : String(value)
}

/** The scalars of a list as texts; what is no scalar is left out. */
export function scalarsAsTexts(values: readonly PlainValue[]): string[] {
  return values.map(scalarAsText).filter(text => text !== null)
}
