import { describe, expect, it } from 'vitest'
import { contains, type Rect } from '../../shared/layout/rect'
import { firstView, fitted, levelOf, seenRect, showing, toCanvas, toScreen, zoomedAt } from './view'

const size = { width: 800, height: 600 }
const inside = (outer: Rect, inner: Rect) =>
  contains(outer, inner) && contains(outer, { x: inner.x + inner.width, y: inner.y + inner.height })

describe('the view', () => {
  it('keeps the point under the pointer when it zooms', () => {
    const view = { x: 30, y: -20, zoom: 0.7 }
    const at = { x: 210, y: 340 }
    const after = zoomedAt(view, 1.3, at)
    expect(toCanvas(after, at).x).toBeCloseTo(toCanvas(view, at).x)
    expect(toScreen(after, toCanvas(view, at)).y).toBeCloseTo(at.y)
  })
  it('fits all of a design', () => {
    const bounds = { x: -500, y: 100, width: 3000, height: 900 }
    expect(inside(seenRect(fitted(bounds, size), size), bounds)).toBe(true)
  })
  it('takes a tighter margin where that keeps names readable', () => {
    expect(fitted({ x: 0, y: 0, width: 960, height: 100 }, size).zoom).toBe(0.8)
  })
  it('opens a large design with names on its cards', () => {
    expect(levelOf(firstView({ x: 0, y: 0, width: 90_000, height: 60_000 }, size).zoom)).toBe('compact')
  })
  it('moves as little as it must to show a card, and zooms in where cards are blocks', () => {
    const card = { x: 1000, y: 1000, width: 208, height: 68 }
    for (const zoom of [1, 0.1]) {
      const after = showing({ x: 0, y: 0, zoom }, card, size)
      expect(inside(seenRect(after, size), card)).toBe(true)
      expect(levelOf(after.zoom)).not.toBe('block')
    }
    const seen = { x: 0, y: 0, zoom: 1 }
    expect(showing(seen, { ...card, x: 300, y: 300 }, size)).toBe(seen)
  })
})
