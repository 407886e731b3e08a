import { changedSpan } from '../changed-span'
import { arrangeInSteps } from '../layout/arrange'
import { CARD_WIDTH, cardHeight, GROUP_GAP, ROW_GAP } from '../layout/card-size'
import type { LayoutCard, LayoutTie } from '../layout/layout-card'
import { makeRoom } from '../layout/make-room'
import { placeOutside } from '../layout/place-outside'
import { placeNew, type PlacedCard } from '../layout/place-new'
import { overlaps, type Rect } from '../layout/rect'
import type { Relation } from '../relations/relation'
import { finished, type Steps } from '../steps'
import type { Point } from '../workspace/change'
import type { UnplacedCard } from './cards-of'
import { groupRect } from './groups'
import { endOf, type CardId } from './scene'

/** Places of all cards. Those that the user gave are taken as they are. */
export type Places = ReadonlyMap<CardId, Point>

/** What placement knows of a card. */
export function layoutCardOf(card: UnplacedCard): LayoutCard {
  const { row, name, lines } = card.content
  return {
    id: card.id,
    namespace: card.namespace,
    family: row.family,
    order: `${row.kind}/${name}`,
    height: cardHeight(lines.length),
  }
}

/** The relations between cards, ghosts included. */
export function layoutTiesOf(relations: readonly Relation[]): LayoutTie[] {
  return relations.flatMap(relation => {
    const to = endOf(relation)
    return to === null ? [] : [{ from: relation.from, to }]
  })
}

/**
 * The first picture of a design: an arrangement of all cards that the user has not placed, moved aside where it would
 * cover what he has. In a namespace that he has mostly placed, what is new stands beside what it is tied to.
 */
export function placeAll(cards: readonly UnplacedCard[], relations: readonly Relation[], fixed: Places): Places {
  return finished(placeAllInSteps(cards, relations, fixed))
}

/** The same, in steps. */
export function* placeAllInSteps(
  cards: readonly UnplacedCard[],
  relations: readonly Relation[],
  fixed: Places,
): Steps<Places> {
  const [inside, outside] = partition(cards)
  const places = yield* placeInside(inside, relations, fixed)
  yield 1
  return withOutside(places, inside, outside, relations)
}

function* placeInside(cards: readonly UnplacedCard[], relations: readonly Relation[], fixed: Places): Steps<Places> {
  const layoutCards = cards.map(layoutCardOf)
  const ties = layoutTiesOf(relations)
  yield 0
  if (fixed.size === 0) return yield* arrangeInSteps(layoutCards, ties)

  const mostlyFixed = namespacesMostlyFixed(layoutCards, fixed)
  const free = layoutCards.filter(card => !fixed.has(card.id) && !mostlyFixed.has(card.namespace))
  const taken = layoutCards.flatMap(card => placedAt(card, fixed.get(card.id)))
  const arranged = asideOf(taken, free, yield* arrangeInSteps(free, ties))
  const places = new Map([...fixed, ...arranged])
  const known = layoutCards.flatMap(card => placedAt(card, places.get(card.id)))
  const late = layoutCards.filter(card => !places.has(card.id))
  return new Map([...places, ...placeNew(late, ties, known)])
}

/** Where all cards of a design stand, and what they were placed from. */
export type Placed = {
  readonly places: Places
  readonly cards: readonly UnplacedCard[]
  /** The places that the user gave. */
  readonly fixed: Places
  /** Where cards stood by themselves before the user put them elsewhere: they go back there when that is undone. */
  readonly left: Places
}

/** Before anything is placed. */
export const NOTHING_PLACED: Placed = { places: new Map(), cards: [], fixed: new Map(), left: new Map() }

/** Cards that the user puts somewhere stand there at once. */
export function putByHand(placed: Placed, moved: Places): Placed {
  return { ...placed, places: new Map([...placed.places, ...moved]), left: leftFor(placed, moved) }
}

function leftFor({ places, fixed, left }: Placed, moved: Places): Places {
  const first = [...moved.keys()].flatMap(id => {
    const place = fixed.has(id) || left.has(id) ? undefined : places.get(id)
    return place ? [[id, place] as const] : []
  })
  return first.length > 0 ? new Map([...left, ...first]) : left
}

