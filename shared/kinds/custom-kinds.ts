import { isMap, listAt, textAt, valueAt, type PlainMap } from '../yaml/plain'
import { printDocument } from '../yaml/print'
import { defineKind, regularPlural } from './define-kind'
import type { KindRow, StarterInput } from './kind-row'
import { isKnownKind } from './kinds'
import { compactSchema } from './schemas/from-openapi'
import { kindName, type KnownKinds } from './schemas/known'
import type { KindSchema } from './schemas/load'
import type { Schema } from './schemas/schema'
import { smallestValue } from './schemas/smallest-value'
import { schemaAt, type Definitions } from './schemas/walk'

/** The kinds that the CustomResourceDefinitions of a workspace define, for as long as they are in it. */
export type CustomKinds = {
  /** Those that Chartroom doesn't know by itself, in the order of their definitions. */
  readonly rows: readonly KindRow[]
  /** By `kindName`: each version that is served. */
  readonly schemas: ReadonlyMap<string, KindSchema>
  row(group: string, kind: string): KindRow | null
}

type Defined = { readonly row: KindRow; readonly schemas: readonly (readonly [string, KindSchema])[] }
type Definer = { readonly group: string; readonly kind: string; readonly data: PlainMap }

/** A workspace without definitions. */
export const NO_CUSTOM_KINDS: CustomKinds = { rows: [], schemas: new Map(), row: () => null }

const readDefinitions = new WeakMap<PlainMap, Defined | null>()
const definersOf = new WeakMap<CustomKinds, readonly Defined[]>()

/** The kinds that these objects define. The same value as before while the definitions are. */
export function customKindsOf(objects: readonly Definer[], before: CustomKinds = NO_CUSTOM_KINDS): CustomKinds {
  const defined = objects.filter(definesKind).flatMap(({ data }) => definedBy(data) ?? [])
  if (defined.length === 0) return NO_CUSTOM_KINDS
  const known = definersOf.get(before)
  if (known?.length === defined.length && known.every((each, n) => each === defined[n])) return before
  const rows = defined.map(each => each.row).filter(row => !isKnownKind(row.group, row.kind))
  const custom: CustomKinds = {
    rows,
    schemas: new Map(defined.flatMap(each => each.schemas)),
    row: (group, kind) => rows.find(row => row.group === group && row.kind === kind) ?? null,
  }
  definersOf.set(custom, defined)
  return custom
}

/** Whether an object is a definition of a kind. */
export function definesKind({ group, kind }: Pick<Definer, 'group' | 'kind'>): boolean {
  return kind === 'CustomResourceDefinition' && group === 'apiextensions.k8s.io'
}

/** `group/Kind` of the kind that a definition makes, where its objects are in no namespace; null for any other. */
export function clusterKindOf(definition: PlainMap): string | null {
  const row = definedBy(definition)?.row
  return row?.scope === 'cluster' && !isKnownKind(row.group, row.kind) ? `${row.group}/${row.kind}` : null
}

const withCustom = new WeakMap<KnownKinds, { readonly custom: CustomKinds; readonly kinds: KnownKinds }>()

/** What is known of kinds, together with those that the workspace defines, which win: the cluster would have them. */
export function knownWith(known: KnownKinds, custom: CustomKinds): KnownKinds {
  if (custom.schemas.size === 0) return known
  const last = withCustom.get(known)
  if (last?.custom === custom) return last.kinds
  const kinds = { ...known, kinds: new Map([...known.kinds, ...custom.schemas]) }
  withCustom.set(known, { custom, kinds })
  return kinds
}

function definedBy(data: PlainMap): Defined | null {
  const last = readDefinitions.get(data)
  if (last !== undefined) return last
  const defined = readDefinition(data)
  readDefinitions.set(data, defined)
  return defined
}

