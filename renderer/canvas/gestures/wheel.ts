import { setView, update, type CanvasStore } from '../canvas-store'
import { panned, zoomedAt } from '../view'

/** A pinch arrives as a wheel event with Ctrl and small steps, a mouse wheel's notch as one of about 100. */
const NOTCH = 50
const PER_PINCH_PIXEL = 0.01
const PER_WHEEL_PIXEL = 0.0025
const LINE = 16
/** In milliseconds: a zoom is over when no step has come for so long. */
const REST = 120

/** Two fingers pan; a pinch, or Ctrl or Cmd with the wheel, zooms at the pointer. Returns what ends it. */
export function attachWheel(root: HTMLElement, store: CanvasStore): () => void {
  let rest = 0
  const end = () => update(store, { isZooming: false })
  const wheel = (event: WheelEvent) => {
    if (event.target instanceof Element && event.target.closest('[data-canvas-scrolls]')) return
    event.preventDefault()
    const { view } = store.getState()
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1
    const dx = event.deltaX * unit
    const dy = event.deltaY * unit
    if (!event.ctrlKey && !event.metaKey) {
      setView(store, panned(view, -dx, -dy))
      return
    }
    const box = root.getBoundingClientRect()
    clearTimeout(rest)
    rest = window.setTimeout(end, REST)
    update(store, { isZooming: true })
    const rate = Math.abs(dy) < NOTCH ? PER_PINCH_PIXEL : PER_WHEEL_PIXEL
    setView(
      store,
      zoomedAt(view, view.zoom * Math.exp(-dy * rate), { x: event.clientX - box.left, y: event.clientY - box.top }),
    )
  }
  // Not passive: the page itself must not scroll or zoom.
  root.addEventListener('wheel', wheel, { passive: false })
  return () => {
    clearTimeout(rest)
    root.removeEventListener('wheel', wheel)
  }
}
