import { containersOf, podTemplateOf, type PodContainer, type PodTemplate } from '../kinds/pod-template'
import { isList, isMap, textAt, valueAt, type PlainValue } from '../yaml/plain'
import type { KubeObject } from './relation'

/** An object as the rules read it: what several of them ask for is looked up once. */
export type Source = {
  readonly object: KubeObject
  readonly pod: PodTemplate | null
  readonly containers: readonly PodContainer[]
}

export function sourceOf(object: KubeObject): Source {
  const pod = podTemplateOf(object.data)
  return { object, pod, containers: pod === null ? [] : containersOf(pod.spec) }
}

/**
 * Places inside an object: keys and numbers with dots between, `*` for every item of a list or entry of a map. `$pod` in front means
 * the spec of the pod template, `$container` each container of any role. Keys that hold a dot need the list form.
 */
export type PlacePattern = string | readonly string[]

/** A value that was found, where it stands, and the container that it belongs to. */
export type Found = { readonly path: readonly string[]; readonly value: PlainValue; readonly container: string | null }

/** Everything that stands at the places of a pattern, in the order of the text. */
export function findPlaces(source: Source, pattern: PlacePattern): readonly Found[] {
  const keys = keysOf(pattern)
  const found: Found[] = []
  if (keys[0] === '$container') {
    for (const { path, container } of source.containers)
      collect(container, [...podSpecPath(source), ...path], keys, 1, textAt(container, 'name'), found)
  } else if (keys[0] === '$pod') {
    if (source.pod !== null) collect(source.pod.spec, podSpecPath(source), keys, 1, null, found)
  } else collect(source.object.data, [], keys, 0, null, found)
  return found
}

/** The path of the pod's spec inside the object. Only for objects that have a pod template. */
export function podSpecPath(source: Source): readonly string[] {
  return [...(source.pod?.path ?? []), 'spec']
}

const parsed = new Map<string, readonly string[]>()

function keysOf(pattern: PlacePattern): readonly string[] {
  if (typeof pattern !== 'string') return pattern
  let keys = parsed.get(pattern)
  if (keys === undefined) parsed.set(pattern, (keys = pattern === '' ? [] : pattern.split('.')))
  return keys
}

function collect(
  value: PlainValue,
  path: readonly string[],
  keys: readonly string[],
  at: number,
  container: string | null,
  found: Found[],
): void {
  const key = keys[at]
  if (key === undefined) {
    found.push({ path, value, container })
  } else if (key === '*') {
    if (isList(value))
      value.forEach((item, index) => collect(item, [...path, String(index)], keys, at + 1, container, found))
    else if (isMap(value))
      for (const [name, item] of Object.entries(value)) collect(item, [...path, name], keys, at + 1, container, found)
  } else if (isMap(value) || isList(value)) {
    const below = valueAt(value, [key])
    if (below !== undefined) collect(below, [...path, key], keys, at + 1, container, found)
  }
}
