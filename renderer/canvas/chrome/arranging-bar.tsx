import { useEffect } from 'react'
import { cancelArranging } from '../arranging'
import { focusRegion } from '../canvas-actions'
import { useCanvas, useCanvasStore } from '../canvas-store'
import css from './arranging-bar.module.css'

/** How far the arrangement of a large design has come, and the button that takes it back. */
export function ArrangingBar() {
  const store = useCanvasStore()
  const cards = useCanvas(state => state.arranging?.cards ?? null)
  const percent = useCanvas(state => Math.round(100 * (state.arranging?.done ?? 0)))
  const isAsked = useCanvas(state => (state.arranging?.again ?? null) !== null)

  useEffect(() => {
    if (!isAsked) return
    // The button that asked for it still has the keyboard, so the canvas alone does not hear its Escape.
    const cancel = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && cancelArranging(store)) event.preventDefault()
    }
    window.addEventListener('keydown', cancel)
    return () => window.removeEventListener('keydown', cancel)
  }, [store, isAsked])

  return (
    <div role="status" aria-label="Arranging" className={css.place}>
      {cards !== null && (
        <div className={css.bar} data-canvas-chrome>
          <span>Arranging {cards.toLocaleString('en')} cards</span>
          <progress className={css.progress} aria-label="Arranged" value={percent} max={100} />
          {isAsked && (
            <button
              type="button"
              className={css.cancel}
              aria-label="Cancel arranging"
              title="Cancel (Escape)"
              onClick={() => {
                cancelArranging(store)
                focusRegion(store)
              }}
            >
              Cancel
            </button>
          )}
        </div>
      )}
    </div>
  )
}
