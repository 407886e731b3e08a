import { contains } from '../../../shared/layout/rect'
import type { CardId } from '../../../shared/picture/scene'
import type { Point } from '../../../shared/workspace/change'
import type { ObjectId } from '../../../shared/workspace/kube-object'
import type { CanvasStore } from '../canvas-store'

/**
 * Cards that were dropped into another namespace's box go there: the window is told, which may ask first, and nothing is
 * moved yet. False where they stay in their own, or belong to the whole cluster.
 */
export function dropInto(store: CanvasStore, ids: ReadonlySet<CardId>, at: Point, by: Point): boolean {
  const { props, placed, scene } = store.getState()
  const moved = props.objects.filter(object => ids.has(object.id) && object.namespace !== null)
  const own = new Set(moved.map(({ namespace }) => namespace))
  const under = scene.groups.filter(({ rect }) => contains(rect, at))
  // Boxes may lie over each other: in its own one a card is only moved.
  if (!props.onDropInto || moved.length === 0 || under.some(({ namespace }) => own.has(namespace))) return false
  const [into] = under
  if (into === undefined) return false
  const dropped = new Map<ObjectId, Point>()
  for (const { id, namespace } of props.objects) {
    const place = placed.places.get(id)
    if (!place) continue
    // The cards around keep the places that they have: else both boxes would be arranged afresh.
    if (ids.has(id) && namespace !== null) dropped.set(id, { x: place.x + by.x, y: place.y + by.y })
    else if ((namespace === into.namespace || own.has(namespace)) && !props.places.has(id)) dropped.set(id, place)
  }
  props.onDropInto(
    moved.map(({ id }) => id),
    into.namespace,
    dropped,
  )
  return true
}
