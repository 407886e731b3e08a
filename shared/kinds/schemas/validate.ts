import { BigInteger, isList, isMap, type PlainMap, type PlainValue } from '../../yaml/plain'
import { nearestName } from './nearest-name'
import type { KindSchema } from './load'
import type { Schema } from './schema'
import { acceptsAnything, childSchema, resolveSchema, type Definitions } from './walk'
import { formatComplaint, typeComplaint } from './value-complaints'

/** What a server with strict field validation would refuse, with the place. */
export type SchemaFinding = {
  readonly code: 'unknown-field' | 'wrong-type' | 'missing-required' | 'not-an-allowed-value' | 'out-of-bounds'
  /** Keys and indexes inside the object. For a missing field: the map that lacks it. */
  readonly path: readonly string[]
  readonly message: string
  /** For an unknown field: the name that was probably meant. */
  readonly nearest: string | null
}

/**
 * Holds an object against its kind's schema, as kubectl does with strict field validation. Only what the server refuses
 * too is found: an absent field and one that is null are the same, as they are for the server.
 */
export function validateObject(kind: KindSchema, object: PlainMap): readonly SchemaFinding[] {
  const findings: SchemaFinding[] = []
  visit(kind.definitions, resolveSchema(kind.definitions, kind.root), object, [], findings)
  return findings
}

function visit(
  definitions: Definitions,
  schema: Schema,
  value: PlainValue,
  path: readonly string[],
  findings: SchemaFinding[],
): void {
  if (value === null) return
  const find = (code: SchemaFinding['code'], message: string, nearest: string | null = null) =>
    findings.push({ code, path, message, nearest })
  const wrongType = typeComplaint(schema, value)
  if (wrongType) {
    find('wrong-type', wrongType)
    return
  }
  const wrongFormat = formatComplaint(schema, value)
  if (wrongFormat) find('out-of-bounds', wrongFormat)
  if (schema.enum && !schema.enum.some(allowed => allowed === value))
    find('not-an-allowed-value', `${show(value)} is none of ${schema.enum.map(String).join(', ')}`)
  if (isList(value)) {
    visitList(definitions, schema, value, path, findings)
    return
  }
  if (isMap(value)) visitMap(definitions, schema, value, path, findings)
}

function visitList(
  definitions: Definitions,
  schema: Schema,
  list: readonly PlainValue[],
  path: readonly string[],
  findings: SchemaFinding[],
): void {
  if (!schema.items) return
  const items = resolveSchema(definitions, schema.items)
  list.forEach((item, index) => visit(definitions, items, item, [...path, String(index)], findings))
}

function visitMap(
  definitions: Definitions,
  schema: Schema,
  map: PlainMap,
  path: readonly string[],
  findings: SchemaFinding[],
): void {
  for (const name of schema.required ?? [])
    if ((map[name] === undefined || map[name] === null) && !isDefaulted(definitions, schema, name))
      findings.push({ code: 'missing-required', path, message: `${name} is required`, nearest: null })
  for (const [key, value] of Object.entries(map)) {
    const child = childSchema(definitions, schema, key)
    if (child) visit(definitions, child.schema, value, [...path, key], findings)
    else if (!acceptsAnything(schema)) {
      const nearest = nearestName(key, Object.keys(schema.properties ?? {}))
      const hint = nearest ? `; did you mean ${nearest}` : ''
      findings.push({ code: 'unknown-field', path: [...path, key], message: `${key} is no field here${hint}`, nearest })
    }
  }
}

/** The server fills in a default before it asks for what is required. */
function isDefaulted(definitions: Definitions, schema: Schema, name: string): boolean {
  return childSchema(definitions, schema, name)?.schema.default !== undefined
}

function show(value: PlainValue): string {
  if (value instanceof BigInteger) return value.digits
  return typeof value === 'string' ? value : JSON.stringify(value)
}
