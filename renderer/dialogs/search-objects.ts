import { containersOf, podTemplateOf } from '../../shared/kinds/pod-template'
import type { KubeObject } from '../../shared/workspace/kube-object'
import { mapAt, textAt } from '../../shared/yaml/plain'
import { titleOf } from '../store/naming'

/** An object that fits, and what of it did, where that is not its name: "image nginx:1.29". */
export type ObjectFound = { readonly object: KubeObject; readonly by: string | null }

type Fact = { readonly says: string; readonly text: string }

/**
 * Objects that every word is found in: in kind and name, namespace, labels (`app=web`) or images. Those found by name come
 * first; at most so many.
 */
export function findObjects(objects: readonly KubeObject[], words: string, most: number): readonly ObjectFound[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const byName: ObjectFound[] = []
  const byFact: ObjectFound[] = []
  for (const object of objects) {
    const name = titleOf(object).toLowerCase()
    const others = wanted.filter(word => !name.includes(word))
    if (others.length === 0) byName.push({ object, by: null })
    else if (byFact.length < most) {
      const facts = factsOf(object)
      const found = others.map(word => facts.find(fact => fact.text.includes(word)))
      if (found.every(fact => fact !== undefined)) byFact.push({ object, by: found[0]?.says ?? null })
    }
    if (byName.length === most) break
  }
  return [...byName, ...byFact].slice(0, most)
}

const known = new WeakMap<KubeObject, readonly Fact[]>()

function factsOf(object: KubeObject): readonly Fact[] {
  const before = known.get(object)
  if (before) return before
  const labels = Object.entries(mapAt(object.data, 'metadata', 'labels'))
  const pod = podTemplateOf(object.data)
  const images = pod ? containersOf(pod.spec).flatMap(({ container }) => textAt(container, 'image') ?? []) : []
  const facts = [
    ...(object.namespace === null ? [] : [fact('namespace', object.namespace)]),
    ...labels.flatMap(([key, value]) => (typeof value === 'string' ? [fact('label', `${key}=${value}`)] : [])),
    ...images.map(image => fact('image', image)),
  ]
  known.set(object, facts)
  return facts
}

function fact(sort: string, value: string): Fact {
  return { says: `${sort} ${value}`, text: value.toLowerCase() }
}
