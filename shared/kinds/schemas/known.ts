import { loadKindSchema, loadServedKinds, type KindSchema } from './load'
import { kubernetesVersions, type KubernetesVersion } from './versions'

/** A kind that the server's own groups don't have at this version. */
export type NotServed = {
  readonly served: false
  readonly version: KubernetesVersion
  /** The apiVersions under which the kind is served. */
  readonly instead: readonly string[]
}
export type KnownKind = (KindSchema & { readonly served?: true }) | NotServed

/**
 * What has been loaded about kinds, as a value: by `kindName`. Null stands for a kind that nothing is known about (a
 * custom resource), an absent entry for one that nobody has asked for yet.
 */
export type KnownKinds = {
  readonly version: KubernetesVersion
  readonly kinds: ReadonlyMap<string, KnownKind | null>
}
type Named = { readonly apiVersion: string; readonly kind: string }

/** Before anything is loaded. */
export const NO_KNOWN_KINDS: KnownKinds = { version: kubernetesVersions[0], kinds: new Map() }

/** What is known, where that is of a version; else nothing of that version yet. */
export function knownOf(version: KubernetesVersion, known: KnownKinds): KnownKinds {
  return known.version === version ? known : { version, kinds: new Map() }
}

/** How a kind of one version is found in `KnownKinds`. */
export function kindName({ apiVersion, kind }: Named): string {
  return `${apiVersion} ${kind}`
}

/** The kinds of these objects that nobody has asked for yet, each once. */
export function kindsToLoad(known: KnownKinds, objects: readonly Named[]): readonly Named[] {
  const wanted = new Map<string, Named>()
  for (const { apiVersion, kind } of objects) {
    const name = kindName({ apiVersion, kind })
    if (!known.kinds.has(name) && !wanted.has(name)) wanted.set(name, { apiVersion, kind })
  }
  return [...wanted.values()]
}

/** What was known and these kinds besides. */
export async function withKinds(known: KnownKinds, wanted: readonly Named[]): Promise<KnownKinds> {
  if (wanted.length === 0) return known
  const loaded = await Promise.all(
    wanted.map(async named => [kindName(named), await loadKnownKind(named, known.version)] as const),
  )
  return { ...known, kinds: new Map([...known.kinds, ...loaded]) }
}

async function loadKnownKind({ apiVersion, kind }: Named, version: KubernetesVersion): Promise<KnownKind | null> {
  const schema = await loadKindSchema(apiVersion, kind, version)
  if (schema) return schema
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
  // Custom kinds come and go with their definitions; only the server's own groups are known to lack a kind.
  const builtIn = (await loadServedKinds(version)).filter(row => !row.file.startsWith('io-'))
  if (!FORMER_GROUPS.has(group) && !builtIn.some(row => row.group === group)) return null
  const instead = builtIn
    .filter(row => row.kind === kind)
    .map(row => (row.group === '' ? row.version : `${row.group}/${row.version}`))
  return { served: false, version, instead }
}

/** Groups that the server once had itself. */
const FORMER_GROUPS: ReadonlySet<string> = new Set(['extensions'])
