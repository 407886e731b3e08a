import type { Point } from '../workspace/change'
import { CARD_WIDTH, COLUMN, GROUP_GAP, GROUP_PADDING, ROW_GAP } from './card-size'
import { columnOf, type LayoutCard, type LayoutTie } from './layout-card'
import { boundsOf, overlaps, type Rect } from './rect'

/** A card that has its place. */
export type PlacedCard = { readonly card: LayoutCard; readonly place: Point }

/**
 * Places for cards that come to a picture that is there: beside what they are tied to, in the room that is free. Nothing
 * that has its place moves, and nothing is covered. Cards are placed in the order given.
 */
export function placeNew(
  cards: readonly LayoutCard[],
  ties: readonly LayoutTie[],
  placed: readonly PlacedCard[],
): Map<string, Point> {
  const room = new Room(placed)
  const places = new Map<string, Point>()
  const tied = tiedTo(new Set(cards.map(card => card.id)), ties)
  for (const card of cards) {
    const anchor = room.anchorOf(card, tied.get(card.id) ?? [])
    const place = room.slideDown(card, anchor ? besideOf(card, anchor) : room.endOf(card.namespace))
    places.set(card.id, place)
    room.add({ card, place })
  }
  return places
}

/** Where a card would stand best: in its column, level with what it is tied to, or below it in the same column. */
function besideOf(card: LayoutCard, { card: anchor, place }: PlacedCard): Point {
  const columns = columnOf(card.family, false) - columnOf(anchor.family, false)
  return columns === 0
    ? { x: place.x, y: place.y + anchor.height + ROW_GAP }
    : { x: place.x + Math.sign(columns) * COLUMN, y: place.y }
}

function tiedTo(ids: ReadonlySet<string>, ties: readonly LayoutTie[]): Map<string, string[]> {
  const others = new Map<string, string[]>()
  const add = (id: string, other: string) => {
    if (!ids.has(id)) return
    const list = others.get(id)
    if (list) list.push(other)
    else others.set(id, [other])
  }
  for (const { from, to } of ties) {
    add(from, to)
    add(to, from)
  }
  return others
}

/** What is taken, by namespace. */
class Room {
  private readonly cards = new Map<string, PlacedCard>()
  private readonly rects = new Map<string | null, Rect[]>()

  constructor(placed: readonly PlacedCard[]) {
    for (const one of placed) this.add(one)
  }

  add(placed: PlacedCard): void {
    this.cards.set(placed.card.id, placed)
    const rect = rectOf(placed.card, placed.place)
    const rects = this.rects.get(placed.card.namespace)
    if (rects) rects.push(rect)
    else this.rects.set(placed.card.namespace, [rect])
  }

  /** The placed card that a new one belongs beside: of its own namespace, else none. */
  anchorOf(card: LayoutCard, tied: readonly string[]): PlacedCard | null {
    for (const id of tied) {
      const placed = this.cards.get(id)
      if (placed && placed.card.namespace === card.namespace) return placed
    }
    return null
  }

  /** The lower left corner of a namespace; below everything for one that has no card yet. */
  endOf(namespace: string | null): Point {
    const bounds = boundsOf(this.rects.get(namespace) ?? [])
    if (bounds) return { x: bounds.x, y: bounds.y + bounds.height + ROW_GAP }
    const all = boundsOf([...this.rects.values()].flat())
    if (!all) return { x: GROUP_PADDING.left, y: GROUP_PADDING.top }
    return { x: all.x, y: all.y + all.height + GROUP_PADDING.bottom + GROUP_GAP + GROUP_PADDING.top }
  }

  /** The first free place at or below the wanted one, in the same column. */
  slideDown(card: LayoutCard, wanted: Point): Point {
    const obstacles = [...this.rects.values()]
      .flat()
      .filter(rect => rect.x < wanted.x + CARD_WIDTH && wanted.x < rect.x + rect.width)
      .sort((a, b) => a.y - b.y)
    let place = wanted
    for (const rect of obstacles)
      if (overlaps(rectOf(card, place), rect, ROW_GAP - 1)) place = { x: place.x, y: rect.y + rect.height + ROW_GAP }
    return place
  }
}

function rectOf(card: LayoutCard, place: Point): Rect {
  return { x: place.x, y: place.y, width: CARD_WIDTH, height: card.height }
}
