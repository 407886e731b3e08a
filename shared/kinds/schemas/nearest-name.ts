/** The name that was probably meant, or null where none is near: at most a third of its letters differ. */
export function nearestName(written: string, names: readonly string[]): string | null {
  let best: string | null = null
  let bestDistance = Math.floor(written.length / 3) + 1
  for (const name of names) {
    if (Math.abs(name.length - written.length) >= bestDistance) continue
    const distance = name.toLowerCase() === written.toLowerCase() ? 0 : editDistance(written, name)
    if (distance < bestDistance) {
      best = name
      bestDistance = distance
    }
  }
  return best
}

/** Levenshtein's distance; swapped neighbours count as one. */
function editDistance(a: string, b: string): number {
  let twoAgo: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, twoAgo[j - 2]! + 1)
      row.push(least)
    }
    twoAgo = previous
    previous = row
  }
  return previous[b.length]!
}
