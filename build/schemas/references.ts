import type { Schema } from '../../shared/kinds/schemas/schema'

/** The definitions that a schema names, itself included in what it holds. */
export function referencesOf(schema: Schema, found = new Set<string>()): Set<string> {
  if (schema.ref) found.add(schema.ref)
  const parts = [
    ...Object.values(schema.properties ?? {}),
    schema.additionalProperties,
    schema.items,
    schema.not,
    ...(schema.oneOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.allOf ?? []),
  ]
  for (const part of parts) if (part) referencesOf(part, found)
  return found
}

export function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
