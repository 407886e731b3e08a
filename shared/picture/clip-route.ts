import type { Rect } from '../layout/rect'
import type { Point } from '../workspace/change'
import type { Route } from './route'

/**
 * The part of a route that a box may show, null where it shows none. A route that crosses a large design is drawn dash by
 * dash for its whole length otherwise. `period`: the length after which the dashes repeat; the part begins at a multiple
 * of it, so that they stand where they would on the whole route.
 */
export function clipRoute(route: Route, box: Rect, period: number): Route | null {
  let length = 0
  let from = -1
  let to = 0
  for (let n = 1; n < route.length; n++) {
    const [a, b] = [route[n - 1]!, route[n]!]
    const inside = insideOf(a, b, box)
    if (inside) {
      if (from < 0) from = length + inside[0]
      to = length + inside[1]
    }
    length += lengthOf(a, b)
  }
  if (from < 0) return null
  return from === 0 && to === length ? route : partOf(route, Math.floor(from / period) * period, to)
}

/** How far from its start a level or upright run is inside a box, from where to where; null where it never is. */
function insideOf(a: Point, b: Point, { x, y, width, height }: Rect): readonly [from: number, to: number] | null {
  if (Math.max(a.x, b.x) < x || Math.min(a.x, b.x) > x + width) return null
  if (Math.max(a.y, b.y) < y || Math.min(a.y, b.y) > y + height) return null
  const isLevel = a.y === b.y
  const [start, end] = isLevel ? [a.x, b.x] : [a.y, b.y]
  const [least, most] = isLevel ? [x, x + width] : [y, y + height]
  const clamped = (at: number) => Math.abs(Math.max(least, Math.min(most, at)) - start)
  return [clamped(start), clamped(end)]
}

function partOf(route: Route, from: number, to: number): Route {
  const part: Point[] = []
  let before = 0
  for (let n = 1; n < route.length; n++) {
    const [a, b] = [route[n - 1]!, route[n]!]
    const length = lengthOf(a, b)
    const after = before + length
    if (after >= from && before <= to && length > 0) {
      if (part.length === 0) part.push(pointOn(a, b, Math.max(0, from - before)))
      part.push(pointOn(a, b, Math.min(length, to - before)))
    }
    before = after
  }
  return part
}

/** So far from the start of a level or upright run. */
function pointOn(a: Point, b: Point, distance: number): Point {
  return { x: a.x + Math.sign(b.x - a.x) * distance, y: a.y + Math.sign(b.y - a.y) * distance }
}

function lengthOf(a: Point, b: Point): number {
  return Math.abs(b.x - a.x) + Math.abs(b.y - a.y)
}
