import { isKnownKind } from '../kinds/kinds'
import { splitKindKey, type KindKey } from './kind-key'
import type { LabelTarget, NameTarget, Reference, Target } from './reference'
import { requiredPairs, type Labels, type Selector } from './selector'

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
  'ReferenceGrant.gateway.networking.k8s.io',
  ...['ServiceMonitor', 'PodMonitor', 'Probe', 'PrometheusRule', 'ScrapeConfig', 'AlertmanagerConfig'].map(
    kind => `${kind}.monitoring.coreos.com`,
  ),
])

/** Istio makes WorkloadEntries of a WorkloadGroup: it stands for them, as a Deployment does for its pods. */
const STANDS_FOR: Readonly<Record<KindKey, KindKey>> = {
  'WorkloadGroup.networking.istio.io': 'WorkloadEntry.networking.istio.io',
}

/** What an object can be found by. */
export type Presence = {
  readonly kind: KindKey
  readonly namespace: string | null
  readonly name: string | null
  readonly labels: Labels
  /** The labels are those of the pods that it makes. */
  readonly makesPods: boolean
  /** Keys of its own beside name and labels, such as the hosts of a ServiceEntry. */
  readonly more: readonly IndexKey[]
}

/** Under which keys an object stands. */
export function keysOfPresence(presence: Presence): readonly IndexKey[] {
  const keys: IndexKey[] = [...presence.more]
  if (presence.name !== null) keys.push(nameKey(presence.kind, presence.namespace, presence.name))
  if (presence.makesPods) pushLabelKeys(keys, 'pods', presence)
  else {
    const among = STANDS_FOR[presence.kind] ?? presence.kind
    if (SELECTED_BY_LABELS.has(among)) pushLabelKeys(keys, among, presence)
  }
  return keys
}

/** The keys under which every possible target stands: for labels one for each pair that is required, each enough alone. */
export function keysOfTarget(target: Target): readonly IndexKey[] {
  switch (target.by) {
    case 'name':
      return nameKeysOf(target)
    case 'labels':
      return labelKeysOf(target.among, target.namespaces, target.selector)
    case 'subset':
      return labelKeysOf('pods', target.service.namespace, target.labels)
    case 'lookup':
      return target.keys
    case 'beside-pods':
      return [anywhereKey(target.kind, target.name)]
    case 'outside':
      return []
  }
}

/** Changes here change what a reference means, though no target stands here. */
export function keysBesideTarget({ target, beside }: Reference): readonly IndexKey[] {
  const keys = (beside ?? []).map(({ kind, namespace }) => everyKey(kind, namespace))
  if (target.by === 'beside-pods') keys.push(...labelKeysOf('pods', 'any', target.pods))
  if (isBroughtByOthers(target)) keys.push(broughtKey(target))
  if (target.by === 'subset') keys.push(nameKeyOf(target.service))
  if (target.by === 'labels' && typeof target.namespaces === 'object' && target.namespaces !== null)
    keys.push(everyKey('Namespace', null))
  return keys
}

/**
 * The keys under which a target by name may stand. Only its definition tells whether a custom kind is in namespaces: an
 * object of one that isn't stands in none, whatever namespace the reference seems to mean.
 */
export function nameKeysOf(target: Pick<NameTarget, 'kind' | 'namespace' | 'name'>): readonly IndexKey[] {
  if (target.namespace === null || !isCustom(target.kind)) return [nameKeyOf(target)]
  return [nameKeyOf(target), nameKeyOf({ ...target, namespace: null })]
}

const customKinds = new Map<KindKey, boolean>()

function isCustom(key: KindKey): boolean {
  let custom = customKinds.get(key)
  if (custom === undefined) {
    const { kind, group } = splitKindKey(key)
    customKinds.set(key, (custom = !isKnownKind(group, kind)))
  }
  return custom
}

/** The key of an object by its kind and name. */
export function nameKeyOf({ kind, namespace, name }: Pick<NameTarget, 'kind' | 'namespace' | 'name'>): IndexKey {
  return nameKey(kind, namespace, name)
}

/** Whether a target may be made in the cluster by what the design holds, such as the Secret of a Certificate. */
export function isBroughtByOthers(target: Target): target is NameTarget {
  return target.by === 'name' && target.kind === 'Secret'
}

/** The key of what makes an object in the cluster that is in no file. */
export function broughtKey({ kind, namespace, name }: Pick<NameTarget, 'kind' | 'namespace' | 'name'>): IndexKey {
  return `brings ${nameKey(kind, namespace, name)}`
}

/** The key of an object by its kind and name, whatever its namespace. Only some kinds stand there: see own-keys.ts. */
export function anywhereKey(kind: KindKey, name: string): IndexKey {
  return `any ${kind}|${name}`
}

/** The key of every object of a kind that others select by labels, in a namespace. */
export function everyKey(kind: KindKey, namespace: string | null): IndexKey {
  return labelKey(kind, namespace ?? '', '')
}

function labelKeysOf(among: string, namespaces: LabelTarget['namespaces'], selector: Selector): readonly IndexKey[] {
  const scope = namespaces === null ? '' : typeof namespaces === 'string' && namespaces !== 'any' ? namespaces : '*'
  const pairs = requiredPairs(selector)
  if (pairs.length === 0) return [labelKey(among, scope, '')]
  return pairs.map(([key, value]) => labelKey(among, scope, `${key}=${value}`))
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
