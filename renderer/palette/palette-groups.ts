import { families } from '../../shared/kinds/families'
import type { Family, KindRow } from '../../shared/kinds/kind-row'
import { allKinds, starterKinds } from '../../shared/kinds/kinds'
import { searchKinds } from '../../shared/kinds/search-kinds'
import type { Pattern } from '../../shared/patterns/patterns'
import { searchPatterns } from '../../shared/patterns/search-patterns'
import { keyOfKind, keyOfPattern } from '../store/last-added'

/** Something to draw with: one object of a kind, or the several of a pattern. `key` is unique in the palette. */
export type PaletteEntry =
  | { readonly type: 'kind'; readonly key: string; readonly label: string; readonly kind: KindRow }
  | { readonly type: 'pattern'; readonly key: string; readonly label: string; readonly pattern: Pattern }

export type PaletteGroup = {
  readonly id: Family | 'patterns'
  readonly label: string
  readonly entries: readonly PaletteEntry[]
}

/**
 * What the palette shows: patterns, then kinds by family, with those that the design itself defines; while searching, the
 * families with the best finds first.
 */
export function paletteGroups(words: string, custom: readonly KindRow[] = []): readonly PaletteGroup[] {
  const patterns = searchPatterns(words).map(entryOfPattern)
  const patternGroup: PaletteGroup = { id: 'patterns', label: 'Patterns', entries: patterns }
  if (words.trim() === '') return [patternGroup, ...groupKinds([...custom, ...starterKinds()])]

  const kinds = searchKinds(words, [...custom, ...allKinds()]).filter(kind => kind.starter !== null)
  const rank = (group: PaletteGroup) => kinds.findIndex(kind => keyOfKind(kind) === group.entries[0]?.key)
  const found = groupKinds(kinds).toSorted((a, b) => rank(a) - rank(b))
  return patterns.length > 0 ? [...found, patternGroup] : found
}

/** The entries of keys that were kept; what another design defined, or another version had, is left out. */
export function entriesOf(keys: readonly string[], custom: readonly KindRow[]): readonly PaletteEntry[] {
  const all = paletteGroups('', custom).flatMap(group => group.entries)
  return keys.flatMap(key => all.find(entry => entry.key === key) ?? [])
}

function groupKinds(kinds: readonly KindRow[]): readonly PaletteGroup[] {
  return families
    .map(({ family, label }) => ({
      id: family,
      label,
      entries: kinds.filter(kind => kind.family === family).map(entryOfKind),
    }))
    .filter(group => group.entries.length > 0)
}

function entryOfKind(kind: KindRow): PaletteEntry {
  return { type: 'kind', key: keyOfKind(kind), label: kind.kind, kind }
}

function entryOfPattern(pattern: Pattern): PaletteEntry {
  return { type: 'pattern', key: keyOfPattern(pattern), label: pattern.title, pattern }
}
