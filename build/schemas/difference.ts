import type { SchemaDifference, SchemaFile, SchemaKind } from '../../shared/kinds/schemas/schema'
import type { SchemaSet } from './arrange-files'
import { recordOf } from './openapi'

/**
 * What turns the base version's definitions into another version's. Descriptions that were merely reworded are left
 * out: only fields that are new or gone, and what is said of them.
 */
export function differenceOf(version: string, base: SchemaSet, other: SchemaSet): SchemaDifference {
  const before = definitionsOf(base)
  const after = definitionsOf(other)
  const definitions: Record<string, unknown> = {}
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const patch = mergePatch(before[name], after[name])
    if (patch !== undefined) definitions[name] = patch
  }
  const key = (kind: SchemaKind) => `${kind.group}/${kind.version}/${kind.kind}`
  const had = new Set(base.kinds.map(key))
  const has = new Set(other.kinds.map(key))
  return {
    version,
    definitions: sorted(definitions),
    addedKinds: other.kinds.filter(kind => !had.has(key(kind))),
    removedKinds: base.kinds.map(key).filter(name => !has.has(name)),
  }
}

function definitionsOf(set: SchemaSet): Record<string, unknown> {
  return Object.assign({}, ...[...set.files.values()].map((file: SchemaFile) => file.definitions))
}

/** A JSON merge patch from one value to another, or undefined where they are equal but for wording. */
function mergePatch(before: unknown, after: unknown): unknown {
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined
  if (after === undefined) return null
  if (!isRecord(before) || !isRecord(after)) return after
  const patch: Record<string, unknown> = {}
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (key === 'description' && typeof before[key] === 'string' && typeof after[key] === 'string') continue
    const part = mergePatch(before[key], after[key])
    if (part !== undefined) patch[key] = part
  }
  return Object.keys(patch).length ? patch : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(recordOf(record)).sort(([a], [b]) => (a < b ? -1 : 1)))
}
