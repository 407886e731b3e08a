import type { Point } from '../workspace/change'
import { GROUP_GAP, GROUP_PADDING, ROW_GAP } from './card-size'
import { boundsOf, overlaps, type Rect } from './rect'

/** A card where it stands. `isFixed`: the user put it there. */
export type StandingCard = {
  readonly id: string
  readonly namespace: string | null
  readonly rect: Rect
  readonly isFixed: boolean
}

/**
 * New places for what stands in the way of cards that have become higher or are new: the cards below them, then the
 * namespaces below theirs. Everything is pushed straight down and only as far as it must; what the user placed stays.
 */
export function makeRoom(cards: readonly StandingCard[], grown: ReadonlySet<string>): Map<string, Point> {
  const rects = new Map(cards.map(card => [card.id, card.rect]))
  if (grown.size > 0) {
    pushCards(cards, rects, grown)
    pushBoxes(cards, rects, grown)
  }
  const moved = new Map<string, Point>()
  for (const { id, rect } of cards) {
    const { x, y } = rects.get(id)!
    if (y !== rect.y) moved.set(id, { x, y })
  }
  return moved
}

function pushCards(cards: readonly StandingCard[], rects: Map<string, Rect>, grown: ReadonlySet<string>): void {
  const queue = cards.filter(card => grown.has(card.id))
  for (const { id, namespace, rect: before } of queue) {
    const rect = rects.get(id)!
    for (const other of cards) {
      const below = rects.get(other.id)!
      if (other.id === id || other.isFixed || other.namespace !== namespace) continue
      // What stood below at first goes on below, so that no two push each other for ever.
      if (other.rect.y <= before.y || !overlaps(rect, below)) continue
      rects.set(other.id, { ...below, y: rect.y + rect.height + ROW_GAP })
      queue.push(other)
    }
  }
}

/** What is pushed as one: a namespace, or a card that has none. */
type Unit = { readonly cards: readonly StandingCard[]; readonly isFixed: boolean; readonly padding: number }

function pushBoxes(cards: readonly StandingCard[], rects: Map<string, Rect>, grown: ReadonlySet<string>): void {
  const units = unitsOf(cards)
  const before = new Map(units.map(unit => [unit, boxOf(unit, new Map(unit.cards.map(({ id, rect }) => [id, rect])))]))
  const boxes = new Map(units.map(unit => [unit, boxOf(unit, rects)]))
  const queue = units.filter(unit => unit.cards.some(({ id, rect }) => grown.has(id) || rects.get(id)!.y !== rect.y))
  for (const unit of queue) {
    const box = boxes.get(unit)!
    for (const other of units) {
      const below = boxes.get(other)!
      const isBelow = before.get(other)!.y > before.get(unit)!.y
      if (other === unit || other.isFixed || !isBelow || !overlaps(box, below)) continue
      const by = box.y + box.height + GROUP_GAP - below.y
      for (const { id } of other.cards) rects.set(id, { ...rects.get(id)!, y: rects.get(id)!.y + by })
      boxes.set(other, { ...below, y: below.y + by })
      queue.push(other)
    }
  }
}

function unitsOf(cards: readonly StandingCard[]): readonly Unit[] {
  const namespaces = new Map<string, StandingCard[]>()
  const units: Unit[] = []
  for (const card of cards) {
    const members = card.namespace === null ? undefined : namespaces.get(card.namespace)
    if (card.namespace === null) units.push({ cards: [card], isFixed: card.isFixed, padding: 0 })
    else if (members) members.push(card)
    else namespaces.set(card.namespace, [card])
  }
  for (const members of namespaces.values())
    units.push({ cards: members, isFixed: members.some(card => card.isFixed), padding: 1 })
  return units
}

function boxOf({ cards, padding }: Unit, rects: ReadonlyMap<string, Rect>): Rect {
  const { x, y, width, height } = boundsOf(cards.map(card => rects.get(card.id)!))!
  const { left, right, top, bottom } = GROUP_PADDING
  return {
    x: x - padding * left,
    y: y - padding * top,
    width: width + padding * (left + right),
    height: height + padding * (top + bottom),
  }
}
