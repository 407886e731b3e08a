/** The known word that is most like a mistyped one, or null where none is close. */
export function nearest(word: string, known: readonly string[]): string | null {
  const close = known
    .map(candidate => ({ candidate, distance: editDistance(word, candidate) }))
    .filter(({ candidate, distance }) => distance <= Math.max(2, candidate.length / 3) || candidate.startsWith(word))
    .sort((a, b) => a.distance - b.distance)
  return close[0]?.candidate ?? null
}

/** How many letters must be typed, removed, replaced or swapped with their neighbour to make `b` of `a`. */
export function editDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i])
  const at = (i: number, j: number): number => (i === 0 ? j : rows[i]![j]!)
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1)
      rows[i]![j] = best
    }
  return at(a.length, b.length)
}
