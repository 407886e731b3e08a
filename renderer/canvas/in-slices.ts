import type { Steps } from '../../shared/steps'

/** How long the page may be busy at a stretch, in milliseconds: less than a frame. */
const BUSY = 8

/**
 * Do work between frames, a little at a time, and hand over what came of it; in between, how much is done. Returns what
 * gives it up.
 */
export function inSlices<T>(work: Steps<T>, done: (result: T) => void, progress: (share: number) => void): () => void {
  let isStopped = false
  const goOn = () => {
    const end = performance.now() + BUSY
    while (!isStopped) {
      const step = work.next()
      if (step.done) return done(step.value)
      if (performance.now() >= end) {
        progress(step.value)
        return later()
      }
    }
  }
  const later = () => {
    // A page in the background draws no frames, but goes on.
    if (document.hidden) setTimeout(goOn)
    else requestAnimationFrame(() => setTimeout(goOn))
  }
  later()
  return () => {
    isStopped = true
  }
}
