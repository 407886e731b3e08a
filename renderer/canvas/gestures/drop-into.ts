import { contains } from '../../../shared/layout/rect'
import type { CardId, SceneGroup } from '../../../shared/picture/scene'
import type { Point } from '../../../shared/workspace/change'
import type { KubeObject, ObjectId } from '../../../shared/workspace/kube-object'
import type { CanvasStore } from '../canvas-store'

/** The box of another namespace at a point, where cards that are dropped go; null where they stay in their own. */
export function otherNamespaceAt(store: CanvasStore, ids: ReadonlySet<CardId>, at: Point): SceneGroup | null {
  const { props, scene } = store.getState()
  const moved = namespacedIn(props.objects, ids)
  if (!props.onDropInto || moved.length === 0) return null
  const under = scene.groups.filter(({ rect }) => contains(rect, at))
  // Boxes may lie over each other: in its own one a card is only moved.
  const isInOwn = under.some(({ namespace }) => moved.some(object => object.namespace === namespace))
  return isInOwn ? null : (under[0] ?? null)
}

/**
 * Cards that were dropped into another namespace's box go there: the window is told, which may ask first, and nothing is
 * moved yet. False where they stay in their own, or belong to the whole cluster.
 */
export function dropInto(store: CanvasStore, ids: ReadonlySet<CardId>, at: Point, by: Point): boolean {
  const { props, placed } = store.getState()
  const into = otherNamespaceAt(store, ids, at)
  if (!props.onDropInto || into === null) return false
  const moved = namespacedIn(props.objects, ids)
  const boxes = new Set([into.namespace, ...moved.map(({ namespace }) => namespace)])
  const dropped = new Map<ObjectId, Point>()
  for (const { id, namespace } of props.objects) {
    const place = placed.places.get(id)
    if (!place || namespace === null) continue
    // The cards around keep the places that they have: else both boxes would be arranged afresh.
    if (ids.has(id)) dropped.set(id, { x: place.x + by.x, y: place.y + by.y })
    else if (boxes.has(namespace) && !props.places.has(id)) dropped.set(id, place)
  }
  props.onDropInto(
    moved.map(({ id }) => id),
    into.namespace,
    dropped,
  )
  return true
}

function namespacedIn(objects: readonly KubeObject[], ids: ReadonlySet<CardId>): readonly KubeObject[] {
  return objects.filter(object => ids.has(object.id) && object.namespace !== null)
}
