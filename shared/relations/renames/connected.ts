/** Everything that can be reached from a start by steps to neighbours, the start first. */
export function connected<T>(start: T, neighboursOf: (one: T) => Iterable<T>): ReadonlySet<T> {
  const found = new Set<T>([start])
  // A Set hands out what is added while it is walked.
  for (const one of found) for (const next of neighboursOf(one)) found.add(next)
  return found
}
