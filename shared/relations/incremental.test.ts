import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changedBetween, findGraph } from './find'
import { objectFrom } from './objects-for-tests'
import type { KubeObject } from './relation'

const names = ['a', 'b', 'c'] as const
const name = fc.constantFrom(...names)
const namespace = fc.constantFrom('one', 'two')
const labels = fc.dictionary(fc.constantFrom('app', 'tier'), fc.constantFrom('x', 'y'), { maxKeys: 2 })

/** Objects that meet in every way that the index knows: by name, by key, by labels of pods and of namespaces. */
const manifests = fc.oneof(
  fc.record({ name, namespace, labels }).map(({ name, namespace, labels }) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: {
      template: {
        metadata: { labels },
        spec: { containers: [{ name: 'm', envFrom: [{ configMapRef: { name: 'a' } }] }] },
      },
    },
  })),
  fc.record({ name, namespace, labels }).map(({ name, namespace, labels }) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace },
    spec: { selector: labels },
  })),
  fc.record({ name, namespace, labels }).map(({ name, namespace, labels }) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec: {
      podSelector: { matchLabels: labels },
      ingress: [{ from: [{ namespaceSelector: { matchLabels: labels }, podSelector: {} }] }],
    },
  })),
  fc.record({ name, namespace }).map(metadata => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { k: 'v' } })),
  fc.record({ name: namespace, labels }).map(metadata => ({ apiVersion: 'v1', kind: 'Namespace', metadata })),
)

/** A design and what becomes of it: at each place another manifest, or none; or all in another order. */
const designs = fc.array(fc.option(manifests, { nil: null }), { minLength: 1, maxLength: 12 })
const steps = fc.oneof({ weight: 3, arbitrary: designs }, fc.constant('turned' as const))

function objectsAfter(
  step: readonly (Parameters<typeof objectFrom>[0] | null)[] | 'turned',
  before: readonly KubeObject[],
): KubeObject[] {
  if (step === 'turned') return before.toReversed()
  return step.flatMap((data, place) => {
    if (data === null) return []
    const id = `#${place}`
    const old = before.find(object => object.id === id)
    return old !== undefined && JSON.stringify(old.data) === JSON.stringify(data)
      ? [old]
      : [{ ...objectFrom(data), id }]
  })
}

it('a graph made from the one before is the graph made afresh, around every object', () => {
  fc.assert(
    fc.property(fc.array(steps, { minLength: 1, maxLength: 4 }), versions => {
      let objects: readonly KubeObject[] = []
      let graph = findGraph(objects)
      for (const version of versions) {
        objects = objectsAfter(version, objects)
        const before = graph
        graph = findGraph(objects, before)
        const fresh = findGraph(objects)
        expect(graph.relations).toEqual(fresh.relations)
        for (const { id } of objects) expect(graph.relationsOf(id)).toEqual(fresh.relationsOf(id))
        const changed = changedBetween(before, graph)
        for (const { id } of [...before.objects, ...objects]) {
          expect(graph.object(id)).toBe(fresh.object(id))
          const isSame = before.object(id) === graph.object(id) && before.relationsOf(id) === graph.relationsOf(id)
          expect(changed?.has(id)).toBe(!isSame)
        }
        const known = new Map(before.relations.map(relation => [JSON.stringify(relation), relation]))
        for (const relation of graph.relations) expect(known.get(JSON.stringify(relation)) ?? relation).toBe(relation)
      }
    }),
    { numRuns: 500 },
  )
})

it('an older graph can be built upon again, as undo does', () => {
  const config = { ...objectFrom({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } }), id: 'c' }
  const spec = { containers: [{ name: 'm', envFrom: [{ configMapRef: { name: 'a' } }] }] }
  const pod = { ...objectFrom({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec }), id: 'p' }
  const first = findGraph([pod, config])
  const second = findGraph([pod], first)
  expect(second.relations.map(({ to }) => to)).toEqual([null])
  expect(first.relations.map(({ to }) => to)).toEqual(['c'])
  expect(findGraph([pod, config], first)).toBe(first)
  expect(findGraph([config, pod], first).relations).toEqual(first.relations)
})

it('two Namespaces of one name give the same labels however the graph came about', () => {
  const first = { ...objectFrom({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'two' } }), id: '#1' }
  const labelled = { ...first, id: '#2', data: { ...first.data, metadata: { name: 'two', labels: { tier: 'y' } } } }
  const from = [{ namespaceSelector: { matchLabels: { tier: 'y' } }, podSelector: {} }]
  const spec = { podSelector: {}, ingress: [{ from }] }
  const policy = {
    ...objectFrom({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'p' }, spec }),
    id: '#3',
  }
  const pod = {
    ...objectFrom({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace: 'two' }, spec: {} }),
    id: '#4',
  }
  const objects = [first, labelled, policy, pod]
  expect(findGraph(objects, findGraph([labelled, policy, pod])).relations).toEqual(findGraph(objects).relations)
})
