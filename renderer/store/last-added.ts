import type { KindRow } from '../../shared/kinds/kind-row'
import type { Pattern } from '../../shared/patterns/patterns'

/** What an object of a kind counts as among what was added last, and in the palette. */
export function keyOfKind({ group, kind }: Pick<KindRow, 'group' | 'kind'>): string {
  return `${group}-${kind}`
}

/** The same of a pattern. */
export function keyOfPattern({ id }: Pattern): string {
  return `pattern-${id}`
}
