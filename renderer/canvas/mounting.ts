import { grow } from '../../shared/layout/rect'
import type { CanvasState } from './canvas-store'
import type { CardId } from '../../shared/picture/scene'
import { levelOf, seenRect, type Level } from './view'

/** The cards that are in the DOM, and how much each of them shows. */
export type Mounted = ReadonlyMap<CardId, Level>

/** What decides which cards are in the DOM. */
type Looked = Pick<CanvasState, 'mounted' | 'scene' | 'settled' | 'size' | 'focused' | 'gesture'>

/** Cards that are put into the DOM, or show more or less, in one frame at most: a screenful would cost a visible pause. */
const PER_FRAME = 12
/** Taking one out costs less. */
const LEAVING_PER_FRAME = 24
/** In canvas pixels: cards this near to the view are there before they are seen. */
const MARGIN = 240

/**
 * The cards that should be in the DOM in the next frame, the same map where nothing changes; `more`: not all is as it
 * should be yet. From afar the stage hides what has not been taken out.
 */
export function nextMounted(state: Looked): { readonly mounted: Mounted; readonly more: boolean } {
  const { mounted, scene, settled } = state
  const level = levelOf(settled.zoom)
  const wanted = wantedCards(state, level)
  const stale = [...wanted].filter(id => mounted.get(id) !== level)
  const outside = [...mounted.keys()].filter(id => !wanted.has(id))
  // A few that have just left the view may stay: taking out and putting in at each step costs more than they do.
  const mayStay = level === 'block' ? 0 : PER_FRAME
  const areLeaving = stale.length > 0 || outside.length > mayStay || outside.some(id => scene.card(id) === null)
  const leaving = areLeaving ? outside.slice(0, LEAVING_PER_FRAME) : []
  if (stale.length === 0 && leaving.length === 0) return { mounted, more: false }
  const next = new Map(mounted)
  for (const id of leaving) next.delete(id)
  for (const id of stale.slice(0, PER_FRAME)) next.set(id, level)
  return { mounted: next, more: stale.length > PER_FRAME || outside.length > leaving.length + mayStay }
}

/** What is in view, and what must be there wherever it is: the card with the keyboard, and those under a gesture. */
function wantedCards({ scene, settled, size, focused, gesture }: Looked, level: Level): Set<CardId> {
  const wanted = new Set<CardId>()
  if (focused !== null && scene.card(focused)) wanted.add(focused)
  if (gesture?.type === 'wire') wanted.add(gesture.from)
  if (level === 'block' || size.width === 0) return wanted
  const seen = seenRect(settled, size)
  for (const card of scene.cardsIn(seen)) wanted.add(card.id)
  for (const card of scene.cardsIn(grow(seen, MARGIN))) wanted.add(card.id)
  return wanted
}
