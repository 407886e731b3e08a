import type { Point } from '../workspace/change'
import { COLUMN, ROW_GAP } from './card-size'
import { boundsOf, overlaps, type Rect } from './rect'

/** What stands for something that is in no manifest: left of everything, where traffic comes in, or right of it. */
export type OutsideCard = {
  readonly id: string
  readonly side: 'left' | 'right'
  /** "User jane", "shop.example.com": equal heights stand in the order of their names. */
  readonly order: string
  readonly width: number
  readonly height: number
  /** The boxes of the cards that are tied to it. */
  readonly tiedTo: readonly Rect[]
}

/**
 * Places at the two edges of a picture, level with what the cards are tied to. `inside`: the boxes whose edges are meant;
 * `standing`: what stands at the edges already, which is not covered.
 */
export function placeOutside(
  cards: readonly OutsideCard[],
  inside: readonly Rect[],
  standing: readonly Rect[],
): Map<string, Point> {
  const places = new Map<string, Point>()
  const bounds = boundsOf(inside) ?? { x: 0, y: 0, width: 0, height: 0 }
  const obstacles = [...standing].sort((a, b) => a.y - b.y)
  for (const side of ['left', 'right'] as const) {
    let end = -Infinity
    for (const { id, width, height, ...card } of cards.filter(one => one.side === side).sort(inOrder)) {
      const x = side === 'left' ? bounds.x - COLUMN : bounds.x + bounds.width + COLUMN - width
      let box: Rect = { x, y: Math.max(topOf(card), end), width, height }
      for (const rect of obstacles)
        if (overlaps(box, rect, ROW_GAP - 1)) box = { ...box, y: rect.y + rect.height + ROW_GAP }
      places.set(id, { x, y: box.y })
      end = box.y + height + ROW_GAP
    }
  }
  return places
}

function topOf({ tiedTo }: Pick<OutsideCard, 'tiedTo'>): number {
  return boundsOf(tiedTo)?.y ?? 0
}

function inOrder(a: OutsideCard, b: OutsideCard): number {
  return topOf(a) - topOf(b) || (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)
}
