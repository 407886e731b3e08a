import { samePlain } from '../yaml/edit/patch-plain'
import { isList, isMap, mapAt, type PlainMap, type PlainValue } from '../yaml/plain'

/** A step of a path that stays true when items move: a key, or the keys that an item is known by. */
export type KeyedStep = string | PlainMap
export type KeyedPath = readonly KeyedStep[]

/** Where two values differ. A side that has nothing there is undefined. */
export type KeyedDifference = {
  readonly path: KeyedPath
  readonly a: PlainValue | undefined
  readonly b: PlainValue | undefined
}

/**
 * Where two states of an object differ, as deep as their names go: items of a list are told apart by their merge keys,
 * which `fields` (FieldsV1 of managedFields, joined) tell; a list without such is one value.
 */
export function keyedDifferences(a: PlainMap, b: PlainMap, fields: PlainMap): readonly KeyedDifference[] {
  const found: KeyedDifference[] = []
  const compare = (x: PlainValue | undefined, y: PlainValue | undefined, below: PlainMap, path: KeyedPath): void => {
    if (isMap(x) && isMap(y)) {
      for (const key of new Set([...Object.keys(x), ...Object.keys(y)]))
        compare(own(x, key), own(y, key), mapAt(below, `f:${key}`), [...path, key])
      return
    }
    const keys = isList(x) && isList(y) ? mergeKeys(below) : []
    if (isList(x) && isList(y) && keys.length > 0) {
      const steps = new Map([...x, ...y].map(item => [JSON.stringify(stepOf(item, keys)), stepOf(item, keys)]))
      for (const step of steps.values())
        compare(itemAt(x, step), itemAt(y, step), mapAt(below, `k:${JSON.stringify(step)}`), [...path, step])
      return
    }
    if (x === undefined || y === undefined ? x !== y : !samePlain(x, y)) found.push({ path, a: x, b: y })
  }
  compare(a, b, fields, [])
  return found
}

/** The value at a path, or undefined. */
export function keyedValue(value: PlainValue, path: KeyedPath): PlainValue | undefined {
  let at: PlainValue | undefined = value
  for (const step of path) {
    if (typeof step === 'string') at = isMap(at) ? own(at, step) : undefined
    else at = isList(at) ? itemAt(at, step) : undefined
  }
  return at
}

/** The path as keys and numbers, as far as a value has it: `rest` is what it lacks. */
export function resolveKeyed(
  value: PlainValue,
  path: KeyedPath,
): { readonly found: readonly string[]; readonly rest: KeyedPath } {
  const found: string[] = []
  let at: PlainValue | undefined = value
  for (const [n, step] of path.entries()) {
    const list: readonly PlainValue[] = isList(at) ? at : []
    const key = typeof step === 'string' ? step : String(itemIndex(list, step))
    const next = keyedValue(at ?? null, [step])
    if (next === undefined) return { found, rest: path.slice(n) }
    found.push(key)
    at = next
  }
  return { found, rest: [] }
}

function itemAt(items: readonly PlainValue[], step: KeyedStep): PlainValue | undefined {
  return typeof step === 'string' ? undefined : items[itemIndex(items, step)]
}

/** The item that these keys name; one that leaves out a key counts where no other has it. */
function itemIndex(items: readonly PlainValue[], step: PlainMap): number {
  const exact = items.findIndex(
    item => isMap(item) && Object.entries(step).every(([key, value]) => own(item, key) === value),
  )
  return exact === -1 ? items.findIndex(item => isNamed(item, step)) : exact
}

/** Whether an item of a list is the one that these keys name. */
export function isNamed(item: PlainValue, step: PlainMap): boolean {
  // A key with a default may be missing where people write (`protocol`).
  return isMap(item) && Object.entries(step).every(([key, value]) => (own(item, key) ?? value) === value)
}

function stepOf(item: PlainValue, keys: readonly string[]): PlainMap {
  return Object.fromEntries(
    keys.flatMap(key => (isMap(item) && own(item, key) !== undefined ? [[key, item[key]!]] : [])),
  )
}

function mergeKeys(fields: PlainMap): readonly string[] {
  const name = Object.keys(fields).find(each => each.startsWith('k:'))
  if (name === undefined) return []
  try {
    return Object.keys(Object(JSON.parse(name.slice(2))))
  } catch {
    return []
  }
}

function own(map: PlainMap, key: string): PlainValue | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined
}
