import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Point } from '../workspace/change'
import { clipRoute } from './clip-route'
import type { Route } from './route'

const box = { x: 0, y: 0, width: 100, height: 80 }

it('keeps a route that is inside, leaves one out that is not, and cuts one that crosses', () => {
  const inside = [
    { x: 10, y: 10 },
    { x: 40, y: 10 },
  ]
  expect(clipRoute(inside, box, 10)).toBe(inside)
  expect(
    clipRoute(
      [
        { x: 200, y: 0 },
        { x: 300, y: 0 },
      ],
      box,
      10,
    ),
  ).toBeNull()
  const crossing = [
    { x: -95, y: 10 },
    { x: 500, y: 10 },
  ]
  expect(clipRoute(crossing, box, 10)).toEqual([
    { x: -5, y: 10 },
    { x: 100, y: 10 },
  ])
})

/** Level and upright runs in turn. */
const route = fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 3, maxLength: 6 }).map((steps): Route => {
  const points: Point[] = [{ x: steps[0]!, y: steps[1]! }]
  steps.slice(2).forEach((at, n) => {
    const { x, y } = points.at(-1)!
    points.push(n % 2 === 0 ? { x: at, y } : { x, y: at })
  })
  return points
})

/** The points of a route, one a pixel, with how far along the route each is. */
function pixels(route: Route): { readonly key: string; readonly at: number }[] {
  const found: { key: string; at: number }[] = []
  let at = 0
  for (let n = 1; n < route.length; n++) {
    const [a, b] = [route[n - 1]!, route[n]!]
    const length = Math.abs(b.x - a.x) + Math.abs(b.y - a.y)
    for (let step = 0; step < length; step++)
      found.push({ key: `${a.x + Math.sign(b.x - a.x) * step},${a.y + Math.sign(b.y - a.y) * step}`, at: at + step })
    at += length
  }
  return found
}

it('shows all of a route that the box shows, its dashes where they were', () => {
  fc.assert(
    fc.property(route, fc.integer({ min: 1, max: 16 }), (whole, period) => {
      const part = pixels(clipRoute(whole, box, period) ?? [])
      const seen = pixels(whole).filter(({ key }) => {
        const [x = 0, y = 0] = key.split(',').map(Number)
        return x > 0 && x < box.width && y > 0 && y < box.height
      })
      const phases = new Set(part.map(({ key, at }) => `${key} ${at % period}`))
      for (const { key, at } of seen) expect(phases).toContain(`${key} ${at % period}`)
    }),
  )
})
