import { parsePointer } from '../pointer'
import { BigInteger, isList, isMap, valueAt, type PlainMap, type PlainValue } from '../plain'
import type { PatchOperation } from './edit-plan'

/**
 * RFC 6902 on plain data, with our `rename` beside it: what an edit of a text must come to. Values are never changed;
 * what an operation doesn't touch is shared with the value before it. Null where an operation doesn't apply.
 */
export function patchPlain(value: PlainValue, patch: readonly PatchOperation[]): PlainValue | null {
  let now: PlainValue | undefined = value
  for (const operation of patch) {
    if (now === undefined) return null
    now = operate(now, operation)
  }
  return now ?? null
}

function operate(value: PlainValue, operation: PatchOperation): PlainValue | undefined {
  const path = parsePointer(operation.path)
  switch (operation.op) {
    case 'test': {
      const found = valueAt(value, path)
      return found !== undefined && samePlain(found, operation.value) ? value : undefined
    }
    case 'add':
      return addAt(value, path, operation.value)
    case 'replace':
      return replaceAt(value, path, operation.value)
    case 'remove':
      return removeAt(value, path)
    case 'rename':
      return renameAt(value, path, operation.key)
    case 'copy':
    case 'move': {
      const from = parsePointer(operation.from)
      const carried = valueAt(value, from)
      const rest = operation.op === 'move' ? removeAt(value, from) : value
      return carried === undefined || rest === undefined ? undefined : addAt(rest, path, carried)
    }
  }
}

/** The value with another one added: a key set, an item inserted (`-` appends). Undefined where the path leaves the data. */
export function addAt(value: PlainValue, path: readonly string[], added: PlainValue): PlainValue | undefined {
  if (path.length === 0) return added
  return within(value, path, (holder, key) => {
    if (isMap(holder)) return { ...holder, [key]: added }
    if (!isList(holder)) return undefined
    const at = key === '-' ? holder.length : itemNumber(key, holder.length)
    return at === null ? undefined : holder.toSpliced(at, 0, added)
  })
}

/** The value with what stands at a path replaced. */
export function replaceAt(value: PlainValue, path: readonly string[], by: PlainValue): PlainValue | undefined {
  if (path.length === 0) return by
  return within(value, path, (holder, key) => {
    if (isMap(holder)) return Object.hasOwn(holder, key) ? { ...holder, [key]: by } : undefined
    if (!isList(holder)) return undefined
    const at = itemNumber(key, holder.length - 1)
    return at === null ? undefined : holder.with(at, by)
  })
}

/** The value without what stands at a path. */
export function removeAt(value: PlainValue, path: readonly string[]): PlainValue | undefined {
  return within(value, path, (holder, key) => {
    if (isMap(holder)) {
      if (!Object.hasOwn(holder, key)) return undefined
      const { [key]: _gone, ...rest } = holder
      return rest
    }
    if (!isList(holder)) return undefined
    const at = itemNumber(key, holder.length - 1)
    return at === null ? undefined : holder.toSpliced(at, 1)
  })
}

/** The value with the key at a path called otherwise, in its place. Undefined where the other key is taken. */
export function renameAt(value: PlainValue, path: readonly string[], to: string): PlainValue | undefined {
  return within(value, path, (holder, key) => {
    if (!isMap(holder) || !Object.hasOwn(holder, key) || (key !== to && Object.hasOwn(holder, to))) return undefined
    return Object.fromEntries(Object.keys(holder).map(k => [k === key ? to : k, holder[k]!])) as PlainMap
  })
}

/** A place in a list as RFC 6902 writes it: digits without leading zeros, at most `last`. */
export function itemNumber(key: string, last: number): number | null {
  return /^(0|[1-9]\d*)$/.test(key) && Number(key) <= last ? Number(key) : null
}

/** Whether two values are the same to kubectl. The order of keys means nothing. */
export function samePlain(a: PlainValue, b: PlainValue): boolean {
  if (a === b) return true
  if (a instanceof BigInteger || b instanceof BigInteger) {
    return a instanceof BigInteger && b instanceof BigInteger && a.digits === b.digits
  }
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, i) => samePlain(item, b[i]!))
  if (!isMap(a) || !isMap(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every(k => Object.hasOwn(b, k) && samePlain(a[k]!, b[k]!))
}

function within(
  value: PlainValue,
  path: readonly string[],
  change: (holder: PlainValue, key: string) => PlainValue | undefined,
): PlainValue | undefined {
  const [key, ...deeper] = path
  if (key === undefined) return undefined
  if (deeper.length === 0) return change(value, key)
  const inner = valueAt(value, [key])
  const changed = inner === undefined ? undefined : within(inner, deeper, change)
  return changed === undefined ? undefined : replaceAt(value, [key], changed)
}
