import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findGraph } from '../relations/find'
import { objectFrom } from '../relations/objects-for-tests'
import type { KubeObject } from '../relations/relation'
import { buildScene } from './build-scene'
import { cardsOf } from './cards-of'
import { endOf, type Scene } from './scene'

const name = fc.constantFrom('a', 'b')
const namespace = fc.constantFrom('one', 'two')
const manifest = fc.oneof(
  fc.record({ name, namespace, reads: name, containers: fc.integer({ min: 1, max: 3 }) }).map(made => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: made.name, namespace: made.namespace },
    spec: {
      template: {
        metadata: { labels: { app: made.name } },
        spec: {
          containers: Array.from({ length: made.containers }, (_, n) => ({
            name: `c${n}`,
            envFrom: [{ configMapRef: { name: made.reads } }],
          })),
        },
      },
    },
  })),
  fc.record({ name, namespace, app: name }).map(({ name, namespace, app }) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace },
    spec: { selector: { app } },
  })),
  fc.record({ name, namespace }).map(metadata => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata })),
  fc.record({ name, namespace, host: name }).map(({ name, namespace, host }) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name, namespace },
    spec: { rules: [{ host, http: { paths: [{ path: '/', backend: { service: { name: 'a' } } }] } }] },
  })),
  fc.record({ name: namespace }).map(metadata => ({ apiVersion: 'v1', kind: 'Namespace', metadata })),
)

const design = fc.array(fc.option(manifest, { nil: null }), { maxLength: 9 })
const step = fc.oneof(
  fc.record({ do: fc.constant('write' as const), design }),
  fc.record({ do: fc.constant('edit' as const), nth: fc.nat(8), manifest }),
  fc.record({ do: fc.constant('move' as const), nth: fc.nat(8), x: fc.integer({ min: -600, max: 600 }) }),
  fc.record({ do: fc.constant('collapse' as const), namespaces: fc.subarray(['one', 'two']) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

function objectsAfter(step: Step, before: readonly KubeObject[]): readonly KubeObject[] {
  if (step.do === 'move' || step.do === 'collapse') return before
  if (step.do === 'edit')
    return before.map((object, n) => (n === step.nth ? { ...objectFrom(step.manifest), id: object.id } : object))
  return step.design.flatMap((data, place) => {
    const id = `#${place}`
    const old = before.find(object => object.id === id)
    if (data === null) return []
    return old && JSON.stringify(old.data) === JSON.stringify(data) ? [old] : [{ ...objectFrom(data), id }]
  })
}

/** Everything that a scene says, its questions answered. */
function told(scene: Scene) {
  return {
    cards: scene.cards,
    edges: scene.edges,
    groups: scene.groups,
    bounds: scene.bounds,
    byCard: scene.cards.map(card => [scene.card(card.id), scene.edgesOf(card.id), scene.cardsIn(card.rect)]),
    byEdge: scene.edges.map(({ relation, from, to }) => [
      scene.edge(relation.id),
      scene.edgesIn(from.rect),
      scene.edgesIn(to.rect),
    ]),
  }
}

it('a scene made from the one before is the scene made afresh, and keeps all that is as it was', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), steps => {
      let objects: readonly KubeObject[] = []
      let graph = findGraph(objects)
      let places = new Map<string, { readonly x: number; readonly y: number }>()
      let scene = buildScene([], [], places, null)
      let collapsed: ReadonlySet<string> = new Set()
      for (const step of steps) {
        objects = objectsAfter(step, objects)
        graph = findGraph(objects, graph)
        const cards = cardsOf(objects, graph.relations)
        const arrived = cards.filter(({ id }) => !places.has(id))
        const moved = step.do === 'move' ? cards.slice(step.nth, step.nth + 1) : []
        if (arrived.length + moved.length > 0)
          places = new Map([
            ...places,
            ...arrived.map(({ id }, n) => [id, { x: 300 * n, y: 0 }] as const),
            ...moved.map(({ id }) => [id, { x: step.do === 'move' ? step.x : 0, y: 0 }] as const),
          ])
        if (step.do === 'collapse') collapsed = new Set(step.namespaces)
        const before = scene
        scene = buildScene(cards, graph.relations, places, before, { collapsed })
        const fresh = buildScene(cards, graph.relations, places, null, { collapsed })
        expect(told(scene)).toEqual(told(fresh))
        for (const card of scene.cards) {
          const old = before.card(card.id)
          if (old?.object === card.object && old?.rect.x === card.rect.x && card.object) expect(card).toBe(old)
        }
        for (const edge of scene.edges) {
          const old = before.edge(edge.relation.id)
          const isSame = old?.relation === edge.relation && old.from === edge.from && old.to === edge.to
          if (isSame && old.lane === edge.lane) expect(edge).toBe(old)
          const ends = [edge.relation.from, endOf(edge.relation)!]
          expect([edge.from, edge.to]).toEqual(ends.map(id => scene.standsFor(id)))
          for (const other of edge.bundled) expect(scene.edge(other.id)).toBe(edge)
        }
      }
    }),
    { numRuns: 300 },
  )
})

it('keeps all of a scene but one card when one object is edited', () => {
  const config = (data: string) => ({
    ...objectFrom({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { data } }),
    id: 'a',
  })
  const other = {
    ...objectFrom({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'b', namespace: 'two' } }),
    id: 'b',
  }
  const places = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 900, y: 0 }],
  ])
  const before = buildScene(cardsOf([config('x'), other], []), [], places, null)
  const after = buildScene(cardsOf([config('y'), other], []), [], places, before)
  expect(after.card('a')).not.toBe(before.card('a'))
  expect(after.card('b')).toBe(before.card('b'))
  expect(after.groupOf('two')).toBe(before.groupOf('two'))
  expect(after.groupOf('default')?.cards).toEqual([after.card('a')])
})

it('shows a collapsed namespace as one card at its corner that says what is in it', () => {
  const config = (name: string, namespace: string) =>
    objectFrom({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace } })
  const pod = objectFrom({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', namespace: 'one' },
    spec: { containers: [{ name: 'c', envFrom: [{ configMapRef: { name: 'a' } }, { configMapRef: { name: 'b' } }] }] },
  })
  const objects = [pod, config('a', 'one'), config('lonely', 'two')].map((object, n) => ({ ...object, id: `#${n}` }))
  const { relations } = findGraph(objects)
  const cards = cardsOf(objects, relations)
  const places = new Map(cards.map(({ id }, n) => [id, { x: 300 * n, y: 50 - n }]))
  const scene = buildScene(cards, relations, places, null, { collapsed: new Set(['one']) })
  const [lonely, one] = scene.cards
  expect(scene.cards.length).toBe(2)
  expect(one).toMatchObject({ label: 'Collapsed namespace one', rect: { x: 0 }, content: { name: 'one' } })
  expect(one!.content.lines.map(line => line.text)).toEqual(['2 objects', '1 ConfigMap · 1 Pod'])
  expect([scene.standsFor('#0'), scene.card('#0'), scene.standsFor('#2')]).toEqual([one, null, lonely])
  expect(scene.edges).toEqual([])
  expect(scene.groups.map(group => group.namespace)).toEqual(['two'])
})