/** As it was, with every card whose given place was taken back where it stood by itself. */
function takenBack(placed: Placed, fixed: Places): Placed {
  if (fixed === placed.fixed) return placed
  const left = new Map(leftFor(placed, fixed))
  const back = [...left].filter(([id]) => placed.fixed.has(id) && !fixed.has(id))
  for (const [id] of back) left.delete(id)
  return { ...placed, places: back.length > 0 ? new Map([...placed.places, ...back]) : placed.places, left }
}

/**
 * The next picture: every card stays where it is; those that have no place yet get one in the free room. Only what would
 * be covered, by a card that is higher than before or new, is pushed down. The same places where no card needs another.
 */
export function placeMore(
  last: Placed,
  cards: readonly UnplacedCard[],
  relations: readonly Relation[],
  fixed: Places,
): Placed {
  const before = takenBack(last, fixed)
  return { places: nextPlaces(before, cards, relations, fixed), cards, fixed, left: before.left }
}

function nextPlaces(
  before: Placed,
  cards: readonly UnplacedCard[],
  relations: readonly Relation[],
  fixed: Places,
): Places {
  const grown = grownCards(before, cards, fixed)
  if (grown.size === 0 && areSameCards(before.cards, cards)) return putByUser(before, fixed)
  const [inside, outside] = partition(cards)
  const places = new Map<CardId, Point>()
  const late: LayoutCard[] = []
  for (const card of inside) {
    const place = fixed.get(card.id) ?? before.places.get(card.id)
    if (place) places.set(card.id, place)
    else late.push(layoutCardOf(card))
  }
  if (late.length > 0) {
    const known = inside.flatMap(card => placedAt(layoutCardOf(card), places.get(card.id)))
    for (const [id, place] of placeNew(late, layoutTiesOf(relations), known)) places.set(id, place)
  }
  for (const { id } of outside) {
    const place = before.places.get(id)
    if (place) places.set(id, place)
  }
  const whole = withOutside(places, inside, outside, relations)
  if (grown.size === 0) return whole
  const standing = cards.map(card => {
    const rect = rectOf(layoutCardOf(card), whole.get(card.id)!)
    return { id: card.id, namespace: card.namespace, rect, isFixed: fixed.has(card.id) }
  })
  const moved = makeRoom(standing, grown)
  return moved.size > 0 ? new Map([...whole, ...moved]) : whole
}

/** The cards that are higher than before, or new. One that the user has just put somewhere makes no room for itself: nothing moves while he draws. */
function grownCards(before: Placed, cards: readonly UnplacedCard[], fixed: Places): ReadonlySet<CardId> {
  const { from, toBefore, toAfter } = changedSpan(before.cards, cards)
  const known = new Map(before.cards.slice(from, toBefore).map(card => [card.id, card]))
  const grown = cards.slice(from, toAfter).filter(card => {
    const last = known.get(card.id)
    return last ? heightOf(card) > heightOf(last) : !fixed.has(card.id) && !before.places.has(card.id)
  })
  return new Set(grown.map(card => card.id))
}

/** The places of the same cards, where the user has put some of them elsewhere. */
function putByUser(before: Placed, fixed: Places): Places {
  if (fixed === before.fixed) return before.places
  const moved = [...fixed].filter(([id, { x, y }]) => {
    const place = before.places.get(id)
    return place && (place.x !== x || place.y !== y)
  })
  return moved.length > 0 ? new Map([...before.places, ...moved]) : before.places
}

function areSameCards(before: readonly UnplacedCard[], after: readonly UnplacedCard[]): boolean {
  const { from, toBefore, toAfter } = changedSpan(before, after)
  if (toBefore !== toAfter) return false
  for (let n = from; n < toAfter; n++) if (before[n]!.id !== after[n]!.id) return false
  return true
}

function heightOf({ content }: UnplacedCard): number {
  return cardHeight(content.lines.length)
}

function partition(cards: readonly UnplacedCard[]): readonly [inside: UnplacedCard[], outside: UnplacedCard[]] {
  return [cards.filter(card => !card.outside), cards.filter(card => card.outside)]
}

