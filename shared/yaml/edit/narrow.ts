import { keyText } from '../meaning'
import { isList, isMap, valueAt, type PlainMap, type PlainValue } from '../plain'
import type { YamlMap } from '../tree'
import type { Draft } from './draft'
import { samePlain } from './patch-plain'
import { placeOf, slotsOf, type Place } from './place'

/** A smaller change that is part of a replacement; paths are as written. */
export type SmallStep =
  | { readonly op: 'add' | 'replace'; readonly path: readonly string[]; readonly value: PlainValue }
  | { readonly op: 'remove'; readonly path: readonly string[] }

/** Each step reads the document again: a replacement by more steps than these is printed afresh. */
const MOST_STEPS = 40

/**
 * The smaller steps that come to the same as replacing a value: only what differs changes, the comments and the style of
 * the rest stay. Null where the two values have too little in common.
 */
export function narrowed(draft: Draft, place: Place, path: readonly string[], value: PlainValue): SmallStep[] | null {
  const steps = stepsTo(draft, place, path, value)
  return steps === null || steps.length > MOST_STEPS ? null : steps
}

function stepsTo(draft: Draft, place: Place, path: readonly string[], value: PlainValue): SmallStep[] | null {
  const old = valueAt(draft.plain, place.plainPath)
  if (old === undefined) return null
  if (samePlain(old, value)) return []
  const { node } = place
  if (node.type === 'map' && isMap(old) && isMap(value)) return stepsOfMap(draft, place, node, path, old, value)
  if (node.type === 'seq' && isList(old) && isList(value)) return stepsOfList(draft, place, path, old, value)
  return null
}

function stepsOfMap(
  draft: Draft,
  place: Place,
  node: YamlMap,
  path: readonly string[],
  old: PlainMap,
  value: PlainMap,
): SmallStep[] | null {
  const keys = node.entries.map(entry => keyText(draft.text, entry.key))
  // Keys that kubectl reads otherwise, merged or repeated ones: their paths would not be these.
  if (keys.length !== Object.keys(old).length || !keys.every(key => Object.hasOwn(old, key))) return null
  const kept = keys.filter(key => Object.hasOwn(value, key))
  if (kept.length === 0 || kept.length * 2 < keys.length) return null
  const slots = slotsOf(node)
  const changes = kept.flatMap(key =>
    changeOf(draft, placeOf(draft, place, slots[keys.indexOf(key)]!), [...path, key], value[key]!),
  )
  const added = Object.keys(value).filter(key => !Object.hasOwn(old, key))
  const removed = keys.filter(key => !Object.hasOwn(value, key))
  return [
    ...changes,
    ...added.map((key): SmallStep => ({ op: 'add', path: [...path, key], value: value[key]! })),
    ...removed.map((key): SmallStep => ({ op: 'remove', path: [...path, key] })),
  ]
}

function stepsOfList(
  draft: Draft,
  place: Place,
  path: readonly string[],
  old: readonly PlainValue[],
  value: readonly PlainValue[],
): SmallStep[] | null {
  const shorter = Math.min(old.length, value.length)
  let start = 0
  while (start < shorter && samePlain(old[start]!, value[start]!)) start++
  let end = 0
  while (end < shorter - start && samePlain(old.at(-1 - end)!, value.at(-1 - end)!)) end++
  if (start + end === 0 && old.length !== value.length) return null
  const slots = slotsOf(place.node)
  const changed = shorter - start - end
  const steps: SmallStep[] = []
  for (let i = start; i < start + changed; i++) {
    steps.push(...changeOf(draft, placeOf(draft, place, slots[i]!), [...path, String(i)], value[i]!))
  }
  for (let i = old.length - end - 1; i >= start + changed; i--) steps.push({ op: 'remove', path: [...path, String(i)] })
  for (let i = start + changed; i < value.length - end; i++) {
    steps.push({ op: 'add', path: [...path, String(i)], value: value[i]! })
  }
  return steps
}

function changeOf(draft: Draft, place: Place, path: readonly string[], value: PlainValue): SmallStep[] {
  return stepsTo(draft, place, path, value) ?? [{ op: 'replace', path, value }]
}
