import { CARD_WIDTH, cardHeight, GROUP_PADDING } from '../layout/card-size'
import { boundsOf, contains, type Rect } from '../layout/rect'
import { outsideSideOf } from '../relations/chains'
import type { Relation, RelationGroup } from '../relations/relation'
import type { Point } from '../workspace/change'
import type { KubeObject, ObjectId } from '../workspace/kube-object'
import { contentOf, ghostContent, outsideContent } from './card-content'
import { RectIndex } from './rect-index'
import {
  endOf,
  type CardId,
  type Ghost,
  type Outside,
  type Scene,
  type SceneCard,
  type SceneEdge,
  type SceneGroup,
} from './scene'

/** A card before it has its place. */
export type UnplacedCard = Omit<SceneCard, 'rect'>

/** The cards of a design: its objects, one ghost for each object that is named and in no file, one for all outside. */
export function cardsOf(objects: readonly KubeObject[], relations: readonly Relation[]): UnplacedCard[] {
  const cards: UnplacedCard[] = objects.map(cardOfObject)
  const others = new Set<CardId>()
  for (const relation of relations) {
    const { to, missing, outside, optional } = relation
    const id = endOf(relation)
    if (to !== null || id === null || others.has(id)) continue
    if (missing && !optional) cards.push(cardOfGhost(id, { missing, relation }))
    else if (outside !== null) cards.push(cardOfOutside(id, { name: outside, side: edgeFor(relation), relation }))
    else continue
    others.add(id)
  }
  return cards
}

/** The cards of some objects alone, and of what they name that is no object. */
export function cardsAround(
  cards: readonly UnplacedCard[],
  relations: readonly Relation[],
  shown: ReadonlySet<ObjectId>,
): readonly UnplacedCard[] {
  const ends = new Set(relations.flatMap(relation => (shown.has(relation.from) ? (endOf(relation) ?? []) : [])))
  return cards.filter(({ id, object }) => (object ? shown.has(id) : ends.has(id)))
}

const objectCards = new WeakMap<KubeObject, UnplacedCard>()

function cardOfObject(object: KubeObject): UnplacedCard {
  const known = objectCards.get(object)
  if (known) return known
  const content = contentOf(object)
  const label = `${object.kind} ${content.name}`
  const card = { id: object.id, label, object, ghost: null, outside: null, content, namespace: boxOf(object) }
  objectCards.set(object, card)
  return card
}

/** The namespace whose box an object stands in, null for none. A Namespace stands in its own, with what it holds. */
export function boxOf({ group, kind, name, namespace }: KubeObject): string | null {
  return group === '' && kind === 'Namespace' ? name : namespace
}

/** How many objects a namespace holds, in words: its own is not among them. */
export function countInGroup({ cards, namespace }: SceneGroup): string {
  const count = cards.filter(({ object }) => object?.namespace === namespace).length
  return count === 1 ? '1 object' : `${count} objects`
}

function cardOfGhost(id: CardId, ghost: Ghost): UnplacedCard {
  const { kind, name, namespace } = ghost.missing
  const content = ghostContent(ghost.missing)
  return { id, label: `Missing ${kind} ${name}`, object: null, ghost, outside: null, content, namespace }
}

function cardOfOutside(id: CardId, outside: Outside): UnplacedCard {
  const content = outsideContent(outside.name)
  const label = `${content.row.kind} ${content.name}`
  return { id, label, object: null, ghost: null, outside, content, namespace: null }
}

/** People stand where the cards of access stand, on the right; traffic comes in from the left. */
function edgeFor(relation: Relation): Outside['side'] {
  return relation.group === 'access' || outsideSideOf(relation) === 'exit' ? 'right' : 'left'
}

/** What becomes of the cards and relations that the filters let through; namespaces have no box where not `grouped`. */
export function buildScene(
  unplaced: readonly UnplacedCard[],
  relations: readonly Relation[],
  placeOf: (id: CardId) => Point,
  before: Scene | null,
  { grouped = true }: { readonly grouped?: boolean } = {},
): Scene {
  const cards = unplaced.map(card => placed(card, placeOf(card.id), before?.card(card.id) ?? null))
  const byId = new Map(cards.map(card => [card.id, card]))
  const edges = edgesBetween(byId, relations, before)
  const groups = grouped ? groupsOf(cards) : []
  const groupByName = new Map(groups.map(group => [group.namespace, group]))
  const cardIndex = new RectIndex(cards.map(card => card.rect))
  const edgeIndex = new RectIndex(edges.map(reachOf))
  const edgesByCard = new Map<CardId, SceneEdge[]>()
  const edgeById = new Map<string, SceneEdge>()
  for (const edge of edges) {
    edgeById.set(edge.relation.id, edge)
    addTo(edgesByCard, edge.from.id, edge)
    addTo(edgesByCard, edge.to.id, edge)
  }
  return {
    cards,
    edges,
    groups,
    bounds: boundsOf([...groups.map(group => group.rect), ...cards.map(card => card.rect)]),
    card: id => byId.get(id) ?? null,
    edgesOf: id => edgesByCard.get(id) ?? [],
    edge: relation => edgeById.get(relation) ?? null,
    cardsIn: rect => cardIndex.touching(rect).map(i => cards[i]!),
    edgesIn: rect => edgeIndex.touching(rect).map(i => edges[i]!),
    cardAt: point => {
      const hits = cardIndex.touching({ ...point, width: 0, height: 0 })
      return cards[hits.at(-1) ?? -1] ?? null
    },
    groupOf: namespace => groupByName.get(namespace) ?? null,
  }
}

