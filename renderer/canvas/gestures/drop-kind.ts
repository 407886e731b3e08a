import { CARD_WIDTH, HEADER_HEIGHT } from '../../../shared/layout/card-size'
import type { Point } from '../../../shared/workspace/change'
import type { ObjectId } from '../../../shared/workspace/kube-object'
import { KIND_DRAG_TYPE, kindInDrag, readKindDrag } from '../canvas-props'
import { update, type CanvasStore } from '../canvas-store'
import { freeCorner } from '../scene/free-place'
import { toCanvas } from '../view'
import { namespaceAt } from './pick'

/** Take kinds that are dragged here from the palette, onto the ground or onto a card. Returns what ends it. */
export function attachDropKind(root: HTMLElement, store: CanvasStore): () => void {
  const listeners = new AbortController()
  const { signal } = listeners
  const pointOf = (event: DragEvent): Point => {
    const box = root.getBoundingClientRect()
    return toCanvas(store.getState().view, { x: event.clientX - box.left, y: event.clientY - box.top })
  }
  const end = () => {
    if (store.getState().gesture?.type === 'drop-kind') update(store, { gesture: null })
  }
  const over = (event: DragEvent) => {
    const { props, gesture, scene, scope } = store.getState()
    // A lens has no free place that would be one in the design.
    if (props.readOnly || scope.lens || !event.dataTransfer?.types.includes(KIND_DRAG_TYPE)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    const now = gesture?.type === 'drop-kind' ? gesture : null
    const targets = now?.targets ?? targetsOf(store, event.dataTransfer.types)
    const card = scene.cardAt(pointOf(event))
    if (now === null || now.over !== (card?.id ?? null))
      update(store, { gesture: { type: 'drop-kind', targets, over: card?.id ?? null } })
  }
  const drop = (event: DragEvent) => {
    const state = store.getState()
    const kind = readKindDrag(event.dataTransfer?.getData(KIND_DRAG_TYPE) ?? '')
    end()
    if (!kind || state.props.readOnly) return
    event.preventDefault()
    const point = pointOf(event)
    // The pointer holds the card by the middle of its header.
    const corner = freeCorner(state.scene, { x: point.x - CARD_WIDTH / 2, y: point.y - HEADER_HEIGHT / 2 })
    const under = state.scene.cardAt(point)?.id
    const takes = under !== undefined && (state.props.targetsOfKind?.(kind).has(under) ?? false)
    state.props.onDropKind(kind, corner, namespaceAt(state, point), takes ? under : null)
  }
  const leave = (event: DragEvent) => {
    if (!(event.relatedTarget instanceof Node && root.contains(event.relatedTarget))) end()
  }
  root.addEventListener('dragover', over, { signal })
  root.addEventListener('drop', drop, { signal })
  root.addEventListener('dragleave', leave, { signal })
  window.addEventListener('dragend', end, { signal })
  return () => listeners.abort()
}

const NO_TARGETS: ReadonlySet<ObjectId> = new Set()

function targetsOf(store: CanvasStore, types: readonly string[]): ReadonlySet<ObjectId> {
  const kind = kindInDrag(types)
  return (kind && store.getState().props.targetsOfKind?.(kind)) ?? NO_TARGETS
}
