import { classes } from '../../ui/classes'
import { update, useCanvasStore } from '../canvas-store'
import type { CardId } from '../../../shared/picture/scene'
import css from './card.module.css'

/** Where a wire is drawn from: four rings at the sides, one of them the button that the keyboard and tests use. */
export function Handles({ label, id }: { readonly label: string; readonly id: CardId }) {
  const store = useCanvasStore()
  return (
    <>
      <span className={classes(css.handle, css.left)} data-wire-handle />
      <span className={classes(css.handle, css.top)} data-wire-handle />
      <span className={classes(css.handle, css.bottom)} data-wire-handle />
      <button
        type="button"
        className={classes(css.handle, css.right)}
        data-wire-handle
        aria-label={`Connect from ${label}`}
        title="Drag to connect"
        // The pointer's presses are gestures (gestures/pointer.ts); a click without one is the keyboard's.
        onClick={event => event.detail === 0 && update(store, { connectingFrom: id })}
      />
    </>
  )
}
