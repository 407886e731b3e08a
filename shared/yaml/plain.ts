/**
 * Plain data as kubectl would send it to the server: the meaning of a document.
 *
 * Maps are objects without a prototype's surprises (own enumerable keys only). An integer beyond 2^53 keeps its digits.
 */
export type PlainValue = null | boolean | number | string | BigInteger | readonly PlainValue[] | PlainMap
export type PlainMap = { readonly [key: string]: PlainValue }

/** An integer that a JavaScript number can't hold. Printed by its digits. */
export class BigInteger {
  readonly digits: string
  constructor(digits: string) {
    this.digits = digits
  }
  toString(): string {
    return this.digits
  }
}

export function isMap(value: PlainValue | undefined): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof BigInteger)
}
export function isList(value: PlainValue | undefined): value is readonly PlainValue[] {
  return Array.isArray(value)
}

/** The map at a key, or an empty one: for reading manifests that may be anything. */
export function mapAt(value: PlainValue | undefined, ...path: readonly string[]): PlainMap {
  const found = valueAt(value, path)
  return isMap(found) ? found : EMPTY_MAP
}
export function listAt(value: PlainValue | undefined, ...path: readonly string[]): readonly PlainValue[] {
  const found = valueAt(value, path)
  return isList(found) ? found : EMPTY_LIST
}
/** The string at a path, or null where there is none or it is something else. */
export function textAt(value: PlainValue | undefined, ...path: readonly string[]): string | null {
  const found = valueAt(value, path)
  return typeof found === 'string' ? found : null
}
/** The value at a path of keys and item numbers; undefined where the path leaves the data. */
export function valueAt(value: PlainValue | undefined, path: readonly string[]): PlainValue | undefined {
  let at: PlainValue | undefined = value
  for (const key of path) {
    if (isList(at)) at = at[Number(key)]
    else if (isMap(at)) at = Object.hasOwn(at, key) ? at[key] : undefined
    else return undefined
  }
  return at
}

/** Frozen, and shared by all that is empty. */
export const EMPTY_MAP: PlainMap = Object.freeze({})
export const EMPTY_LIST: readonly PlainValue[] = Object.freeze([])
