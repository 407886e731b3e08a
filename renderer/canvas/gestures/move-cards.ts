import type { Point } from '../../../shared/workspace/change'
import type { ObjectId } from '../../../shared/workspace/kube-object'
import { sceneInScope } from '../scene/scene-in-scope'
import { update, type CanvasState, type CanvasStore } from '../canvas-store'
import type { CardId } from '../../../shared/picture/scene'

/** Move cards by so much: one change. They stand there at once; the window's answer confirms it. */
export function moveCards(store: CanvasStore, ids: ReadonlySet<CardId>, by: Point): void {
  const state = store.getState()
  // The lanes of a lens are not the user's own arrangement: nothing is moved in them.
  if ((by.x === 0 && by.y === 0) || state.scope.lens) return
  const moved = movedPlaces(state, ids, by)
  const places = new Map([...state.places, ...moved])
  const { scene, props, scope } = state
  update(store, { places, ...sceneInScope(props, places, scope, scene) })
  props.onMove(moved)
}

/**
 * The places to keep: the moved cards', and those of the other cards of their namespaces that stand where the automatic
 * arrangement put them. Without these the namespace would be arranged afresh around the moved cards the next time.
 */
function movedPlaces({ props, places }: CanvasState, ids: ReadonlySet<CardId>, by: Point): Map<ObjectId, Point> {
  const namespaces = new Set(props.objects.filter(object => ids.has(object.id)).map(object => object.namespace))
  const result = new Map<ObjectId, Point>()
  for (const { id, namespace } of props.objects) {
    const place = places.get(id)
    if (!place) continue
    if (ids.has(id)) result.set(id, { x: place.x + by.x, y: place.y + by.y })
    else if (namespaces.has(namespace) && !props.places.has(id)) result.set(id, place)
  }
  return result
}
