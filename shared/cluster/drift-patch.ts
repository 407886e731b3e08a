import type { PatchOperation } from '../yaml/edit/edit-plan'
import { isList, mapAt, type PlainMap, type PlainValue } from '../yaml/plain'
import { formatPointer } from '../yaml/pointer'
import { isNamed, keyedValue, resolveKeyed, type KeyedPath } from './keyed-paths'

/** An edit of a design. `at` is what it is called by, `moves` says that items of a list move by it. */
export type DriftPatch = {
  readonly at: string
  readonly operation:
    | Extract<PatchOperation, { readonly op: 'add' | 'replace' | 'test' }>
    | { readonly op: 'remove'; readonly path: string }
  readonly moves: boolean
}

/** The edit of the design that gives it a value, wrapped in what it lacks around it; null where there is nothing to edit. */
export function driftPatch(
  design: PlainMap,
  live: PlainMap,
  path: KeyedPath,
  value: PlainValue | undefined,
): DriftPatch | null {
  const { found, rest } = resolveKeyed(design, path)
  const at = formatPointer(found)
  if (value === undefined) return rest.length === 0 ? { at, operation: { op: 'remove', path: at }, moves: true } : null
  const [missing, ...inside] = rest
  if (missing === undefined) return { at, operation: { op: 'replace', path: at, value }, moves: false }
  const wrapped = inside
    .toReversed()
    .reduce<PlainValue>((held, step) => (typeof step === 'string' ? { [step]: held } : [held]), value)
  if (typeof missing === 'string') {
    const pointer = formatPointer([...found, missing])
    return { at: pointer, operation: { op: 'add', path: pointer, value: wrapped }, moves: false }
  }
  const item = inside.length === 0 ? wrapped : { ...missing, ...mapAt(wrapped) }
  const list = path.slice(0, found.length)
  const [there, here] = [listOf(live, list), listOf(design, list)]
  const place = there.findIndex(each => isNamed(each, missing))
  // Behind the item that it stands behind in the cluster: the order of containers and variables means something.
  const before = there.slice(0, place).findLast(each => here.some(mine => isSameItem(mine, each, missing)))
  const index = before === undefined ? 0 : here.findIndex(mine => isSameItem(mine, before, missing)) + 1
  return {
    // Called by its place in the cluster, so that two new ones differ.
    at: formatPointer([...found, String(place)]),
    operation: { op: 'add', path: formatPointer([...found, String(index)]), value: item },
    moves: true,
  }
}

function listOf(object: PlainMap, path: KeyedPath): readonly PlainValue[] {
  const value = keyedValue(object, path)
  return isList(value) ? value : []
}

/** Whether two items are the same one, by the keys of a third. */
function isSameItem(a: PlainValue, b: PlainValue, keys: PlainMap): boolean {
  return isNamed(a, Object.fromEntries(Object.keys(keys).map(key => [key, mapAt(b)[key] ?? null])))
}
