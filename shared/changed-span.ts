/** Where two lists differ: both are the same items before `from`, and behind `toBefore` in one and `toAfter` in the other. */
export type ChangedSpan = { readonly from: number; readonly toBefore: number; readonly toAfter: number }

/**
 * The one span in which a list differs from the one before it, by the identity of its items; empty where they are equal.
 * Most edits touch one place of a long list, so that what follows from the list can be made for that place alone.
 */
export function changedSpan<T>(before: readonly T[], after: readonly T[]): ChangedSpan {
  const most = Math.min(before.length, after.length)
  let from = 0
  while (from < most && before[from] === after[from]) from++
  let toBefore = before.length
  let toAfter = after.length
  while (toBefore > from && toAfter > from && before[toBefore - 1] === after[toAfter - 1]) {
    toBefore--
    toAfter--
  }
  return { from, toBefore, toAfter }
}

/** Whether two lists hold the same items in the same order. */
export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