/** The places, and those at the edges for what is outside and has none yet. */
function withOutside(
  places: Places,
  inside: readonly UnplacedCard[],
  outside: readonly UnplacedCard[],
  relations: readonly Relation[],
): Places {
  if (outside.every(card => places.has(card.id))) return places
  const rects = new Map([...inside, ...outside].flatMap(card => rectAt(card, places.get(card.id))))
  const ties = new Map<CardId, Rect[]>()
  for (const relation of relations) {
    const rect = rects.get(relation.from)
    const id = relation.outside === null ? null : endOf(relation)
    if (id !== null && rect) ties.set(id, [...(ties.get(id) ?? []), rect])
  }
  const late = outside
    .filter(card => !places.has(card.id))
    .map(card => ({
      id: card.id,
      side: card.outside!.side,
      order: card.label,
      width: CARD_WIDTH,
      height: cardHeight(card.content.lines.length),
      tiedTo: ties.get(card.id) ?? [],
    }))
  const boxes = inside.flatMap(card => rects.get(card.id) ?? [])
  const standing = outside.flatMap(card => rects.get(card.id) ?? [])
  return new Map([...places, ...placeOutside(late, boxes, standing)])
}

function rectAt(card: UnplacedCard, place: Point | undefined): [CardId, Rect][] {
  return place ? [[card.id, rectOf(layoutCardOf(card), place)]] : []
}

function placedAt(card: LayoutCard, place: Point | undefined): PlacedCard[] {
  return place ? [{ card, place }] : []
}

function namespacesMostlyFixed(cards: readonly LayoutCard[], fixed: Places): Set<string | null> {
  const balance = new Map<string | null, number>()
  for (const { id, namespace } of cards)
    balance.set(namespace, (balance.get(namespace) ?? 0) + (fixed.has(id) ? 1 : -1))
  return new Set([...balance].filter(([, count]) => count > 0).map(([namespace]) => namespace))
}

/**
 * The arranged places, below what the user placed where the two would meet: a whole namespace that he has not touched
 * moves as one; in one that he has, the cards in question are left out, to be placed one by one.
 */
function asideOf(taken: readonly PlacedCard[], free: readonly LayoutCard[], arranged: Places): Places {
  const obstacles = boxesOf(taken)
  const touched = new Set(taken.map(({ card }) => card.namespace))
  const boxes = boxesOf(free.map(card => ({ card, place: arranged.get(card.id)! })))
  const down = new Map<string | null, number>()
  for (const [namespace, box] of boxes) {
    if (touched.has(namespace)) continue
    const shifted = below(box, [...obstacles.values()])
    down.set(namespace, shifted.y - box.y)
    obstacles.set(namespace, shifted)
  }
  const places = new Map<CardId, Point>()
  for (const card of free) {
    const { x, y } = arranged.get(card.id)!
    const place = { x, y: y + (down.get(card.namespace) ?? 0) }
    const covers =
      touched.has(card.namespace) && taken.some(other => overlaps(rectOf(card, place), placedRect(other), ROW_GAP))
    if (!covers) places.set(card.id, place)
  }
  return places
}

function boxesOf(placed: readonly PlacedCard[]): Map<string | null, Rect> {
  const rects = new Map<string | null, Rect[]>()
  for (const one of placed) {
    const list = rects.get(one.card.namespace)
    if (list) list.push(placedRect(one))
    else rects.set(one.card.namespace, [placedRect(one)])
  }
  return new Map([...rects].map(([namespace, list]) => [namespace, groupRect(list)]))
}

function below(box: Rect, obstacles: readonly Rect[]): Rect {
  let result = box
  for (const obstacle of [...obstacles].sort((a, b) => a.y - b.y))
    if (overlaps(result, obstacle, GROUP_GAP - 1)) result = { ...result, y: obstacle.y + obstacle.height + GROUP_GAP }
  return result
}

function placedRect({ card, place }: PlacedCard): Rect {
  return rectOf(card, place)
}

function rectOf(card: LayoutCard, place: Point): Rect {
  return { x: place.x, y: place.y, width: CARD_WIDTH, height: card.height }
}
