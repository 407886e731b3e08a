import { CARD_WIDTH, HEADER_HEIGHT } from '../../../shared/layout/card-size'
import { KIND_DRAG_TYPE, readKindDrag } from '../canvas-props'
import type { CanvasStore } from '../canvas-store'
import { freeCorner } from '../scene/free-place'
import { toCanvas } from '../view'
import { namespaceAt } from './pick'

/** Take kinds that are dragged here from the palette. Returns what ends it. */
export function attachDropKind(root: HTMLElement, store: CanvasStore): () => void {
  const over = (event: DragEvent) => {
    if (store.getState().props.readOnly || !event.dataTransfer?.types.includes(KIND_DRAG_TYPE)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
  }
  const drop = (event: DragEvent) => {
    const state = store.getState()
    const kind = readKindDrag(event.dataTransfer?.getData(KIND_DRAG_TYPE) ?? '')
    if (!kind || state.props.readOnly) return
    event.preventDefault()
    const box = root.getBoundingClientRect()
    const point = toCanvas(state.view, { x: event.clientX - box.left, y: event.clientY - box.top })
    // The pointer holds the card by the middle of its header.
    const corner = freeCorner(state.scene, { x: point.x - CARD_WIDTH / 2, y: point.y - HEADER_HEIGHT / 2 })
    const onto = state.scene.cardAt(point)
    state.props.onDropKind(kind, corner, namespaceAt(state, point), onto?.object ? onto.id : null)
  }
  root.addEventListener('dragover', over)
  root.addEventListener('drop', drop)
  return () => {
    root.removeEventListener('dragover', over)
    root.removeEventListener('drop', drop)
  }
}
