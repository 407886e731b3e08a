import { textAt, type PlainMap } from '../yaml/plain'
import { defineKind } from './define-kind'
import type { KindRow } from './kind-row'
import { accessKinds } from './rows/access'
import { clusterKinds } from './rows/cluster'
import { configKinds } from './rows/config'
import { customKinds } from './rows/custom'
import { deliveryKinds } from './rows/delivery'
import { gatewayApiKinds } from './rows/gateway-api'
import { meshKinds } from './rows/mesh'
import { policyKinds } from './rows/policy'
import { storageKinds } from './rows/storage'
import { trafficKinds } from './rows/traffic'
import { workloadKinds } from './rows/workloads'

const rows: readonly KindRow[] = [
  ...workloadKinds,
  ...trafficKinds,
  ...gatewayApiKinds,
  ...configKinds,
  ...storageKinds,
  ...accessKinds,
  ...policyKinds,
  ...meshKinds,
  ...deliveryKinds,
  ...customKinds,
  ...clusterKinds,
]

/** Groups of the Kubernetes project that a cluster has only when they are installed. */
const EXTENSIONS_OF_KUBERNETES: ReadonlySet<string> = new Set([
  'gateway.networking.k8s.io',
  'snapshot.storage.k8s.io',
  'autoscaling.k8s.io',
  'kustomize.config.k8s.io',
])

const rowsByKey = new Map(
  rows.flatMap(row => [row.group, ...row.formerGroups].map(group => [key(group, row.kind), row] as const)),
)
const rowsByWord = indexWords(rows)
const unknownRows = new Map<string, KindRow>()

/** Every kind that Chartroom knows, by family, the best known first. */
export function allKinds(): readonly KindRow[] {
  return rows
}

/** The kinds that a person can make from the palette: each has a starter. */
export function starterKinds(): readonly KindRow[] {
  return rows.filter(row => row.starter !== null)
}

/**
 * The row of a kind; always the same one for the same kind. A group that served it once gives the row of today
 * (`extensions` Ingress). An unknown kind gets a namespaced row of the family 'other'.
 */
export function kindRow(group: string, kind: string): KindRow {
  const known = rowsByKey.get(key(group, kind)) ?? unknownRows.get(key(group, kind))
  if (known !== undefined) return known
  const row = defineKind({ kind, group, versions: [], family: 'other' })
  unknownRows.set(key(group, kind), row)
  return row
}

/** Whether Chartroom has a row of its own for a kind. */
export function isKnownKind(group: string, kind: string): boolean {
  return rowsByKey.has(key(group, kind))
}

/** The row of an object's plain data, by its `apiVersion` and `kind`. */
export function kindOfData(object: PlainMap): KindRow {
  return kindRow(groupOf(textAt(object, 'apiVersion') ?? ''), textAt(object, 'kind') ?? '')
}

/** The group of an apiVersion: the part before the slash, '' for the core group. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/')
  return slash === -1 ? '' : apiVersion.slice(0, slash)
}

export function isClusterScoped(group: string, kind: string): boolean {
  return kindRow(group, kind).scope === 'cluster'
}

/**
 * The kinds that a reference as kubectl takes it can mean: kind, plural or short name, in any case, alone or followed
 * by its group or by version and group (`deploy`, `gateways.networking.istio.io`, `deployments.v1.apps`). Several where
 * groups share a word, the one that kubectl would take first.
 */
export function resolveKind(reference: string): readonly KindRow[] {
  const [word = '', ...rest] = reference.toLowerCase().split('.')
  const named = rowsByWord.get(word) ?? []
  if (rest.length === 0) return named
  const group = rest.join('.')
  const groupBehindVersion = rest.slice(1).join('.')
  return named.filter(row =>
    [row.group, ...row.formerGroups].some(
      served => served === group || (row.versions.includes(rest[0]!) && served === groupBehindVersion),
    ),
  )
}

function key(group: string, kind: string): string {
  return `${group}/${kind}`
}

function indexWords(rows: readonly KindRow[]): ReadonlyMap<string, readonly KindRow[]> {
  const index = new Map<string, KindRow[]>()
  for (const row of rows)
    for (const word of new Set([row.kind.toLowerCase(), row.plural, ...row.shortNames]))
      index.set(word, [...(index.get(word) ?? []), row].toSorted(byPreference))
  return index
}

/** Kubernetes' own groups come before those of extensions, which the server orders by name. */
function byPreference(a: KindRow, b: KindRow): number {
  return extensionGroup(a).localeCompare(extensionGroup(b), 'en')
}

function extensionGroup(row: KindRow): string {
  return isBuiltIn(row.group) ? '' : row.group
}

function isBuiltIn(group: string): boolean {
  return !group.includes('.') || (group.endsWith('.k8s.io') && !EXTENSIONS_OF_KUBERNETES.has(group))
}
