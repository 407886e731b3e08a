/**
 * Readers for what arrives from the other side of a border (a window, a settings file, a recovery file): each turns an
 * unknown value into a checked one, or throws a ShapeError that says where it differs.
 */
export type Reader<T> = (raw: unknown, at?: string) => T

/** The value is not what the contract says. `message` names the place and what was expected, never the value itself. */
export class ShapeError extends Error {
  constructor(at: string, expected: string) {
    super(`${at === '' ? 'The input' : at} should be ${expected}`)
    this.name = 'ShapeError'
  }
}

/** Any input; for calls that take none. What was sent is dropped. */
export const readNothing: Reader<void> = () => undefined

export const readText: Reader<string> = (raw, at = '') => {
  if (typeof raw !== 'string') throw new ShapeError(at, 'a string')
  return raw
}

export const readNumber: Reader<number> = (raw, at = '') => {
  if (typeof raw !== 'number' || !Number.isFinite(raw)) throw new ShapeError(at, 'a number')
  return raw
}

export const readBoolean: Reader<boolean> = (raw, at = '') => {
  if (typeof raw !== 'boolean') throw new ShapeError(at, 'true or false')
  return raw
}

/** Null stays null; anything else goes to `reader`. */
export function readNullable<T>(reader: Reader<T>): Reader<T | null> {
  return (raw, at) => (raw === null ? null : reader(raw, at))
}

/** What `reader` can't read becomes `otherwise`. */
export function readOr<T>(reader: Reader<T>, otherwise: T): Reader<T> {
  return (raw, at) => {
    try {
      return reader(raw, at)
    } catch (error) {
      if (error instanceof ShapeError) return otherwise
      throw error
    }
  }
}

/** One of the given words. */
export function readOneOf<const T extends string>(...words: readonly T[]): Reader<T> {
  return (raw, at = '') => {
    const found = words.find(word => word === raw)
    if (found === undefined) throw new ShapeError(at, `one of ${words.join(', ')}`)
    return found
  }
}

/** A list of at most `limit` items. */
export function readList<T>(reader: Reader<T>, limit = 100_000): Reader<readonly T[]> {
  return (raw, at = '') => {
    if (!Array.isArray(raw)) throw new ShapeError(at, 'a list')
    if (raw.length > limit) throw new ShapeError(at, `a list of at most ${limit} items`)
    return raw.map((item, index) => reader(item, `${at}[${index}]`))
  }
}

/** An object with exactly these fields; others are dropped. */
export function readRecord<T extends object>(fields: { readonly [K in keyof T]-?: Reader<T[K]> }): Reader<T> {
  return (raw, at = '') => {
    const source = readObject(raw, at)
    const result: Partial<T> = {}
    for (const name of keysOf(fields)) result[name] = fields[name](source[name], at ? `${at}.${name}` : name)
    return result as T
  }
}

/** An object of which each field may be absent: what is absent stays absent. */
export function readPartial<T extends object>(fields: { readonly [K in keyof T]-?: Reader<T[K]> }): Reader<Partial<T>> {
  return (raw, at = '') => {
    const source = readObject(raw, at)
    const result: Partial<T> = {}
    for (const name of keysOf(fields))
      if (source[name] !== undefined) result[name] = fields[name](source[name], at ? `${at}.${name}` : name)
    return result
  }
}

/** An object used as a table: any keys, values of one shape. */
export function readTable<T>(reader: Reader<T>): Reader<Readonly<Record<string, T>>> {
  return (raw, at = '') =>
    Object.fromEntries(Object.entries(readObject(raw, at)).map(([key, value]) => [key, reader(value, `${at}.${key}`)]))
}

function readObject(raw: unknown, at: string): Record<string, unknown> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw new ShapeError(at, 'an object')
  return raw as Record<string, unknown>
}

function keysOf<T extends object>(fields: T): readonly (keyof T & string)[] {
  return Object.keys(fields) as (keyof T & string)[]
}
