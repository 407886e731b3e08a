import { BigInteger, isList, isMap, type PlainMap, type PlainValue } from '../../yaml/plain'
import { nearestName } from './nearest-name'
import type { KindSchema } from './load'
import type { Schema } from './schema'
import { acceptsAnything, childSchema, resolveSchema, type Definitions, type FieldSchema } from './walk'
import { formatComplaint, typeComplaint } from './value-complaints'

/** What a server with strict field validation would refuse, with the place. */
export type SchemaFinding = {
  readonly code:
    'unknown-field' | 'wrong-type' | 'missing-required' | 'not-an-allowed-value' | 'out-of-bounds' | 'same-key-twice'
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
  // Of its own kinds the server asks this for server-side apply alone, or by a validation of the kind's.
  if (!visit.isBuiltIn) findTwice(visit, schema, list, path)
}

/** The server tells items of a custom resource's list apart by its keys, with their defaults, or by what they are. */
function findTwice(visit: Visit, schema: Schema, list: readonly PlainValue[], path: readonly string[]): void {
  const { listType, listMapKeys = [], items = {} } = schema
  if (listType !== 'map' && listType !== 'set') return
  const keyOf = (item: PlainValue): PlainValue =>
    listType === 'map' && isMap(item)
      ? listMapKeys.map(
          key => item[key] ?? defaultOf(childSchema(visit.definitions, resolveSchema(visit.definitions, items), key)),
        )
      : item
  const seen = new Set<string>()
  list.forEach((item, index) => {
    const key = JSON.stringify(keyOf(item))
    const what = listType === 'map' ? `the same ${listMapKeys.join(', ')}` : 'this value'
    const message = `Another item before it has ${what}`
    if (seen.has(key))
      visit.findings.push({ code: 'same-key-twice', path: [...path, String(index)], message, nearest: null })
    seen.add(key)
  })
}

function defaultOf(field: FieldSchema | null): PlainValue {
  const value = field?.schema.default
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function visitMap(visit: Visit, schema: Schema, map: PlainMap, path: readonly string[]): void {
  for (const name of path[0] === 'status' ? [] : (schema.required ?? []))
    if (isLacking(visit, schema, map, name))
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

/** Texts that the server's own kinds always write, and may leave empty. */
const textsThatMayBeEmpty: ReadonlySet<string> = new Set(['value', 'audience'])

/**
 * The server fills in a default before it asks for what is required. A list that one of its own kinds lacks is an empty
 * one to it, whatever the schema says; a text that one lacks is an empty one as well, which its validation refuses.
 */
function isLacking({ definitions, isBuiltIn }: Visit, schema: Schema, map: PlainMap, name: string): boolean {
  const field = childSchema(definitions, schema, name)?.schema
  if (isBuiltIn && field?.default === '') return (map[name] ?? '') === '' && !textsThatMayBeEmpty.has(name)
  if ((map[name] ?? null) !== null || field?.default !== undefined) return false
  return !(isBuiltIn && field?.type === 'array' && !listsThatAreWanted.has(name))
}

function show(value: PlainValue): string {
  if (value instanceof BigInteger) return value.digits
  return typeof value === 'string' ? value : JSON.stringify(value)
}
