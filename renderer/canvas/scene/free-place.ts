import { CARD_WIDTH, cardHeight, COLUMN, ROW_GAP, SNAP } from '../../../shared/layout/card-size'
import { grow } from '../../../shared/layout/rect'
import type { Point } from '../../../shared/workspace/change'
import type { Scene } from '../../../shared/picture/scene'

/** What a new card has at most, for most kinds. */
const HEIGHT = cardHeight(4)
const MOST_RINGS = 40

/** The upper left corner, nearest to a point, of a new card that covers no other. */
export function freePlace(scene: Scene, near: Point): Point {
  return nearestFree(scene, { x: near.x - CARD_WIDTH / 2, y: near.y - HEIGHT / 2 })
}

/** The wanted corner itself where a new card there covers no other, however near they are; else the nearest that is free. */
export function freeCorner(scene: Scene, wanted: Point): Point {
  const corner = { x: snapped(wanted.x), y: snapped(wanted.y) }
  const covers = scene.cardsIn({ ...corner, width: CARD_WIDTH, height: HEIGHT }).length > 0
  return covers ? nearestFree(scene, corner) : corner
}

function nearestFree(scene: Scene, start: Point): Point {
  for (let ring = 0; ring <= MOST_RINGS; ring++)
    for (const place of ringAround(start, ring)) if (isFree(scene, place)) return place
  const bottom = scene.bounds ? scene.bounds.y + scene.bounds.height + ROW_GAP : start.y
  return { x: snapped(start.x), y: snapped(bottom) }
}

/** Places that are `ring` steps away, nearest first: half a column to the side, a quarter of a card up or down. */
function ringAround(start: Point, ring: number): Point[] {
  const places: Point[] = []
  for (let across = -ring; across <= ring; across++)
    for (let down = -ring; down <= ring; down++)
      if (Math.max(Math.abs(across), Math.abs(down)) === ring)
        places.push({ x: snapped(start.x + (across * COLUMN) / 2), y: snapped(start.y + (down * HEIGHT) / 4) })
  const far = (place: Point) => Math.hypot(place.x - start.x, place.y - start.y)
  return places.sort((a, b) => far(a) - far(b))
}

function isFree(scene: Scene, place: Point): boolean {
  return scene.cardsIn(grow({ ...place, width: CARD_WIDTH, height: HEIGHT }, ROW_GAP - 1)).length === 0
}

function snapped(value: number): number {
  return Math.round(value / SNAP) * SNAP
}
