import type { DiffMark } from '../../../shared/cluster/compare'
import { contains, type Rect } from '../../../shared/layout/rect'
import { clipRoute } from '../../../shared/picture/clip-route'
import type { Point } from '../../../shared/workspace/change'
import { edgeStyle, isDangling, widthOf, type EdgeEnd } from '../../../shared/picture/edge-style'
import { routeBetween, routeOf, type Route } from '../../../shared/picture/route'
import { traceRoute } from '../../../shared/picture/trace'
import type { CardId, SceneCard, SceneEdge } from '../../../shared/picture/scene'
import type { Colours } from './colours'

/** Cards that a drag is moving, and how far it has come. */
export type Moving = { readonly cards: ReadonlySet<CardId>; readonly by: Point }

const REST_WIDTH = 1.25
const LIT_WIDTH = 1.75

/** The route of an edge while some cards are being moved. */
export function routeNow(edge: SceneEdge, moving: Moving | null): Route {
  if (!moving || !(moving.cards.has(edge.from.id) || moving.cards.has(edge.to.id))) return routeOf(edge)
  return routeBetween(edge, rectNow(edge.from, moving), rectNow(edge.to, moving))
}

/** Where a card is while some are being moved. */
export function rectNow(card: SceneCard, moving: Moving | null): Rect {
  if (!moving?.cards.has(card.id)) return card.rect
  return { ...card.rect, x: card.rect.x + moving.by.x, y: card.rect.y + moving.by.y }
}

/** Edges with their dashes and end signs, as far as they are seen. Those that look the same are drawn in one stroke. */
export function paintEdges(
  context: CanvasRenderingContext2D,
  edges: readonly SceneEdge[],
  colours: Colours,
  options: {
    readonly moving: Moving | null
    readonly seen: Rect
    readonly lit: boolean
    readonly marks?: ReadonlyMap<string, DiffMark> | undefined
  },
): void {
  const looks = new Map<string, { first: SceneEdge; routes: Route[] }>()
  for (const edge of edges) {
    const mark = options.marks?.get(edge.relation.id)
    const key = `${edge.relation.group} ${isDangling(edge)} ${widthOf(edge, 0)} ${mark ?? ''}`
    const route = routeNow(edge, options.moving)
    const look = looks.get(key)
    if (look) look.routes.push(route)
    else looks.set(key, { first: edge, routes: [route] })
  }
  context.lineJoin = 'round'
  context.lineCap = 'round'
  for (const { first, routes } of looks.values()) {
    const { dash, end } = edgeStyle(first)
    const palette = options.lit ? colours.edgeLit : colours.edgeRest
    const mark = options.marks?.get(first.relation.id)
    const usual = isDangling(first) ? colours.blocked : palette[first.relation.group]
    const colour = mark ? colours.diff[mark] : usual
    context.strokeStyle = colour
    context.fillStyle = colour
    context.lineWidth = widthOf(first, options.lit ? LIT_WIDTH : REST_WIDTH)
    context.setLineDash([...dash])
    context.beginPath()
    const period = dash.length > 0 ? dash.reduce((sum, part) => sum + part) : 1
    for (const route of routes) {
      const part = clipRoute(route, options.seen, period)
      if (part) traceRoute(part, context, 4)
    }
    context.stroke()
    context.setLineDash([])
    const ending = routes.filter(route => contains(options.seen, route.at(-1)!))
    paintEnds(context, ending, end, colours)
  }
}

/** Edges that would be shorter than this on screen are left out from afar: the gutter that they cross says it. */
const FAR_LEAST = 12

/** Edges as they look from afar: one pixel wide, without corners and signs. */
export function paintFarEdges(
  context: CanvasRenderingContext2D,
  edges: readonly SceneEdge[],
  colours: Colours,
  options: { readonly moving: Moving | null; readonly pixel: number },
): void {
  const byGroup = new Map<string, Route[]>()
  for (const edge of edges) {
    if (spanOf(edge) < FAR_LEAST * options.pixel) continue
    const colour = isDangling(edge) ? colours.blocked : colours.edgeRest[edge.relation.group]
    const routes = byGroup.get(colour)
    if (routes) routes.push(routeNow(edge, options.moving))
    else byGroup.set(colour, [routeNow(edge, options.moving)])
  }
  context.lineWidth = options.pixel
  for (const [colour, routes] of byGroup) {
    context.strokeStyle = colour
    context.beginPath()
    for (const route of routes) {
      context.moveTo(route[0]!.x, route[0]!.y)
      for (let i = 1; i < route.length; i++) context.lineTo(route[i]!.x, route[i]!.y)
    }
    context.stroke()
  }
}

function spanOf({ from, to }: SceneEdge): number {
  return Math.max(Math.abs(from.rect.x - to.rect.x) - from.rect.width, Math.abs(from.rect.y - to.rect.y))
}

/** The signs at the ends of routes. */
export function paintEnds(
  context: CanvasRenderingContext2D,
  routes: readonly Route[],
  end: EdgeEnd,
  colours: Colours,
): void {
  context.beginPath()
  for (const route of routes) {
    const { x, y } = route.at(-1)!
    const before = route.at(-2)!
    // The direction of the last run: signs are drawn as if it came from the left, then turned.
    const dx = Math.sign(x - before.x)
    const dy = Math.sign(y - before.y)
    const at = (along: number, across: number): [number, number] => [
      x + along * dx - across * dy,
      y + along * dy + across * dx,
    ]
    traceEnd(context, end, at)
  }
  if (end === 'ring') {
    context.fillStyle = colours.groupFill
    context.lineWidth = 1.5
    context.fill()
    context.stroke()
  } else context.fill()
}

function traceEnd(
  context: CanvasRenderingContext2D,
  end: EdgeEnd,
  at: (along: number, across: number) => [number, number],
): void {
  const polygon = (...points: readonly (readonly [number, number])[]) => {
    points.forEach(([along, across], i) => {
      if (i === 0) context.moveTo(...at(along, across))
      else context.lineTo(...at(along, across))
    })
    context.closePath()
  }
  const circle = (along: number, radius: number) => {
    const [x, y] = at(along, 0)
    context.moveTo(x + radius, y)
    context.arc(x, y, radius, 0, 2 * Math.PI)
  }
  if (end === 'arrow') polygon([-6.25, -3.25], [0, 0], [-6.25, 3.25])
  else if (end === 'dot') circle(-2.5, 2.75)
  else if (end === 'ring') circle(-3, 2.5)
  else if (end === 'bar') polygon([-5, -3], [0, -3], [0, 3], [-5, 3])
  else polygon([-3.5, -3.25], [-0.25, 0], [-3.5, 3.25], [-6.75, 0])
}
