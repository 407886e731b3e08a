import { CARD_WIDTH, cardHeight } from '../layout/card-size'
import { boundsOf, type Rect } from '../layout/rect'
import type { Relation } from '../relations/relation'
import type { Point } from '../workspace/change'
import type { UnplacedCard } from './cards-of'
import { collapseNamespaces } from './collapse'
import { groupsOf } from './groups'
import { RectIndex } from './rect-index'
import type { CardId, Scene, SceneCard, SceneGroup } from './scene'
import { allEdges, editEdges, reachOf } from './scene-edges'
import {
  edgeNumberOf,
  edgesAt,
  nextTopology,
  NO_TOPOLOGY,
  standInNumberOf,
  type Topology,
  type TopologyChange,
} from './topology'

/** What the next scene is made from. */
type Made = {
  readonly topology: Topology
  readonly places: ReadonlyMap<CardId, Point>
  readonly cardIndex: RectIndex
  readonly edgeIndex: RectIndex
}
const making = new WeakMap<Scene, Made>()

export type SceneOptions = {
  /** Namespaces have boxes. */
  readonly grouped?: boolean
  /** Namespaces that are one card each. */
  readonly collapsed?: ReadonlySet<string>
}

const NONE: ReadonlySet<string> = new Set()

/**
 * What becomes of the cards and relations that the filters let through. Cards, edges and namespaces that are as they were in the scene before stay the same, and where it had the same cards
 * and edges only what changed is made.
 */
export function buildScene(
  unplaced: readonly UnplacedCard[],
  relations: readonly Relation[],
  places: ReadonlyMap<CardId, Point>,
  before: Scene | null,
  { grouped = true, collapsed = NONE }: SceneOptions = {},
): Scene {
  const last = before ?? NOTHING
  const made = making.get(last)!
  const change = nextTopology(made.topology, collapseNamespaces(unplaced, collapsed), relations)
  const { topology } = change
  const { cards, changed } = placeCards(change, places, made.places, last.cards)
  const { edges, cardIndex, edgeIndex } = change.isSame
    ? edited(change, cards, changed, last, made)
    : anew(change, cards, last, made)
  const groups = grouped ? groupsOf(cards, last.groups) : []
  const groupByName = new Map(groups.map(group => [group.namespace, group]))
  const numberOf = (id: CardId) => topology.wires.numbers.get(id)
  const scene: Scene = {
    cards,
    edges,
    groups,
    bounds: boundsOf(boxesIn(groups, cards)),
    card: id => cards[numberOf(id) ?? -1] ?? null,
    standsFor: id => cards[standInNumberOf(topology, id) ?? -1] ?? null,
    edgesOf: id => {
      const number = standInNumberOf(topology, id)
      return number === undefined ? [] : Array.from(edgesAt(topology, number), edge => edges[edge]!)
    },
    edge: relation => edges[edgeNumberOf(topology, relation) ?? -1] ?? null,
    cardsIn: rect => cardIndex.touching(rect).map(i => cards[i]!),
    edgesIn: rect => edgeIndex.touching(rect).map(i => edges[i]!),
    cardAt: point => {
      const hits = cardIndex.touching({ ...point, width: 0, height: 0 })
      return cards[hits.at(-1) ?? -1] ?? null
    },
    groupOf: namespace => groupByName.get(namespace) ?? null,
  }
  making.set(scene, { topology, places, cardIndex, edgeIndex })
  return scene
}

const NOTHING = nothing()

function nothing(): Scene {
  const scene: Scene = {
    cards: [],
    edges: [],
    groups: [],
    bounds: null,
    card: () => null,
    standsFor: () => null,
    edgesOf: () => [],
    edge: () => null,
    cardsIn: () => [],
    edgesIn: () => [],
    cardAt: () => null,
    groupOf: () => null,
  }
  const index = RectIndex.of([])
  making.set(scene, { topology: NO_TOPOLOGY, places: new Map(), cardIndex: index, edgeIndex: index })
  return scene
}

/** The cards at their places, and the numbers of those that are not what the card of that number was. */
function placeCards(
  { topology, cards: span }: TopologyChange,
  places: ReadonlyMap<CardId, Point>,
  placesBefore: ReadonlyMap<CardId, Point>,
  before: readonly SceneCard[],
): { readonly cards: readonly SceneCard[]; readonly changed: readonly number[] } {
  const inSpan = new Map(before.slice(span.from, span.toBefore).map(card => [card.id, card]))
  const shift = span.toBefore - span.toAfter
  const haveStayed = places === placesBefore
  const cards: SceneCard[] = []
  const changed: number[] = []
  topology.cards.forEach((card, number) => {
    const isInSpan = number >= span.from && number < span.toAfter
    const known = isInSpan ? inSpan.get(card.id) : before[number < span.from ? number : number + shift]
    const next = known && haveStayed && !isInSpan ? known : placed(card, placeOf(card, places), known)
    if (next !== before[number]) changed.push(number)
    cards.push(next)
  })
  return { cards, changed }
}

/** Where a card stands: one for a whole namespace where the upper left corner of that is. */
function placeOf({ id, collapsed }: UnplacedCard, places: ReadonlyMap<CardId, Point>): Point {
  if (!collapsed) return places.get(id)!
  const members = collapsed.members.map(member => places.get(member)!)
  return { x: Math.min(...members.map(({ x }) => x)), y: Math.min(...members.map(({ y }) => y)) }
}

function placed(card: UnplacedCard, place: Point, before: SceneCard | undefined): SceneCard {
  const isSame =
    before?.object === card.object &&
    before.ghost?.relation === card.ghost?.relation &&
    before.outside?.relation === card.outside?.relation &&
    before.collapsed === card.collapsed &&
    before.rect.x === place.x &&
    before.rect.y === place.y
  if (isSame) return before
  const height = cardHeight(card.content.lines.length)
  return { ...card, rect: { x: place.x, y: place.y, width: CARD_WIDTH, height } }
}

function edited(
  change: TopologyChange,
  cards: readonly SceneCard[],
  changedCards: readonly number[],
  last: Scene,
  made: Made,
) {
  const { edges, changed } = editEdges(change, cards, changedCards, last)
  const moved = changedCards.filter(number => cards[number]!.rect !== last.cards[number]!.rect)
  return {
    edges,
    cardIndex: moved.length > 0 ? made.cardIndex.with(moved.map(n => [n, cards[n]!.rect])) : made.cardIndex,
    edgeIndex: changed.length > 0 ? made.edgeIndex.with(changed.map(n => [n, reachOf(edges[n]!)])) : made.edgeIndex,
  }
}

function anew(change: TopologyChange, cards: readonly SceneCard[], last: Scene, made: Made) {
  const edges = allEdges(change, cards, { topology: made.topology, edges: last.edges })
  return {
    edges,
    cardIndex: RectIndex.of(cards.map(card => card.rect)),
    edgeIndex: RectIndex.of(edges.map(reachOf)),
  }
}

/** Enough boxes to have all in: a namespace's has its cards in it. */
function* boxesIn(groups: readonly SceneGroup[], cards: readonly SceneCard[]): Iterable<Rect> {
  for (const group of groups) yield group.rect
  for (const card of cards) if (groups.length === 0 || card.namespace === null) yield card.rect
}
