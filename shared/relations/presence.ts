import type { KindKey } from './kind-key'
import type { LabelTarget, NameTarget, Target } from './reference'
import type { Labels } from './selector'
import { requiredPairs } from './selector'

/**
 * A line of the index. Objects stand under the keys by which they may be found; references watch the keys under which
 * what they mean would stand. So finding targets is a look-up, and a changed object tells whom it touches.
 */
export type IndexKey = string

/** Kinds, beside those that make pods, that other objects select by their own labels. */
const SELECTED_BY_LABELS: ReadonlySet<KindKey> = new Set([
  'Service',
  'Namespace',
  'PersistentVolume',
  'ClusterRole.rbac.authorization.k8s.io',
  'ServiceEntry.networking.istio.io',
  'WorkloadEntry.networking.istio.io',
])

/** What an object can be found by. */
export type Presence = {
  readonly kind: KindKey
  readonly namespace: string | null
  readonly name: string | null
  readonly labels: Labels
  /** The labels are those of the pods that it makes. */
  readonly makesPods: boolean
}

/** Under which keys an object stands. */
export function keysOfPresence(presence: Presence): readonly IndexKey[] {
  const keys: IndexKey[] = []
  if (presence.name !== null) keys.push(nameKey(presence.kind, presence.namespace, presence.name))
  if (presence.makesPods) pushLabelKeys(keys, 'pods', presence)
  else if (SELECTED_BY_LABELS.has(presence.kind)) pushLabelKeys(keys, presence.kind, presence)
  return keys
}

/** The keys under which every possible target stands: for labels one for each pair that is required, each enough alone. */
export function keysOfTarget(target: Target): readonly IndexKey[] {
  if (target.by === 'outside') return []
  return target.by === 'name' ? [nameKeyOf(target)] : labelKeysOf(target)
}

/** Changes here change what a reference means, though no target stands here. */
export function keysBesideTarget(target: Target): readonly IndexKey[] {
  const selectsNamespaces =
    target.by === 'labels' && typeof target.namespaces === 'object' && target.namespaces !== null
  return selectsNamespaces ? [`Namespace||`] : []
}

function nameKeyOf(target: NameTarget): IndexKey {
  return nameKey(target.kind, target.namespace, target.name)
}

function labelKeysOf(target: LabelTarget): readonly IndexKey[] {
  const namespace = typeof target.namespaces === 'string' && target.namespaces !== 'any' ? target.namespaces : '*'
  const scope = target.namespaces === null ? '' : namespace
  const pairs = requiredPairs(target.selector)
  if (pairs.length === 0) return [labelKey(target.among, scope, '')]
  return pairs.map(([key, value]) => labelKey(target.among, scope, `${key}=${value}`))
}

function pushLabelKeys(keys: IndexKey[], among: string, { namespace, labels }: Presence): void {
  for (const scope of namespace === null ? [''] : [namespace, '*']) {
    keys.push(labelKey(among, scope, ''))
    for (const [key, value] of labels) keys.push(labelKey(among, scope, `${key}=${value}`))
  }
}

function nameKey(kind: KindKey, namespace: string | null, name: string): IndexKey {
  return `=${kind}|${namespace ?? ''}|${name}`
}

function labelKey(among: string, namespace: string, pair: string): IndexKey {
  return `${among}|${namespace}|${pair}`
}
