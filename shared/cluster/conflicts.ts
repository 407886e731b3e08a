import { isList, isMap, valueAt, type PlainMap, type PlainValue } from '../yaml/plain'
import { formatPointer } from '../yaml/pointer'

/** A field of a conflict as the server names it. */
export type NamedConflict = { readonly manager: string; readonly field: string }

/**
 * The conflicts in what kubectl says of an apply that failed. It writes one on a line
 * (`conflict with "other": .spec.replicas`), several as lists below the managers.
 */
export function readConflicts(said: string): readonly NamedConflict[] {
  const conflicts: NamedConflict[] = []
  let manager: string | null = null
  for (const line of said.split('\n')) {
    const named = line.match(/conflicts? with "([^"]*)"[^:]*:(?: (\..*))?$/)
    const listed = line.match(/^- (\..*)$/)
    if (named) {
      manager = named[1] ?? ''
      if (named[2]) conflicts.push({ manager, field: named[2] })
    } else if (listed?.[1] && manager !== null) conflicts.push({ manager, field: listed[1] })
    else manager = null
  }
  return conflicts
}

/**
 * The pointer of a field that the server names (`.spec.containers[name="web"].image`), inside an object that has it; null
 * where the object hasn't. Names aren't quoted in it, so a key with dots can only be told by the object.
 */
export function pointerOfField(object: PlainMap, field: string): string | null {
  const path = follow(object, field)
  return path && formatPointer(path)
}

/** The value of a field that the server names, in an object; undefined where it isn't there. */
export function valueOfField(object: PlainMap, field: string): PlainValue | undefined {
  const path = follow(object, field)
  return path ? valueAt(object, path) : undefined
}

function follow(value: PlainValue, rest: string): readonly string[] | null {
  if (rest === '') return []
  if (rest.startsWith('.') && isMap(value)) {
    // The longest key first: `.a.b` is the key `a.b` where there is one.
    const keys = Object.keys(value)
      .filter(key => rest.startsWith(key, 1) && /^([.[]|$)/.test(rest.slice(key.length + 1)))
      .toSorted((a, b) => b.length - a.length)
    for (const key of keys) {
      const found = follow(value[key] ?? null, rest.slice(key.length + 1))
      if (found) return [key, ...found]
    }
    return null
  }
  const item = rest.match(/^\[((?:[^\]"]|"(?:[^"\\]|\\.)*")*)\]/)
  if (!item || !isList(value)) return null
  const index = itemIndex(value, item[1] ?? '')
  const found = index === -1 ? null : follow(value[index] ?? null, rest.slice(item[0].length))
  return found && [String(index), ...found]
}

/** `name="web",port=80`, `="value"` of a set, or a number. */
function itemIndex(items: readonly PlainValue[], words: string): number {
  if (/^\d+$/.test(words)) return Number(words)
  const keys = [...words.matchAll(/([^=,]*)=("(?:[^"\\]|\\.)*"|[^,]*)/g)].map(
    ([, key = '', json = '']) => [key, readWord(json)] as const,
  )
  const has = (item: PlainValue, isWritten: boolean): boolean =>
    keys.every(([key, value]) =>
      key === '' ? item === value : isMap(item) && (item[key] ?? (isWritten ? undefined : value)) === value,
    )
  const exact = items.findIndex(item => has(item, true))
  // A key that has a default may be missing in a manifest: `protocol="TCP"`.
  return exact === -1 ? items.findIndex(item => has(item, false)) : exact
}

function readWord(json: string): PlainValue {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
  } catch {
    return json
  }
}
