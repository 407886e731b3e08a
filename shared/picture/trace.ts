import type { Point } from '../workspace/change'
import type { Route } from './route'

/** What a route is drawn on: a canvas's path, or one that writes SVG. */
export type Tracer = {
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void
}

const CORNER = 8

/** Draw a route with rounded corners; `cut` is left off its end, for the sign that stands there. */
export function traceRoute(route: Route, tracer: Tracer, cut = 0): void {
  const points = cut > 0 ? shortened(route, cut) : route
  const first = points[0]
  if (!first) return
  tracer.moveTo(first.x, first.y)
  for (let i = 1; i < points.length - 1; i++) {
    const corner = points[i]!
    const radius = Math.min(CORNER, distance(points[i - 1]!, corner) / 2, distance(corner, points[i + 1]!) / 2)
    const into = towards(corner, points[i - 1]!, radius)
    const out = towards(corner, points[i + 1]!, radius)
    tracer.lineTo(into.x, into.y)
    tracer.quadraticCurveTo(corner.x, corner.y, out.x, out.y)
  }
  const last = points.at(-1)!
  tracer.lineTo(last.x, last.y)
}

/** A route as the `d` of an SVG path. */
export function svgPath(route: Route): string {
  let path = ''
  traceRoute(route, {
    moveTo: (x, y) => (path += `M${x} ${y}`),
    lineTo: (x, y) => (path += `L${x} ${y}`),
    quadraticCurveTo: (cx, cy, x, y) => (path += `Q${cx} ${cy} ${x} ${y}`),
  })
  return path
}

/** How far a point is from a route's lines. */
export function distanceTo(route: Route, point: Point): number {
  let nearest = Infinity
  for (let i = 1; i < route.length; i++) nearest = Math.min(nearest, distanceToRun(route[i - 1]!, route[i]!, point))
  return nearest
}

function distanceToRun(from: Point, to: Point, point: Point): number {
  const x = Math.max(Math.min(from.x, to.x), Math.min(point.x, Math.max(from.x, to.x)))
  const y = Math.max(Math.min(from.y, to.y), Math.min(point.y, Math.max(from.y, to.y)))
  return distance({ x, y }, point)
}

function shortened(route: Route, cut: number): Point[] {
  const last = route.at(-1)!
  const before = route.at(-2) ?? last
  return [...route.slice(0, -1), towards(last, before, Math.min(cut, distance(last, before)))]
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
