import { describe, expect, it } from 'vitest'
import { findGraph } from '../relations/find'
import { objectFrom } from '../relations/objects-for-tests'
import type { KubeObject } from '../relations/relation'
import { buildScene } from './build-scene'
import { cardsOf } from './cards-of'
import { labelOfTrunk, longestRun, restEdgesOf, trunkOf, trunkRoute } from './rest-edges'
import type { Scene } from './scene'

const binding = (name: string) =>
  objectFrom({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name, namespace: 'shop' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
    subjects: [],
  })
const role = objectFrom({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name: 'view' },
  rules: [],
})
const config = (name: string) =>
  objectFrom({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop' } })
const reader = objectFrom({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'reader', namespace: 'shop' },
  spec: {
    containers: [{ name: 'c', envFrom: [{ configMapRef: { name: 'near' } }, { configMapRef: { name: 'far' } }] }],
  },
})
const many = (count: number, make: (name: string) => KubeObject) =>
  Array.from({ length: count }, (_, i) => make(`n${i}`))

/** A scene of these objects in one row, 300 apart. */
function sceneOf(made: readonly KubeObject[]): Scene {
  const objects = made.map((object, i) => ({ ...object, id: `#${i}` }))
  const { relations } = findGraph(objects)
  const cards = cardsOf(objects, relations)
  return buildScene(cards, relations, new Map(cards.map(({ id }, i) => [id, { x: 300 * i, y: 0 }])), null)
}

describe('the edges at rest', () => {
  it('are all lines in a small design, however far they lead', () => {
    const rest = restEdgesOf(sceneOf([role, ...many(5, binding), reader, config('far'), config('near')]))
    expect(rest).toEqual({ trunks: [], inTrunks: new Set(), stubs: new Set() })
  })

  it('are one trunk where more than five join a namespace and a card outside of it', () => {
    const scene = sceneOf([...many(6, binding), role])
    const [trunk, ...others] = restEdgesOf(scene).trunks
    expect(others).toEqual([])
    expect(trunk!.from).toBe(scene.card('#6'))
    expect(trunk!.to).toBe(scene.groupOf('shop'))
    expect(new Set(trunk!.edges)).toEqual(new Set(scene.edges))
    expect(restEdgesOf(scene).inTrunks).toEqual(new Set(scene.edges))
    expect(labelOfTrunk(trunk!)).toMatch(/^ClusterRole view and shop: 6 relations \(\w+ 6\)$/)
    expect(trunkOf(scene, trunk!.id)).toBe(trunk)
    expect(trunkOf(scene, 'another')).toBeNull()
  })

  it('lose their middle in a crowded namespace where they run past the next column', () => {
    const scene = sceneOf([reader, config('near'), config('far'), ...many(40, config)])
    const { stubs } = restEdgesOf(scene)
    expect([...stubs].map(edge => edge.to.label)).toEqual(['ConfigMap far'])
  })

  it('are a trunk, were it of one edge, where they would run under the cards of a crowded namespace', () => {
    const scene = sceneOf([binding('one'), ...many(40, config), role])
    expect(restEdgesOf(scene).trunks.map(trunk => trunk.edges.length)).toEqual([1])
    expect(labelOfTrunk(restEdgesOf(scene).trunks[0]!)).toContain(': 1 relation (')
  })

  it('are found once for a scene', () => {
    const scene = sceneOf([...many(6, binding), role])
    expect(restEdgesOf(scene)).toBe(restEdgesOf(scene))
  })
})

describe('a trunk', () => {
  const box = (x: number, y: number) => ({ x, y, width: 100, height: 100 })

  it('runs straight between boxes that face each other', () => {
    expect(trunkRoute(box(0, 0), box(50, 300))).toEqual([
      { x: 75, y: 100 },
      { x: 75, y: 300 },
    ])
    expect(trunkRoute(box(400, 0), box(0, 40))).toEqual([
      { x: 400, y: 70 },
      { x: 100, y: 70 },
    ])
  })

  it('turns in the gutter beside the first where they do not', () => {
    expect(trunkRoute(box(0, 0), box(300, 300))).toEqual([
      { x: 100, y: 50 },
      { x: 124, y: 50 },
      { x: 124, y: 320 },
      { x: 300, y: 320 },
    ])
  })

  it('joins the middles of boxes that lie over each other', () => {
    expect(trunkRoute(box(0, 0), box(20, 20))).toEqual([
      { x: 50, y: 50 },
      { x: 70, y: 70 },
    ])
  })

  it('has its words in the middle of its longest run', () => {
    expect(longestRun(trunkRoute(box(0, 0), box(300, 300)))).toEqual({ middle: { x: 124, y: 185 }, length: 270 })
  })
})
