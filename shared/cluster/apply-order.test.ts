import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samples } from '../patterns/samples'
import { findGraph } from '../relations/find'
import { objectFrom } from '../relations/objects-for-tests'
import type { KubeObject } from '../workspace/kube-object'
import { designOf } from '../workspace/design.test-data'
import { applyStages, type ApplyStage } from './apply-order'

const kindsOf = (stages: readonly ApplyStage[]): readonly string[] =>
  stages.map(({ objects }) => objects.map(({ kind }) => kind).join(' '))

const stageOf = (stages: readonly ApplyStage[], id: string): number =>
  stages.findIndex(({ objects }) => objects.some(object => object.id === id))

describe('applyStages', () => {
  const object = (kind: string, name: string, rest: object = {}, apiVersion = 'v1'): KubeObject =>
    objectFrom(JSON.parse(JSON.stringify({ apiVersion, kind, metadata: { name }, ...rest })))
  const pod = (name: string, spec: object): KubeObject => object('Pod', name, { spec: { containers: [], ...spec } })
  const stages = (objects: readonly KubeObject[]): readonly ApplyStage[] =>
    applyStages(objects, findGraph(objects).relations)

  it('begins with namespaces and definitions of kinds, and waits for them', () => {
    const crd = object('CustomResourceDefinition', 'a.b', {}, 'apiextensions.k8s.io/v1')
    const found = stages([object('ConfigMap', 'a'), crd, object('Namespace', 'n')])
    expect(kindsOf(found)).toEqual(['Namespace', 'CustomResourceDefinition', 'ConfigMap'])
    expect(found.map(({ wait }) => wait)).toEqual(['active', 'established', null])
  })

  it('puts what a pod needs before it, and limits on pods too', () => {
    const found = stages([
      pod('web', { serviceAccountName: 'me', priorityClassName: 'high' }),
      object('LimitRange', 'limits'),
      object('ServiceAccount', 'me'),
      object('PriorityClass', 'high', {}, 'scheduling.k8s.io/v1'),
    ])
    expect(kindsOf(found)).toEqual(['LimitRange ServiceAccount PriorityClass', 'Pod'])
  })

  it('puts what steps into every request behind everything', () => {
    const hook = object('ValidatingWebhookConfiguration', 'hook', {}, 'admissionregistration.k8s.io/v1')
    expect(kindsOf(stages([hook, pod('a', {})]))).toEqual(['Pod', 'ValidatingWebhookConfiguration'])
  })

  it.each(samples.map(sample => [sample.title, sample] as const))('orders the sample %s', (_, sample) => {
    const { workspace, graph } = designOf(Object.fromEntries(sample.files.map(({ path, text }) => [path, text])))
    const found = applyStages(workspace.objects, graph.relations)
    expect(found.flatMap(({ objects }) => objects)).toHaveLength(workspace.objects.length)
    for (const { rule, from, to, group } of graph.relations)
      if (to !== null && ['config', 'storage', 'access'].includes(group) && from !== to)
        expect(stageOf(found, to), `${from} ${rule} ${to}`).toBeLessThan(stageOf(found, from))
  })

  const mounts = (targets: readonly number[]) => ({
    spec: { containers: [{ name: 'c', envFrom: targets.map(n => ({ configMapRef: { name: `c${n}` } })) }] },
  })
  const designs = fc
    .array(
      fc.record({
        kind: fc.constantFrom('Pod', 'ConfigMap', 'Namespace', 'Secret', 'Service'),
        needs: fc.array(fc.nat(12), { maxLength: 4 }),
      }),
      { maxLength: 40 },
    )
    .map(rows => rows.map(({ kind, needs }, n) => object(kind, `c${n}`, kind === 'Pod' ? mounts(needs) : {})))

  it('holds every object once, and what it needs before it, in any generated design', () => {
    fc.assert(
      fc.property(designs, objects => {
        const { relations } = findGraph(objects)
        const found = applyStages(objects, relations)
        expect(
          found
            .flatMap(each => each.objects)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(objects.map(({ id }) => id).toSorted())
        for (const { from, to, group } of relations)
          if (to !== null && group === 'config') expect(stageOf(found, to)).toBeLessThan(stageOf(found, from))
      }),
    )
  })

  const ids = fc.array(fc.tuple(fc.nat(15), fc.nat(15)), { maxLength: 60 })
  it('puts what needs each other in a circle together, whatever the circles', () => {
    fc.assert(
      fc.property(ids, pairs => {
        const objects = [...Array(16).keys()].map(n => object('ConfigMap', `c${n}`))
        const relations = pairs.map(([from, to]) => ({
          ...{ id: '', rule: 'r', says: '', group: 'config' as const, missing: null, outside: null },
          ...{ optional: false, because: [], detail: {}, from: `ConfigMap c${from}`, to: `ConfigMap c${to}` },
        }))
        const found = applyStages(objects, relations)
        expect(found.flatMap(each => each.objects)).toHaveLength(16)
        const reach = reachable(pairs)
        for (const [from, to] of pairs) {
          const [a, b] = [stageOf(found, `ConfigMap c${from}`), stageOf(found, `ConfigMap c${to}`)]
          if (reach(to, from)) expect(a).toBe(b)
          else expect(b).toBeLessThan(a)
        }
      }),
    )
  })

  it('follows a chain that is longer than a stack is deep', () => {
    const objects = [...Array(5_000).keys()].map(n => object('ConfigMap', `c${n}`))
    const relations = objects.slice(1).map((each, n) => ({
      ...{ id: '', rule: 'r', says: '', group: 'config' as const, missing: null, outside: null },
      ...{ optional: false, because: [], detail: {}, from: each.id, to: objects[n]!.id },
    }))
    expect(applyStages(objects, relations)).toHaveLength(5_000)
  })
})

function reachable(pairs: readonly (readonly [number, number])[]): (from: number, to: number) => boolean {
  return (from, to) => {
    const seen = new Set([from])
    for (const at of seen) for (const [a, b] of pairs) if (a === at) seen.add(b)
    return seen.has(to)
  }
}
