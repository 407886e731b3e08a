import type { Schema, SchemaFile, SchemaKind } from '../../shared/kinds/schemas/schema'
import { compactSchema, shortName } from '../../shared/kinds/schemas/from-openapi'
import { mapValues, referencesOf } from './references'
import type { ServedResource, ServerDescription } from './openapi'
import { shareRepeated } from './share-repeated'

export type SchemaSet = {
  readonly kinds: readonly SchemaKind[]
  readonly files: ReadonlyMap<string, SchemaFile>
}

/**
 * All definitions that kinds lead to, each once, in files that are loaded together: what every object has (meta), what
 * pods are made of (pod), and a file a group and version for the rest.
 */
export function arrangeFiles(server: ServerDescription): SchemaSet {
  const all = new Map<string, Schema>()
  for (const [name, schema] of server.definitions) all.set(shortName(name), compactSchema(schema))
  const roots = server.resources.map(resource => shortName(resource.definition))
  const used = closure(roots, all)
  const podParts = closure(['core.v1.PodTemplateSpec'], all)

  const fileOf = (name: string): string => {
    if (name.startsWith('meta.')) return 'meta'
    if (podParts.has(name)) return 'pod'
    return name.split('.').slice(0, -1).join('-').toLowerCase()
  }
  const files = new Map<string, Map<string, Schema>>()
  for (const name of [...used].sort()) {
    const file = fileOf(name)
    files.set(file, (files.get(file) ?? new Map<string, Schema>()).set(name, all.get(name)!))
  }
  const kinds = [...server.resources].sort(byName).map(resource => ({
    group: resource.group,
    version: resource.version,
    kind: resource.kind,
    plural: resource.plural,
    ...(resource.shortNames.length ? { shortNames: resource.shortNames } : {}),
    scope: resource.namespaced ? ('namespaced' as const) : ('cluster' as const),
    file: fileOf(shortName(resource.definition)),
    definition: shortName(resource.definition),
  }))
  return { kinds, files: finish(files, fileOf) }
}

/** A server lists custom resources in another order each time. */
function byName(a: ServedResource, b: ServedResource): number {
  const key = ({ group, version, kind }: ServedResource) => `${group}/${version}/${kind}`
  return key(a) < key(b) ? -1 : 1
}

function closure(names: readonly string[], all: ReadonlyMap<string, Schema>): Set<string> {
  const found = new Set<string>()
  const waiting = [...names]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const schema = all.get(name)
    if (found.has(name) || !schema) continue
    found.add(name)
    waiting.push(...referencesOf(schema))
  }
  return found
}

/** Shares equal parts inside each file, gives equal definitions of other files by name, and lists what each file needs. */
function finish(
  files: ReadonlyMap<string, ReadonlyMap<string, Schema>>,
  fileOf: (name: string) => string,
): Map<string, SchemaFile> {
  const firstWith = new Map<string, string>()
  const out = new Map<string, SchemaFile>()
  for (const [file, definitions] of [...files].sort(newestFirst)) {
    const own: Record<string, Schema | string> = {}
    const unique: Record<string, Schema> = {}
    for (const [name, schema] of definitions) {
      const text = JSON.stringify(schema)
      const equal = firstWith.get(text)
      if (equal && text.length > 400) own[name] = equal
      else {
        firstWith.set(text, name)
        unique[name] = schema
      }
    }
    // Only custom resources repeat themselves, and names of shared parts would blur what differs between versions.
    Object.assign(own, isCustom(definitions) ? shareRepeated(file, unique) : unique)
    out.set(file, { needs: [], definitions: own })
  }
  const direct = mapValues(Object.fromEntries(out), file => directNeeds(file, fileOf))
  return new Map([...out].map(([name, file]) => [name, { ...file, needs: needsOf(name, direct) }]))
}

/** Built-in definitions have lost their `io.k8s.api.`; a CRD's keep their reversed group. */
function isCustom(definitions: ReadonlyMap<string, Schema>): boolean {
  return [...definitions.keys()].some(name => name.startsWith('io.'))
}

/** A custom resource's versions are often equal: the stable one holds the definition. */
function newestFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  const isStable = (name: string) => /-v\d+$/.test(name)
  return Number(isStable(b)) - Number(isStable(a)) || (a < b ? -1 : 1)
}

function directNeeds(file: SchemaFile, fileOf: (name: string) => string): Set<string> {
  const needs = new Set<string>()
  for (const definition of Object.values(file.definitions)) {
    const names = typeof definition === 'string' ? [definition] : referencesOf(definition)
    for (const name of names) if (!(name in file.definitions)) needs.add(fileOf(name))
  }
  return needs
}

function needsOf(name: string, direct: Readonly<Record<string, ReadonlySet<string>>>): string[] {
  const found = new Set<string>()
  const waiting = [...(direct[name] ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next) || next === name) continue
    found.add(next)
    waiting.push(...(direct[next] ?? []))
  }
  return [...found].sort()
}
