/** A permission that ends when so many milliseconds are over. */
export function within(milliseconds: number): () => boolean {
  const end = performance.now() + milliseconds
  return () => performance.now() < end
}

/** A permission for so many steps. */
export function atMost(steps: number): () => boolean {
  let left = steps
  return () => left-- > 0
}

/** Lets the window draw and hear the user. A page in the background draws no frames, but goes on. */
export function breathe(): Promise<void> {
  return new Promise(resolve => {
    if (document.hidden) setTimeout(resolve)
    else requestAnimationFrame(() => setTimeout(resolve))
  })
}
