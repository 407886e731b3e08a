import { describe, expect, it } from 'vitest'
import { CARD_WIDTH, cardHeight } from '../layout/card-size'
import { findGraph } from '../relations/find'
import type { KubeObject } from '../workspace/kube-object'
import type { PlainMap } from '../yaml/plain'
import { buildScene } from './build-scene'
import { cardsOf } from './cards-of'
import type { Scene } from './scene'
import { routeOf } from './route'
import { distanceTo, svgPath } from './trace'

function object(apiVersion: string, kind: string, name: string, rest: PlainMap): KubeObject {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
  const data = { apiVersion, kind, metadata: { name }, ...rest }
  return { id: name, file: 'a.yaml', apiVersion, group, kind, namespace: 'shop', name, data }
}

const service = object('v1', 'Service', 'web', { spec: { selector: { app: 'api' }, ports: [{ port: 80 }] } })
const settings = object('v1', 'ConfigMap', 'settings', { data: { A: '1' } })
const deployment = object('apps/v1', 'Deployment', 'api', {
  spec: {
    template: {
      metadata: { labels: { app: 'api' } },
      spec: {
        serviceAccountName: 'robot',
        containers: [
          { name: 'main', image: 'api:1' },
          { name: 'side', image: 'side:1', envFrom: [{ configMapRef: { name: 'settings' } }] },
        ],
      },
    },
  },
})

const objects = [service, deployment, settings]
const { relations } = findGraph(objects)

/** The scene of the three, each at its place. */
function sceneAt(
  places: Readonly<Record<string, readonly [x: number, y: number]>>,
  before: Scene | null = null,
): Scene {
  const cards = cardsOf(objects, relations)
  const placed = cards.map(({ id }) => {
    const [x, y] = places[id] ?? [900, 900]
    return [id, { x, y }] as const
  })
  return buildScene(cards, relations, new Map(placed), before)
}
function edge(scene: Scene, label: string) {
  const found = scene.edges.find(one => one.label === label)
  if (!found) throw new Error(`No edge ${label} among ${scene.edges.map(one => one.label).join('; ')}`)
  return found
}

const SELECTS = 'Service web selects Deployment api'
const ENV_FROM = 'Deployment api env from ConfigMap settings'

describe('routeOf', () => {
  it('is one straight line where header lines meet', () => {
    const scene = sceneAt({ web: [0, 0], api: [300, 0], settings: [600, 0] })
    expect(routeOf(edge(scene, SELECTS))).toEqual([
      { x: CARD_WIDTH, y: 20 },
      { x: 300, y: 20 },
    ])
  })
  it('leaves from the line of the container that it is written in', () => {
    const scene = sceneAt({ web: [0, 0], api: [300, 0], settings: [600, 0] })
    expect(routeOf(edge(scene, ENV_FROM))[0]).toEqual({ x: 300 + CARD_WIDTH, y: 40 + 20 + 10 })
  })
  it('joins cards that stand close above each other from foot to head', () => {
    const scene = sceneAt({ web: [0, 0], api: [0, cardHeight(1) + 22], settings: [600, 0] })
    expect(routeOf(edge(scene, SELECTS))).toEqual([
      { x: CARD_WIDTH / 2, y: cardHeight(1) },
      { x: CARD_WIDTH / 2, y: cardHeight(1) + 22 },
    ])
  })
  it('goes round the left of a column whose cards stand far apart', () => {
    const scene = sceneAt({ web: [100, 0], api: [100, 400], settings: [600, 0] })
    expect(routeOf(edge(scene, SELECTS)).map(point => point.x)).toEqual([100, 88, 88, 100])
  })
  it('never doubles back in a narrow gap', () => {
    const scene = sceneAt({ web: [0, 0], api: [CARD_WIDTH + 10, 200], settings: [600, 0] })
    const xs = routeOf(edge(scene, SELECTS)).map(point => point.x)
    expect(xs).toEqual([...xs].sort((a, b) => a - b))
  })
})

describe('buildScene', () => {
  const places = { web: [0, 0], api: [300, 0], settings: [600, 0] } as const
  it('keeps cards and edges that did not change, and only those', () => {
    const before = sceneAt(places)
    const after = sceneAt({ ...places, settings: [600, 100] }, before)
    expect(after.card('web')).toBe(before.card('web'))
    expect(edge(after, SELECTS)).toBe(edge(before, SELECTS))
    expect(after.card('settings')).not.toBe(before.card('settings'))
    expect(edge(after, ENV_FROM)).not.toBe(edge(before, ENV_FROM))
  })
  it('shows a ghost for what is named and in no file', () => {
    const ghost = sceneAt(places).cards.find(card => card.ghost)
    expect(ghost?.label).toBe('Missing ServiceAccount robot')
  })
  it('finds the card at a point, and the namespace around its cards', () => {
    const scene = sceneAt(places)
    expect(scene.cardAt({ x: 310, y: 30 })?.id).toBe('api')
    expect(scene.cardAt({ x: 250, y: 30 })).toBeNull()
    expect(scene.groupOf('shop')?.rect).toMatchObject({ x: -24, y: -40 })
  })
})

describe('traces', () => {
  const route = [
    { x: 0, y: 0 },
    { x: 40, y: 0 },
    { x: 40, y: 40 },
  ]
  it('rounds the corners', () => expect(svgPath(route)).toBe('M0 0L32 0Q40 0 40 8L40 40'))
  it('measures how far a point is from the nearest run', () => {
    expect(distanceTo(route, { x: 20, y: 5 })).toBe(5)
    expect(distanceTo(route, { x: 45, y: 20 })).toBe(5)
  })
})
