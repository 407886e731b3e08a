import { overlaps, type Rect } from '../../../shared/layout/rect'
import { edgeStyle, isDangling } from '../../../shared/picture/edge-style'
import { longestRun, restEdgesOf, trunkRoute, type Trunk, type TrunkEnd } from '../../../shared/picture/rest-edges'
import type { Route } from '../../../shared/picture/route'
import type { Scene, SceneEdge } from '../../../shared/picture/scene'
import { traceRoute } from '../../../shared/picture/trace'
import type { Point } from '../../../shared/workspace/change'
import type { Highlight } from '../highlight'
import type { Colours } from './colours'
import { paintEnds, rectNow, routeNow, type Moving } from './paint-edges'
import { groupRectNow } from './paint-groups'

/** How long the rest of an edge is of which only the ends are drawn. */
const STUB = 16
const COUNT_ON_SCREEN = 10
/** A trunk that is shorter on screen than this has no room for its number. */
const COUNTED_FROM = 36

/** What of the edges in view is drawn as lines, and what as stubs: neither what is lit, nor what trunks stand for. */
export function edgesAtRest(
  scene: Scene,
  inView: readonly SceneEdge[],
  { edges: lit }: Highlight,
  dragged: readonly SceneEdge[],
): { readonly lines: readonly SceneEdge[]; readonly stubs: readonly SceneEdge[] } {
  const { inTrunks, stubs } = restEdgesOf(scene)
  const unlit = inView.filter(edge => !lit.has(edge) && !inTrunks.has(edge))
  if (dragged.length === 0 && stubs.size === 0) return { lines: unlit, stubs: [] }
  // Whoever drags a card sees where all its lines go.
  const whole = new Set(dragged)
  const lines = unlit.filter(edge => !stubs.has(edge) && !whole.has(edge))
  for (const edge of whole) if (!lit.has(edge)) lines.push(edge)
  return { lines, stubs: unlit.filter(edge => stubs.has(edge) && !whole.has(edge)) }
}

/** The ends of edges: something leaves here, and arrives there. */
export function paintStubs(
  context: CanvasRenderingContext2D,
  edges: readonly SceneEdge[],
  colours: Colours,
  moving: Moving | null,
): void {
  const looks = new Map<string, SceneEdge[]>()
  for (const edge of edges) {
    const key = `${edge.relation.group} ${isDangling(edge)}`
    const alike = looks.get(key)
    if (alike) alike.push(edge)
    else looks.set(key, [edge])
  }
  for (const alike of looks.values()) {
    const first = alike[0]!
    const colour = isDangling(first) ? colours.blocked : colours.edgeRest[first.relation.group]
    context.strokeStyle = context.fillStyle = colour
    context.lineWidth = 1.25
    context.beginPath()
    const arriving: Route[] = []
    for (const edge of alike) {
      const route = routeNow(edge, moving)
      const back = [...route].reverse()
      const end = [towards(back[0]!, back[1]!), back[0]!]
      traceRoute([route[0]!, towards(route[0]!, route[1]!)], context, 0)
      traceRoute(end, context, 0)
      arriving.push(end)
    }
    context.stroke()
    paintEnds(context, arriving, edgeStyle(first).end, colours)
  }
}

function towards(from: Point, to: Point): Point {
  const far = Math.hypot(to.x - from.x, to.y - from.y)
  const share = far === 0 ? 0 : Math.min(1, STUB / far)
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

/** The trunks that are in view, each with how many edges it stands for. */
export function paintTrunks(
  context: CanvasRenderingContext2D,
  scene: Scene,
  colours: Colours,
  { moving, seen, zoom }: { readonly moving: Moving | null; readonly seen: Rect; readonly zoom: number },
): void {
  const counted: { readonly at: Point; readonly count: string }[] = []
  context.lineJoin = 'round'
  for (const trunk of restEdgesOf(scene).trunks) {
    const route = routeOfTrunk(trunk, moving)
    if (!overlaps(boxOf(route), seen, 1)) continue
    context.strokeStyle = colourOf(trunk, colours)
    context.lineWidth = Math.max(1 / zoom, Math.min(5, 1 + Math.log2(trunk.edges.length) / 2))
    context.beginPath()
    traceRoute(route, context, 8)
    context.stroke()
    const run = longestRun(route)
    if (trunk.edges.length > 1 && run.length * zoom >= COUNTED_FROM)
      counted.push({ at: run.middle, count: String(trunk.edges.length) })
  }
  if (counted.length === 0) return
  const size = COUNT_ON_SCREEN / zoom
  context.font = `600 ${size}px ${colours.fontUi}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineWidth = 1 / zoom
  context.strokeStyle = colours.groupBorder
  for (const { at, count } of counted) {
    const width = context.measureText(count).width + size
    context.fillStyle = colours.canvas
    context.beginPath()
    context.roundRect(at.x - width / 2, at.y - 0.8 * size, width, 1.6 * size, 0.8 * size)
    context.fill()
    context.stroke()
    context.fillStyle = colours.text
    context.fillText(count, at.x, at.y)
  }
}

/** Where a trunk runs while some cards are being moved. */
export function routeOfTrunk({ from, to }: Trunk, moving: Moving | null): Route {
  return trunkRoute(rectOfEnd(from, moving), rectOfEnd(to, moving))
}

function rectOfEnd(end: TrunkEnd, moving: Moving | null): Rect {
  return 'cards' in end ? groupRectNow(end, moving) : rectNow(end, moving)
}

/** Of one colour where all are of one sort. */
function colourOf({ edges }: Trunk, colours: Colours): string {
  const { group } = edges[0]!.relation
  return colours.edgeRest[edges.every(edge => edge.relation.group === group) ? group : 'other']
}

function boxOf(route: Route): Rect {
  const xs = route.map(({ x }) => x)
  const ys = route.map(({ y }) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}
