/** Numbers that look random and are the same for the same seed, on every machine. */
export type Random = {
  /** In [0, 1). */
  readonly next: () => number
  /** A whole number in [0, n). */
  readonly below: (n: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
}

/** Mulberry32 over a hash of the seed. */
export function seeded(seed: string): Random {
  let state = 2166136261
  for (const c of seed) state = Math.imul(state ^ c.charCodeAt(0), 16777619)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return { next, below, chance: p => next() < p, pick: list => list[below(list.length)]! }
}
