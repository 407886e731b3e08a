import { centreOf } from '../../../shared/layout/rect'
import type { Point } from '../../../shared/workspace/change'
import type { SceneCard } from '../../../shared/picture/scene'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** How much a step aside counts against a step ahead. */
const ASIDE = 2

/** The nearest card that lies in a direction, or null. Header lines count, so that a row stays a row. */
export function nearestCard(cards: readonly SceneCard[], from: SceneCard, direction: Direction): SceneCard | null {
  let best: SceneCard | null = null
  let least = Infinity
  for (const card of cards) {
    if (card === from) continue
    const { ahead, aside } = steps(from, card, direction)
    if (ahead <= 0 || aside > 4 * ahead) continue
    const cost = ahead + ASIDE * aside
    if (cost >= least) continue
    best = card
    least = cost
  }
  return best
}

/** The card whose middle is nearest to a point. */
export function cardNear(cards: readonly SceneCard[], point: Point): SceneCard | null {
  let best: SceneCard | null = null
  let least = Infinity
  for (const card of cards) {
    const centre = centreOf(card.rect)
    const far = Math.hypot(centre.x - point.x, centre.y - point.y)
    if (far >= least) continue
    best = card
    least = far
  }
  return best
}

function steps(from: SceneCard, to: SceneCard, direction: Direction): { ahead: number; aside: number } {
  const dx = to.rect.x - from.rect.x
  const dy = to.rect.y - from.rect.y
  switch (direction) {
    case 'left':
      return { ahead: -dx, aside: Math.abs(dy) }
    case 'right':
      return { ahead: dx, aside: Math.abs(dy) }
    case 'up':
      return { ahead: -dy, aside: Math.abs(dx) }
    case 'down':
      return { ahead: dy, aside: Math.abs(dx) }
  }
}
