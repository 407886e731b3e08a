import { COLUMN, HEADER_HEIGHT } from '../layout/card-size'
import { centreOf, type Rect } from '../layout/rect'
import type { Point } from '../workspace/change'
import type { Route } from './route'
import type { Scene, SceneCard, SceneEdge, SceneGroup } from './scene'

/** What a trunk joins: a namespace, or a card that stands in none. */
export type TrunkEnd = SceneGroup | SceneCard

/** One line in place of many edges. */
export type Trunk = {
  readonly id: string
  readonly from: TrunkEnd
  readonly to: TrunkEnd
  readonly edges: readonly SceneEdge[]
}

/** How the edges of a scene are drawn while nothing lights them. An edge that is in neither set is a line. */
export type RestEdges = {
  readonly trunks: readonly Trunk[]
  /** The edges that a trunk stands for. */
  readonly inTrunks: ReadonlySet<SceneEdge>
  /** The edges of which only the ends are drawn: the rest of them would run under other cards. */
  readonly stubs: ReadonlySet<SceneEdge>
}

/** More edges than this between the same two namespaces are one line. */
const MOST_LINES = 5
/** In a namespace of more cards than this, whatever leads far runs under cards that it has nothing to do with. */
const MOST_CARDS = 40
/** From here on an edge runs past the neighbouring column, or past so many rows that it is followed by no eye. */
const FAR = { across: 1.5 * COLUMN, down: 900 }

const known = new WeakMap<Scene, RestEdges>()

/** What of a scene's edges is drawn at rest, found once. A small design is drawn with all its lines. */
export function restEdgesOf(scene: Scene): RestEdges {
  const last = known.get(scene)
  if (last) return last
  const stubs = new Set<SceneEdge>()
  const pairs = new Map<TrunkEnd, Map<TrunkEnd, SceneEdge[]>>()
  for (const edge of scene.edges) {
    const [from, to] = [trunkEndOf(scene, edge.from), trunkEndOf(scene, edge.to)]
    if (from === to && isCrowded(from) && isFar(edge)) stubs.add(edge)
    if (from === to || (isCard(from) && isCard(to))) continue
    // One pair whichever way its edges lead; a card comes first, as what stands in the gutter.
    const [a, b] = isCard(to) || pairs.get(to)?.has(from) ? [to, from] : [from, to]
    const ends = pairs.get(a) ?? new Map<TrunkEnd, SceneEdge[]>()
    const edges = ends.get(b)
    if (edges) edges.push(edge)
    else pairs.set(a, ends.set(b, [edge]))
  }
  const trunks: Trunk[] = []
  for (const [from, ends] of pairs)
    for (const [to, edges] of ends) {
      const runsUnderCards = (isCrowded(from) || isCrowded(to)) && edges.some(isFar)
      if (edges.length > MOST_LINES || runsUnderCards)
        trunks.push({ id: `${keyOf(from)} ~ ${keyOf(to)}`, from, to, edges })
    }
  const rest = { trunks, inTrunks: new Set(trunks.flatMap(trunk => trunk.edges)), stubs }
  known.set(scene, rest)
  return rest
}

/** The trunk of that id, if there is one now. */
export function trunkOf(scene: Scene, id: string): Trunk | null {
  return restEdgesOf(scene).trunks.find(trunk => trunk.id === id) ?? null
}

/** "shop and data: 12 relations (selects 7, mounts 4, …)" */
export function labelOfTrunk({ from, to, edges }: Trunk): string {
  const counts = new Map<string, number>()
  for (const { relation } of edges) counts.set(relation.says, (counts.get(relation.says) ?? 0) + 1)
  const most = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  const says = most.slice(0, MOST_SAID).map(([verb, count]) => `${verb} ${count}`)
  if (most.length > MOST_SAID) says.push('…')
  return `${nameOf(from)} and ${nameOf(to)}: ${edges.length} ${edges.length === 1 ? 'relation' : 'relations'} (${says.join(', ')})`
}
const MOST_SAID = 3

/** Where a trunk runs between two boxes: straight where they face each other, else by the gutter beside the first. */
export function trunkRoute(from: Rect, to: Rect): Route {
  const x = middleOfShared(from.x, from.width, to.x, to.width)
  const y = middleOfShared(from.y, from.height, to.y, to.height)
  const [start, end] = [centreOf(from), centreOf(to)]
  if (x !== null && y !== null) return [start, end]
  if (x !== null) {
    const isBelow = end.y > start.y
    return [
      { x, y: isBelow ? from.y + from.height : from.y },
      { x, y: isBelow ? to.y : to.y + to.height },
    ]
  }
  const isRight = end.x > start.x
  const side = isRight ? from.x + from.width : from.x
  const far = isRight ? to.x : to.x + to.width
  if (y !== null)
    return [
      { x: side, y },
      { x: far, y },
    ]
  const gutter = isRight ? Math.min(side + GUTTER, (side + far) / 2) : Math.max(side - GUTTER, (side + far) / 2)
  const inset = Math.min(HEADER_HEIGHT / 2, to.height / 2)
  const level = Math.max(to.y + inset, Math.min(to.y + to.height - inset, start.y))
  return [
    { x: side, y: start.y },
    { x: gutter, y: start.y },
    { x: gutter, y: level },
    { x: far, y: level },
  ]
}
const GUTTER = 24

/** The longest run of a route: how long it is, and where its middle lies. */
export function longestRun(route: Route): { readonly middle: Point; readonly length: number } {
  let best = { middle: route[0]!, length: 0 }
  route.slice(1).forEach((to, i) => {
    const from = route[i]!
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    if (length >= best.length) best = { middle: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, length }
  })
  return best
}

function isCrowded(end: TrunkEnd): boolean {
  return !isCard(end) && end.cards.length > MOST_CARDS
}

function isFar({ from, to }: SceneEdge): boolean {
  return Math.abs(from.rect.x - to.rect.x) > FAR.across || Math.abs(from.rect.y - to.rect.y) > FAR.down
}

function trunkEndOf(scene: Scene, card: SceneCard): TrunkEnd {
  return (card.namespace === null ? null : scene.groupOf(card.namespace)) ?? card
}

function isCard(end: TrunkEnd): end is SceneCard {
  return 'id' in end
}

function keyOf(end: TrunkEnd): string {
  return isCard(end) ? end.id : `namespace ${end.namespace}`
}

function nameOf(end: TrunkEnd): string {
  return isCard(end) ? end.label : end.namespace
}

/** The middle of what two spans share, or null where they share nothing. */
function middleOfShared(a: number, aSize: number, b: number, bSize: number): number | null {
  const from = Math.max(a, b)
  const to = Math.min(a + aSize, b + bSize)
  return from < to ? (from + to) / 2 : null
}
