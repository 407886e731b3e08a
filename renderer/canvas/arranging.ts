import { finished, type Steps } from '../../shared/steps'
import { update, type CanvasStore } from './canvas-store'
import { inSlices } from './in-slices'

/** An arrangement that is being made between frames. */
export type Arranging = {
  /** How many cards it places. */
  readonly cards: number
  /** How much of it is done, from 0 to 1. */
  readonly done: number
  /**
   * Begins anew what the user asked for, when the design was edited meanwhile. Null for the first picture of a design:
   * nobody asked for it, so nobody takes it back.
   */
  readonly again: (() => void) | null
  readonly stop: () => void
}

/** So many cards are arranged at once; more of them between frames, a little at a time. */
const AT_ONCE = 1000

/** Make an arrangement, with its progress in the store. One that is still being made is given up. */
export function arrangeBetweenFrames<T>(
  store: CanvasStore,
  { cards, again }: Pick<Arranging, 'cards' | 'again'>,
  steps: Steps<T>,
  done: (result: T) => void,
): void {
  stopArranging(store)
  if (cards <= AT_ONCE) return done(finished(steps))
  const stop = inSlices(
    steps,
    result => {
      update(store, { arranging: null })
      done(result)
    },
    share => update(store, { arranging: { cards, done: share, again, stop } }),
  )
  update(store, { arranging: { cards, done: 0, again, stop } })
}

/** Give up the arrangement that is being made: everything stays where it is. */
export function stopArranging(store: CanvasStore): void {
  store.getState().arranging?.stop()
  update(store, { arranging: null })
}

/** Take back an arrangement that the user asked for. Answers whether there was one. */
export function cancelArranging(store: CanvasStore): boolean {
  const { arranging, props } = store.getState()
  if (!arranging?.again) return false
  stopArranging(store)
  props.onAnnounce?.('Arranging was cancelled; nothing has moved')
  return true
}
