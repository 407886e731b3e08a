import type { PatchOperation } from '../../yaml/edit/edit-plan'
import type { Relation } from '../relation'
import { isList, isMap, valueAt, type PlainMap, type PlainValue } from '../../yaml/plain'
import { formatPointer, parsePointer } from '../../yaml/pointer'

/** Puts a value at a path of keys. Maps above it that aren't there are made. */
export function put(data: PlainMap, path: readonly string[], value: PlainValue): PatchOperation {
  const present = valueAt(data, path) !== undefined
  if (present) return { op: 'replace', path: formatPointer(path), value }
  let depth = path.length - 1
  while (depth > 0 && !canHold(valueAt(data, path.slice(0, depth)))) depth--
  const wrapped = path.slice(depth + 1).reduceRight<PlainValue>((inner, key) => ({ [key]: inner }), value)
  const at = path.slice(0, depth + 1)
  return { op: valueAt(data, at) === undefined ? 'add' : 'replace', path: formatPointer(at), value: wrapped }
}

/** Puts an item behind the last one of a list. A list that isn't there is made. */
export function append(data: PlainMap, list: readonly string[], item: PlainValue): PatchOperation {
  if (isList(valueAt(data, list))) return { op: 'add', path: formatPointer([...list, '-']), value: item }
  return put(data, list, [item])
}

/**
 * Takes entries and items out. A list that would be left empty goes too: a wire makes it with its first item, and
 * `volumes: []` says no more than its absence. Items go from the last to the first, so that no number shifts.
 */
export function takeOut(data: PlainMap, paths: readonly (readonly string[])[]): readonly PatchOperation[] {
  const parents = new Map<string, Set<string>>()
  for (const path of paths) {
    const parent = formatPointer(path.slice(0, -1))
    parents.set(parent, (parents.get(parent) ?? new Set()).add(path.at(-1)!))
  }
  return [...parents].flatMap(([parent, keys]): readonly PatchOperation[] => {
    const list = valueAt(data, parsePointer(parent))
    if (!isList(list)) return [...keys].map(key => ({ op: 'remove', path: parent + formatPointer([key]) }))
    if (keys.size === list.length) return [{ op: 'remove', path: parent }]
    const numbers = [...keys].map(Number).sort((a, b) => b - a)
    return numbers.map(number => ({ op: 'remove', path: `${parent}/${number}` }))
  })
}

/** The path up to the item of a list: of `…/env/2/valueFrom/…` and `env`, the path `…/env/2`. */
export function itemIn(path: readonly string[], list: string): readonly string[] {
  return path.slice(0, path.lastIndexOf(list) + 2)
}

/** The items of a list that relations stand in, each once. */
export function uniqueItems(relations: readonly Relation[], list: string): readonly (readonly string[])[] {
  const paths = relations.flatMap(({ because }) => because.map(({ path }) => itemIn(parsePointer(path), list)))
  return [...new Map(paths.map(path => [formatPointer(path), path])).values()]
}

function canHold(value: PlainValue | undefined): boolean {
  return isMap(value) || isList(value)
}
