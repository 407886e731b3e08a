import { CARD_WIDTH, HEADER_HEIGHT, LINE_HEIGHT } from '../layout/card-size'
import type { Rect } from '../layout/rect'
import type { Relation } from '../relations/relation'
import type { Point } from '../workspace/change'
import type { SceneCard, SceneEdge } from './scene'

/** The corners of a square run, from the card where the relation is written to the one that it names. */
export type Route = readonly Point[]

const HEADER_MIDDLE = HEADER_HEIGHT / 2
/** Cards this near above each other are joined by a straight line from foot to head. */
const NEAR = 48

const routes = new WeakMap<SceneEdge, Route>()

/** The route of an edge whose cards stand where the scene says. Kept with the edge. */
export function routeOf(edge: SceneEdge): Route {
  const known = routes.get(edge)
  if (known) return known
  const route = routeBetween(edge, edge.from.rect, edge.to.rect)
  routes.set(edge, route)
  return route
}

/** The route of an edge whose cards stand, for the length of a drag, somewhere else. */
export function routeBetween(edge: SceneEdge, from: Rect, to: Rect): Route {
  const startY = from.y + leavesAt(edge.from, edge.relation)
  const endY = to.y + arrivesAt(edge.to, edge.relation)
  const side = sideOf(from, to)
  if (side === 'below') return upright(from.x + CARD_WIDTH / 2, from.y + from.height, to.x + CARD_WIDTH / 2, to.y)
  if (side === 'above') return upright(from.x + CARD_WIDTH / 2, from.y, to.x + CARD_WIDTH / 2, to.y + to.height)
  // In a narrow gap the lane stands in its middle at the latest, so that no run doubles back.
  const lane = Math.min(edge.lane, Math.abs(from.x - to.x) / 2 - CARD_WIDTH / 2)
  if (side === 'right') return level(from.x + CARD_WIDTH, startY, from.x + CARD_WIDTH + lane, to.x, endY)
  if (side === 'left') return level(from.x, startY, from.x - lane, to.x + CARD_WIDTH, endY)
  return level(from.x, startY, Math.min(from.x, to.x) - edge.lane, to.x, endY)
}

function level(startX: number, startY: number, laneX: number, endX: number, endY: number): Route {
  const start = { x: startX, y: startY }
  const end = { x: endX, y: endY }
  const turns = Math.abs(startY - endY) < 1 && (endX - startX) * (laneX - startX) > 0
  return turns ? [start, { x: endX, y: startY }] : [start, { x: laneX, y: startY }, { x: laneX, y: endY }, end]
}

function upright(startX: number, startY: number, endX: number, endY: number): Route {
  if (Math.abs(startX - endX) < 1)
    return [
      { x: startX, y: startY },
      { x: startX, y: endY },
    ]
  const middle = (startY + endY) / 2
  return [
    { x: startX, y: startY },
    { x: startX, y: middle },
    { x: endX, y: middle },
    { x: endX, y: endY },
  ]
}

/** Where an edge leaves: to a side with room for its lane, up or down to a near card of the same column, or round the left. */
function sideOf(from: Rect, to: Rect): 'right' | 'left' | 'below' | 'above' | 'around' {
  const right = to.x - (from.x + from.width)
  const left = from.x - (to.x + to.width)
  if (right > 0) return 'right'
  if (left > 0) return 'left'
  const down = to.y - (from.y + from.height)
  const up = from.y - (to.y + to.height)
  if (down >= 0 && down < NEAR) return 'below'
  if (up >= 0 && up < NEAR) return 'above'
  return 'around'
}

/** An edge leaves from the line that it is written in: its container's, the last one for the pod, the header for the object. */
function leavesAt(card: SceneCard, relation: Relation): number {
  const { lines, row } = card.content
  const container = relation.detail['container']
  const line = lines.findIndex(({ container: name }) => name !== null && name === container)
  if (line >= 0) return middleOfLine(line)
  const inPod = row.podTemplate !== null && relation.because.some(because => startsWith(because.path, row.podTemplate!))
  return inPod ? middleOfLine(lines.length - 1) : HEADER_MIDDLE
}

/** Scaling and policy land on the last line, everything else on the header. */
function arrivesAt(card: SceneCard, relation: Relation): number {
  return relation.group === 'policy' ? middleOfLine(card.content.lines.length - 1) : HEADER_MIDDLE
}

function middleOfLine(line: number): number {
  return HEADER_HEIGHT + LINE_HEIGHT * (line + 0.5)
}

function startsWith(pointer: string, path: readonly string[]): boolean {
  return path.length === 0 || pointer.startsWith(`/${path.join('/')}/`)
}
