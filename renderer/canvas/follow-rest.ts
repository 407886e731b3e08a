import type { CanvasStore } from './canvas-store'
import { WHOLE_DESIGN } from './scene/scene-in-scope'
import { lookAt } from './view'

/** How long the view stays where it is before that counts as a rest, in milliseconds. */
const PAUSE = 500

/** Tells the window where the user came to rest, until the answer is called. A lens has a place of its own, which is not told. */
export function followRest(store: CanvasStore): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    const { props, view, size, scope, viewTouched } = store.getState()
    if (viewTouched && scope === WHOLE_DESIGN) props.onRest?.(lookAt(view, size))
  }
  const stop = store.subscribe((state, before) => {
    if (state.view === before.view) return
    clearTimeout(waiting)
    waiting = setTimeout(tell, PAUSE)
  })
  return () => {
    stop()
    clearTimeout(waiting)
  }
}
