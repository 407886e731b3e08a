import type { InspectorField, KindRow } from './kind-row'
import { parsePointer } from '../yaml/pointer'

type Pattern = { readonly path: readonly string[]; readonly field: InspectorField }
const patternsOfRows = new WeakMap<KindRow, readonly Pattern[]>()

/** The keys below a place that a kind's row wants seen also while they are not set, in its order. */
export function pinnedKeys(row: KindRow, path: readonly string[]): readonly string[] {
  const keys = new Set<string>()
  for (const pattern of patternsOf(row)) {
    const next = pattern.path[path.length]
    if (next !== undefined && next !== '*' && startsWith(pattern.path, path)) keys.add(next)
  }
  return [...keys]
}

/** What a kind's row says about a field, or null. */
export function hintAt(row: KindRow, path: readonly string[]): InspectorField | null {
  const found = patternsOf(row).find(each => each.path.length === path.length && startsWith(each.path, path))
  return found?.field ?? null
}

function patternsOf(row: KindRow): readonly Pattern[] {
  const known = patternsOfRows.get(row)
  if (known) return known
  const patterns = row.inspector.map(field => ({ path: parsePointer(field.path), field }))
  patternsOfRows.set(row, patterns)
  return patterns
}

function startsWith(pattern: readonly string[], path: readonly string[]): boolean {
  return path.every((key, n) => pattern[n] === '*' || pattern[n] === key)
}