/** While a definition is being typed it says too little: it makes a kind once it has a group, a kind and a version. */
function readDefinition(data: PlainMap): Defined | null {
  const group = textAt(data, 'spec', 'group')
  const kind = textAt(data, 'spec', 'names', 'kind')
  const versions = listAt(data, 'spec', 'versions')
    .filter(isMap)
    .filter(version => version.served !== false)
  const names = versions.flatMap(version => textAt(version, 'name') ?? [])
  const [first] = [...versions].sort((a, b) => Number(b.storage === true) - Number(a.storage === true))
  if (!group || !kind || names.length === 0 || !first) return null
  const scope = textAt(data, 'spec', 'scope') === 'Cluster' ? 'cluster' : 'namespaced'
  const plural = textAt(data, 'spec', 'names', 'plural') ?? regularPlural(kind)
  const shortNames = listAt(data, 'spec', 'names', 'shortNames').filter(name => typeof name === 'string')
  const schemas = versions.flatMap(version => {
    const name = textAt(version, 'name')
    if (name === null || !hasSchema(version)) return []
    return [
      [
        kindName({ apiVersion: `${group}/${name}`, kind }),
        schemaOf(version, { group, version: name, kind, plural, scope }),
      ],
    ] as const
  })
  const apiVersion = `${group}/${textAt(first, 'name') ?? names[0]}`
  const row = defineKind({
    kind,
    group,
    versions: [textAt(first, 'name') ?? '', ...names.filter(name => name !== textAt(first, 'name'))],
    plural,
    shortNames,
    scope,
    family: 'other',
    searchWords: ['custom', 'resource', ...group.split('.')],
    starter: input => starterOf(apiVersion, kind, scope, rootOf(first), input),
  })
  return { row, schemas }
}

const NO_DEFINITIONS: Definitions = new Map()
const texts: Schema = { type: 'object', additionalProperties: { type: 'string' } }

/** What every object has beside what its definition says. A definition may not say more of it. */
const COMMON_FIELDS: Readonly<Record<string, Schema>> = {
  apiVersion: { type: 'string' },
  kind: { type: 'string' },
  metadata: {
    type: 'object',
    preserveUnknown: true,
    properties: {
      name: { type: 'string', description: 'Name must be unique within a namespace.' },
      namespace: { type: 'string', description: 'Namespace defines the space within which each name must be unique.' },
      labels: { ...texts, description: 'Map of string keys and values to organize and categorize objects.' },
      annotations: { ...texts, description: 'Map of string keys and values that tools may set, to keep any metadata.' },
    },
  },
}

function hasSchema(version: PlainMap): boolean {
  return isMap(valueAt(version, ['schema', 'openAPIV3Schema']))
}

const roots = new WeakMap<PlainMap, Schema>()

/** Read when it is first asked for: a definition may be thousands of lines, of which a folder that is opened asks nothing yet. */
function rootOf(version: PlainMap): Schema {
  const known = roots.get(version)
  if (known) return known
  const written = valueAt(version, ['schema', 'openAPIV3Schema'])
  const schema = isMap(written) ? compactSchema(written) : {}
  const root: Schema = { ...schema, type: 'object', properties: { ...schema.properties, ...COMMON_FIELDS } }
  roots.set(version, root)
  return root
}

function schemaOf(version: PlainMap, names: Omit<KindSchema['kind'], 'file' | 'definition'>): KindSchema {
  return {
    // No file holds it: its definition is an object of the workspace.
    kind: { ...names, file: '', definition: '' },
    get root() {
      return rootOf(version)
    },
    definitions: NO_DEFINITIONS,
    at: path => schemaAt(NO_DEFINITIONS, rootOf(version), path),
  }
}

/** An object with all that its schema requires and nothing else. */
function starterOf(
  apiVersion: string,
  kind: string,
  scope: KindRow['scope'],
  root: Schema,
  { name, namespace }: StarterInput,
): string {
  const required = new Set([...(root.required ?? []), 'spec'])
  const fields = Object.entries(root.properties ?? {})
    .filter(([key]) => required.has(key) && !Object.hasOwn(COMMON_FIELDS, key) && key !== 'status')
    .map(([key, schema]) => [key, smallestValue(schema, NO_DEFINITIONS)] as const)
  const isPlaced = scope === 'namespaced' && namespace !== null
  const metadata = { name, ...(isPlaced ? { namespace } : {}) }
  return printDocument({ apiVersion, kind, metadata, ...Object.fromEntries(fields) })
}
