import { describe, expect, it } from 'vitest'
import { buildScene } from '../../shared/picture/build-scene'
import { cardsOf } from '../../shared/picture/cards-of'
import type { KubeObject } from '../../shared/workspace/kube-object'
import { nextMounted, type Mounted } from './mounting'

const objects = Array.from({ length: 60 }, (_, n): KubeObject => {
  const name = `c${n}`
  const data = { metadata: { name } }
  return { id: name, file: 'a.yaml', apiVersion: 'v1', group: '', kind: 'ConfigMap', namespace: 'shop', name, data }
})
const places = new Map(objects.map(({ id }, n) => [id, { x: 10 * n, y: 0 }]))
const scene = buildScene(cardsOf(objects, []), [], places, null)

const at = (mounted: Mounted, zoom: number, focused: string | null = null, x = 0) => ({
  mounted,
  scene,
  settled: { x, y: 0, zoom },
  size: { width: 1000, height: 800 },
  focused,
  gesture: null,
})

/** How many frames it takes until all is as it should be, and what is in the DOM then. */
function settled(mounted: Mounted, zoom: number, focused: string | null = null, x = 0) {
  for (let frames = 0; ; frames++) {
    const next = nextMounted(at(mounted, zoom, focused, x))
    if (next.mounted === mounted) return { frames, mounted }
    mounted = next.mounted
  }
}

describe('nextMounted', () => {
  it('puts a screenful of cards into the DOM over several frames', () => {
    const first = nextMounted(at(new Map(), 1))
    expect(first.mounted.size).toBe(12)
    expect(first.more).toBe(true)
    expect(settled(new Map(), 1)).toMatchObject({ frames: 5, mounted: { size: 60 } })
  })
  it('changes how much they show over several frames too', () => {
    const { mounted } = settled(new Map(), 1)
    const next = nextMounted(at(mounted, 0.5)).mounted
    expect([...next.values()].filter(level => level === 'compact')).toHaveLength(12)
    expect(new Set(settled(mounted, 0.5).mounted.values())).toEqual(new Set(['compact']))
  })
  it('takes them out from afar, but for the one with the keyboard', () => {
    const { mounted } = settled(new Map(), 1)
    expect([...settled(mounted, 0.1, 'c3').mounted]).toEqual([['c3', 'block']])
  })
  it('changes nothing while all is as it should be', () => {
    const { mounted } = settled(new Map(), 1)
    expect(nextMounted(at(mounted, 1.01))).toEqual({ mounted, more: false })
  })
  it('takes cards out that are far outside of the view, but for a few', () => {
    const { mounted } = settled(new Map(), 1)
    expect(settled(mounted, 1, null, -9000).mounted.size).toBeLessThanOrEqual(12)
  })
})
