import type { Point } from '../workspace/change'
import { CARD_WIDTH, COLUMN, ROW_GAP } from './card-size'
import type { LayoutTie } from './layout-card'

/** A card that stands in a lane of a lens. */
export type LaneCard = { readonly id: string; readonly lane: number; readonly order: string; readonly height: number }

/** Where a lane stands. A lane without cards takes no room. */
export type LanePlace = { readonly lane: number; readonly x: number; readonly width: number }

export type LaneArrangement = { readonly places: ReadonlyMap<string, Point>; readonly lanes: readonly LanePlace[] }

/** A lane grows into a second column beyond so many cards, so that a picture of hundreds is not a thread. */
const MOST_IN_COLUMN = 40

/**
 * Cards in lanes from left to right. In each lane they stand in the order of what they are tied to in the lanes before,
 * and where there is room level with it. Equal input gives equal places, whatever order it comes in.
 */
export function arrangeLanes(cards: readonly LaneCard[], ties: readonly LayoutTie[]): LaneArrangement {
  const tied = neighboursOf(cards, ties)
  const places = new Map<string, Point>()
  const lanes: LanePlace[] = []
  let x = 0
  for (const lane of [...new Set(cards.map(card => card.lane))].sort((a, b) => a - b)) {
    const wanted = cards
      .filter(card => card.lane === lane)
      .map(card => ({ card, y: meanOf((tied.get(card.id) ?? []).flatMap(id => places.get(id)?.y ?? [])) }))
      .sort(
        (a, b) =>
          (a.y ?? Infinity) - (b.y ?? Infinity) || compare(a.card.order, b.card.order) || compare(a.card.id, b.card.id),
      )
    const columns = Math.ceil(wanted.length / MOST_IN_COLUMN)
    const inColumn = Math.ceil(wanted.length / columns)
    let end = 0
    wanted.forEach(({ card, y }, i) => {
      if (i % inColumn === 0) end = 0
      // Several columns start at the top: levelling them would only push the last ones far down.
      const top = columns === 1 ? Math.max(end, y ?? 0) : end
      places.set(card.id, { x: x + Math.floor(i / inColumn) * COLUMN, y: top })
      end = top + card.height + ROW_GAP
    })
    lanes.push({ lane, x, width: (columns - 1) * COLUMN + CARD_WIDTH })
    x += columns * COLUMN
  }
  return { places, lanes }
}

function neighboursOf(cards: readonly LaneCard[], ties: readonly LayoutTie[]): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>(cards.map(card => [card.id, []]))
  for (const { from, to } of ties) {
    neighbours.get(from)?.push(to)
    neighbours.get(to)?.push(from)
  }
  return neighbours
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
