import { SNAP } from '../../../shared/layout/card-size'
import { overlaps, type Rect } from '../../../shared/layout/rect'
import type { Point } from '../../../shared/workspace/change'

/** A line that shows what a moved card lines up with, in canvas pixels, and the gap to the neighbour. */
export type Guide = { readonly from: Point; readonly to: Point; readonly gap: number | null }

/** How near a header line must be to take the card. */
const PULL = 6
const HEADER_MIDDLE = 20

/** How far a card really moves, and the guide to show for it. */
export type Snapped = { readonly by: Point; readonly guides: readonly Guide[] }

/**
 * Snap a move: header lines to those of the cards nearby, left edges to left edges, everything else to multiples of 4.
 * `moved` is the card under the pointer where it stood before; `others` are the cards in view that don't move.
 */
export function snapMove(moved: Rect, by: Point, others: readonly Rect[]): Snapped {
  const wanted = { ...moved, x: moved.x + by.x, y: moved.y + by.y }
  const level = nearest(others, other => other.y - wanted.y)
  const column = nearest(others, other => other.x - wanted.x)
  const x = column ? column.x : Math.round(wanted.x / SNAP) * SNAP
  const y = level ? level.y : Math.round(wanted.y / SNAP) * SNAP
  const guides = level ? [levelGuide({ ...wanted, x, y }, level)] : []
  return { by: { x: x - moved.x, y: y - moved.y }, guides }
}

function nearest(others: readonly Rect[], distance: (other: Rect) => number): Rect | null {
  let best: Rect | null = null
  let least = PULL
  for (const other of others) {
    const far = Math.abs(distance(other))
    if (far >= least) continue
    best = other
    least = far
  }
  return best
}

/** From card to card along the line on which their headers meet. */
function levelGuide(card: Rect, other: Rect): Guide {
  const [left, right] = card.x < other.x ? [card, other] : [other, card]
  const y = card.y + HEADER_MIDDLE
  const gap = overlaps(card, other) ? null : Math.round(right.x - (left.x + left.width))
  return { from: { x: left.x, y }, to: { x: right.x + right.width, y }, gap }
}
