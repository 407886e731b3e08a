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
 * too is found: an absent field and one that is null are the same, as they are for the server, and a status may lack
 * anything, since the server writes it anew.
 */
export function validateObject(kind: KindSchema, object: PlainMap): readonly SchemaFinding[] {
  const { definitions, root } = kind
  const isBuiltIn = kind.kind.file !== '' && !kind.kind.definition.startsWith('io.')
  const visit: Visit = { definitions, isBuiltIn, findings: [] }
  // The server's own kinds hold their spec as a struct: an absent one is an empty one, and lacks what that lacks.
  const lacksSpec = isBuiltIn && kind.at(['spec']) !== null && (object.spec ?? null) === null
  visitValue(visit, resolveSchema(definitions, root), lacksSpec ? { ...object, spec: {} } : object, [])
  return visit.findings
}

/** One validation: what it knows, and what it has found so far. */
type Visit = {
  readonly definitions: Definitions
  readonly isBuiltIn: boolean
  readonly findings: SchemaFinding[]
}

function visitValue(visit: Visit, schema: Schema, value: PlainValue, path: readonly string[]): void {
  if (value === null) return
  const find = (code: SchemaFinding['code'], message: string) =>
    visit.findings.push({ code, path, message, nearest: null })
  const wrongType = typeComplaint(schema, value)
  if (wrongType) {
    find('wrong-type', wrongType)
    return
  }
  const wrongFormat = formatComplaint(schema, value)
  if (wrongFormat) find('out-of-bounds', wrongFormat)
  if (schema.enum && !schema.enum.some(allowed => allowed === value))
    find('not-an-allowed-value', `${show(value)} is none of ${schema.enum.map(String).join(', ')}`)
  if (isList(value)) visitList(visit, schema, value, path)
  else if (isMap(value)) visitMap(visit, schema, value, path)
}

function visitList(visit: Visit, schema: Schema, list: readonly PlainValue[], path: readonly string[]): void {
  if (!schema.items) return
  const items = resolveSchema(visit.definitions, schema.items)
  list.forEach((item, index) => visitValue(visit, items, item, [...path, String(index)]))
}

function visitMap(visit: Visit, schema: Schema, map: PlainMap, path: readonly string[]): void {
  for (const name of path[0] === 'status' ? [] : (schema.required ?? []))
    if ((map[name] ?? null) === null && !mayBeAbsent(visit, schema, name))
      visit.findings.push({ code: 'missing-required', path, message: `${name} is required`, nearest: null })
  for (const [key, value] of Object.entries(map)) {
    const child = childSchema(visit.definitions, schema, key)
    if (child) visitValue(visit, child.schema, value, [...path, key])
    else if (!acceptsAnything(schema)) visit.findings.push(unknownField(schema, path, key))
  }
}

function unknownField(schema: Schema, path: readonly string[], key: string): SchemaFinding {
  const nearest = nearestName(key, Object.keys(schema.properties ?? {}))
  const hint = nearest ? `; did you mean ${nearest}` : ''
  return { code: 'unknown-field', path: [...path, key], message: `${key} is no field here${hint}`, nearest }
}

/** Lists that the validation of the server's own kinds wants to hold something. */
const listsThatAreWanted: ReadonlySet<string> = new Set(['containers', 'paths'])

/**
 * The server fills in a default before it asks for what is required. A list that one of its own kinds lacks is an empty
 * one to it, whatever the schema says.
 */
function mayBeAbsent({ definitions, isBuiltIn }: Visit, schema: Schema, name: string): boolean {
  const field = childSchema(definitions, schema, name)?.schema
  return field?.default !== undefined || (isBuiltIn && field?.type === 'array' && !listsThatAreWanted.has(name))
}

function show(value: PlainValue): string {
  if (value instanceof BigInteger) return value.digits
  return typeof value === 'string' ? value : JSON.stringify(value)
}
