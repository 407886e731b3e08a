import { align, type Alignment } from '../../../shared/layout/align'
import type { Point } from '../../../shared/workspace/change'
import type { ObjectId } from '../../../shared/workspace/kube-object'
import type { Note, NoteId } from '../../../shared/workspace/layout-marks'
import { movedNotes } from '../notes/note-actions'
import { sceneInScope } from '../scene/scene-in-scope'
import { update, type CanvasState, type CanvasStore } from '../canvas-store'
import { putByHand } from '../../../shared/picture/automatic-places'
import { boxOf } from '../../../shared/picture/cards-of'
import type { CardId } from '../../../shared/picture/scene'

/** Move cards, and notes with them, by so much. Whoever moves what stands for a namespace moves all that is in it. */
export function moveCards(
  store: CanvasStore,
  ids: ReadonlySet<CardId>,
  by: Point,
  notes: ReadonlySet<NoteId> = new Set(),
): void {
  if (by.x === 0 && by.y === 0) return
  const { placed, scene } = store.getState()
  const to = [...ids]
    .flatMap(id => scene.card(id)?.collapsed?.members ?? [id])
    .flatMap(id => {
      const place = placed.places.get(id)
      return place ? [[id, { x: place.x + by.x, y: place.y + by.y }] as const] : []
    })
  putCards(store, new Map(to), movedNotes(store.getState(), notes, by))
}

/** Put the selected cards in line, or spread them evenly. */
export function alignSelected(store: CanvasStore, how: Alignment): void {
  const { props, scene } = store.getState()
  const rects = props.selection.objects.flatMap(id => {
    const card = scene.card(id)
    return card ? [[id, card.rect] as const] : []
  })
  if (rects.length > 1 && !props.readOnly) putCards(store, align(new Map(rects), how))
}

/** Put cards somewhere: one change. They stand there at once; the window's answer confirms it. */
function putCards(
  store: CanvasStore,
  to: ReadonlyMap<CardId, Point>,
  notes: ReadonlyMap<NoteId, Note> = new Map(),
): void {
  const state = store.getState()
  // The lanes of a lens are not the user's own arrangement: nothing is moved in them.
  if (state.scope.lens) return
  const moved = movedPlaces(state, to)
  const { scene, props, pictured, scope } = state
  const placed = putByHand(state.placed, moved)
  update(store, { placed, ...sceneInScope(pictured, placed.places, scope, scene) })
  if (notes.size > 0) props.onNotes?.(notes, moved)
  else props.onMove(moved)
}

/**
 * The places to keep: the moved cards', and those of the other cards of their namespaces that stand where the automatic
 * arrangement put them. Without these the namespace would be arranged afresh around the moved cards the next time.
 */
export function movedPlaces(
  { props, placed: { places } }: CanvasState,
  to: ReadonlyMap<CardId, Point>,
): Map<ObjectId, Point> {
  const boxes = new Set(props.objects.filter(object => to.has(object.id)).map(boxOf))
  const result = new Map<ObjectId, Point>()
  for (const object of props.objects) {
    const { id } = object
    const [place, wanted] = [places.get(id), to.get(id)]
    if (wanted) result.set(id, wanted)
    else if (place && boxes.has(boxOf(object)) && !props.places.has(id)) result.set(id, place)
  }
  return result
}
