import type { KindRow } from './kind-row'

/**
 * A name for a new object of a kind that is not among the taken ones: the first of the kind's own names that is free,
 * else its first name with the least number that makes it free (`web-2`).
 */
export function freshName(row: KindRow, taken: ReadonlySet<string>): string {
  const names = row.starterNames.length > 0 ? row.starterNames : [row.kind.toLowerCase()]
  const free = names.find(name => !taken.has(name))
  if (free !== undefined) return free
  const [first = ''] = names
  let number = 2
  while (taken.has(`${first}-${number}`)) number += 1
  return `${first}-${number}`
}