function placed(card: UnplacedCard, place: Point, before: SceneCard | null): SceneCard {
  const height = cardHeight(card.content.lines.length)
  const same =
    before !== null &&
    before.object === card.object &&
    before.ghost?.relation === card.ghost?.relation &&
    before.outside?.relation === card.outside?.relation &&
    before.rect.x === place.x &&
    before.rect.y === place.y
  return same ? before : { ...card, rect: { x: place.x, y: place.y, width: CARD_WIDTH, height } }
}

/** The nearest lane first. What usually reaches far down stands near the card, so that it crosses few others. */
const LANES: readonly RelationGroup[] = [
  'access',
  'config',
  'storage',
  'traffic',
  'mesh',
  'policy',
  'delivery',
  'other',
]
const FIRST_LANE = 12
const LANE_GAP = 10

function edgesBetween(
  cards: ReadonlyMap<CardId, SceneCard>,
  relations: readonly Relation[],
  before: Scene | null,
): SceneEdge[] {
  const ends = relations.flatMap(relation => {
    const to = endOf(relation)
    const fromCard = cards.get(relation.from)
    const toCard = to === null ? undefined : cards.get(to)
    return fromCard && toCard && fromCard !== toCard ? [{ relation, from: fromCard, to: toCard }] : []
  })
  // A bit for each relation group that leaves a side of a card.
  const leaving = { left: new Map<SceneCard, number>(), right: new Map<SceneCard, number>() }
  const sideOf = (from: SceneCard, to: SceneCard) => (to.rect.x > from.rect.x ? leaving.right : leaving.left)
  for (const { relation, from, to } of ends) {
    const side = sideOf(from, to)
    side.set(from, (side.get(from) ?? 0) | (1 << LANES.indexOf(relation.group)))
  }
  return ends.map(({ relation, from, to }) => {
    const nearer = (sideOf(from, to).get(from) ?? 0) & ((1 << LANES.indexOf(relation.group)) - 1)
    const lane = FIRST_LANE + LANE_GAP * bitsOf(nearer)
    const known = before?.edge(relation.id)
    if (known && known.relation === relation && known.from === from && known.to === to && known.lane === lane)
      return known
    const target = to.ghost ? `${to.content.row.kind} ${to.content.name}` : to.label
    return { relation, label: `${from.label} ${relation.says} ${target}`, from, to, lane }
  })
}

function bitsOf(mask: number): number {
  let count = 0
  for (let rest = mask; rest > 0; rest &= rest - 1) count++
  return count
}

/** A box that every route between two cards stays in. */
function reachOf({ from, to, lane }: SceneEdge): Rect {
  const left = Math.min(from.rect.x, to.rect.x) - lane
  const top = Math.min(from.rect.y, to.rect.y)
  const right = Math.max(from.rect.x, to.rect.x) + CARD_WIDTH + lane
  const bottom = Math.max(from.rect.y + from.rect.height, to.rect.y + to.rect.height)
  return { x: left, y: top, width: right - left, height: bottom - top }
}

function groupsOf(cards: readonly SceneCard[]): SceneGroup[] {
  const members = new Map<string, SceneCard[]>()
  for (const card of cards) if (card.namespace !== null) addTo(members, card.namespace, card)
  return [...members].map(([namespace, list]) => ({ namespace, cards: list, rect: groupRect(list.map(c => c.rect)) }))
}

/** The box of a namespace around the boxes of its cards. */
export function groupRect(rects: readonly Rect[]): Rect {
  const bounds = boundsOf(rects) ?? { x: 0, y: 0, width: 0, height: 0 }
  const { left, right, top, bottom } = GROUP_PADDING
  return {
    x: bounds.x - left,
    y: bounds.y - top,
    width: left + bounds.width + right,
    height: top + bounds.height + bottom,
  }
}

/** Whether a point is on the head of a namespace's box, by which it is moved. */
export function isOnHead(group: SceneGroup, point: Point): boolean {
  return contains({ ...group.rect, height: GROUP_PADDING.top - 4 }, point)
}

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
