import { boxOf } from '../../../shared/picture/cards-of'
import type { CanvasStore } from '../canvas-store'

/** Collapse the namespaces of what is selected, or of the card with the keyboard; or expand them where all are collapsed. */
export function toggleNamespaces(store: CanvasStore): void {
  const { props, scene, focused } = store.getState()
  const { objects } = props.selection
  const card = focused === null ? null : scene.standsFor(focused)
  const chosen = objects.length > 0 ? objects : (card?.collapsed?.members ?? (card ? [card.id] : []))
  const boxes = chosen.flatMap(id => {
    const object = props.graph.object(id)
    return object ? (boxOf(object) ?? []) : []
  })
  const namespaces = [...new Set(boxes)]
  if (namespaces.length === 0) return
  const isCollapsed = namespaces.some(namespace => !props.looks?.get(namespace)?.isCollapsed)
  props.onCollapse?.(namespaces, isCollapsed)
  props.onAnnounce?.(`${isCollapsed ? 'Collapsed' : 'Expanded'} ${namespaces.join(', ')}`)
}
