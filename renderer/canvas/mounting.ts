import { grow } from '../../shared/layout/rect'
import type { CanvasState } from './canvas-store'
import type { CardId } from '../../shared/picture/scene'
import { levelOf, seenRect } from './view'

/** Cards that are put into the DOM in one frame at most: a screenful at once would cost a visible pause. */
const PER_FRAME = 24
/** In canvas pixels: cards this near to the view are there before they are seen. */
const MARGIN = 240

/** The cards that should be in the DOM in the next frame, the same array where nothing changes; `more`: not all yet. */
export function nextMounted(state: CanvasState): { readonly mounted: readonly CardId[]; readonly more: boolean } {
  const wanted = wantedCards(state)
  const have = new Set(state.mounted)
  const missing = [...wanted].filter(id => !have.has(id))
  // A few that have just left the view may stay: taking out and putting in at each step costs more than they do.
  const outside = state.mounted.filter(id => !wanted.has(id))
  if (missing.length === 0 && outside.length <= PER_FRAME && outside.every(id => state.scene.card(id) !== null)) {
    if (levelOf(state.view.zoom) !== 'block' || outside.length === 0) return { mounted: state.mounted, more: false }
  }
  const kept = state.mounted.filter(id => wanted.has(id))
  return { mounted: [...kept, ...missing.slice(0, PER_FRAME)], more: missing.length > PER_FRAME }
}

/** What is in view, and what must be there wherever it is: the card with the keyboard, and those under a gesture. */
function wantedCards({ scene, view, size, focused, gesture }: CanvasState): Set<CardId> {
  const wanted = new Set<CardId>()
  if (focused !== null && scene.card(focused)) wanted.add(focused)
  if (gesture?.type === 'wire') wanted.add(gesture.from)
  if (levelOf(view.zoom) === 'block' || size.width === 0) return wanted
  const seen = seenRect(view, size)
  for (const card of scene.cardsIn(seen)) wanted.add(card.id)
  for (const card of scene.cardsIn(grow(seen, MARGIN))) wanted.add(card.id)
  return wanted
}
