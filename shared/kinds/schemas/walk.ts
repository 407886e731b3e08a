import type { Schema } from './schema'

/** Definitions by name, as they are loaded: a string names an equal one. */
export type Definitions = ReadonlyMap<string, Schema | string>

/** A schema with its references followed, and what its parent says of it. */
export type FieldSchema = {
  readonly schema: Schema
  readonly required: boolean
  /** The field of a map with free keys (labels, data): its key is the user's. */
  readonly freeKey: boolean
}

/**
 * Follows references until the schema says its own type. What stands beside a reference (a description, a default) wins
 * over what the definition says. A reference to a definition that isn't loaded is anything.
 */
export function resolveSchema(definitions: Definitions, schema: Schema): Schema {
  if (schema.ref === undefined) return schema
  let known = resolved.get(definitions)
  if (!known) resolved.set(definitions, (known = new WeakMap()))
  const before = known.get(schema)
  if (before) return before
  const found = followed(definitions, schema)
  known.set(schema, found)
  return found
}

/** The same answer for the same question: forms are drawn by schemas, and must know one that they had. */
const resolved = new WeakMap<Definitions, WeakMap<Schema, Schema>>()

function followed(definitions: Definitions, schema: Schema): Schema {
  let found = schema
  for (let depth = 0; found.ref !== undefined && depth < 20; depth++) {
    const { ref, ...beside } = found
    const target = definitionNamed(definitions, ref)
    found = target ? { ...target, ...beside } : { type: 'any', ...beside }
  }
  return found
}

function definitionNamed(definitions: Definitions, name: string): Schema | undefined {
  const found = definitions.get(name)
  return typeof found === 'string' ? definitionNamed(definitions, found) : found
}

/**
 * The schema of the field at a path inside an object: through properties, free keys, list items (a segment is an
 * index) and fields that keep what they don't know. Null where the server knows no such field.
 */
export function schemaAt(definitions: Definitions, root: Schema, path: readonly string[]): FieldSchema | null {
  let at: FieldSchema = { schema: resolveSchema(definitions, root), required: true, freeKey: false }
  for (const segment of path) {
    const next = childSchema(definitions, at.schema, segment)
    if (!next) return null
    at = next
  }
  return at
}

/** The schema of one field or item of a value, or null where there can be none. `schema` is resolved. */
export function childSchema(definitions: Definitions, schema: Schema, segment: string): FieldSchema | null {
  const property =
    schema.properties && Object.hasOwn(schema.properties, segment) ? schema.properties[segment] : undefined
  if (property) {
    const required = schema.required?.includes(segment) ?? false
    return { schema: resolveSchema(definitions, property), required, freeKey: false }
  }
  if (schema.type === 'array' && schema.items)
    return { schema: resolveSchema(definitions, schema.items), required: false, freeKey: false }
  if (schema.additionalProperties)
    return { schema: resolveSchema(definitions, schema.additionalProperties), required: false, freeKey: true }
  if (acceptsAnything(schema)) return { schema: { type: 'any' }, required: false, freeKey: true }
  return null
}

/** Whether a value may have fields that the schema doesn't name. */
export function acceptsAnything(schema: Schema): boolean {
  if (schema.preserveUnknown || schema.embeddedResource || schema.type === 'any') return true
  const saysNothing = !schema.type && !schema.properties && !schema.items
  const isFreeObject = schema.type === 'object' && !schema.properties && !schema.additionalProperties
  return saysNothing || isFreeObject
}
