import { listAt, textAt } from '../yaml/plain'
import { hostKey, subsetKey } from './hosts'
import type { KindKey } from './kind-key'
import { anywhereKey, type IndexKey } from './presence'
import type { KubeObject } from './relation'

/** The label that Kubernetes gives each namespace: its name. */
export const NAMESPACE_NAME = 'kubernetes.io/metadata.name'

/** Kinds that are found by more than their name and labels, and the keys that their objects stand under. */
const OWN_KEYS: Readonly<Record<KindKey, (object: KubeObject) => readonly IndexKey[]>> = {
  // Istio's gateways take certificates from where their pods are.
  Secret: ({ name }) => (name === null ? [] : [anywhereKey('Secret', name)]),
  'ServiceEntry.networking.istio.io': ({ data }) =>
    listAt(data, 'spec', 'hosts').flatMap(host => (typeof host === 'string' ? [hostKey(host)] : [])),
  'DestinationRule.networking.istio.io': ({ data, namespace }) =>
    listAt(data, 'spec', 'subsets').map(subset =>
      subsetKey(textAt(data, 'spec', 'host') ?? '', namespace ?? '', textAt(subset, 'name') ?? ''),
    ),
  // A custom resource finds its definition by group and kind.
  'CustomResourceDefinition.apiextensions.k8s.io': ({ data }) => [
    definitionKey(textAt(data, 'spec', 'group') ?? '', textAt(data, 'spec', 'names', 'kind') ?? ''),
  ],
}

const NO_KEYS: readonly IndexKey[] = []

export function moreKeysOf(kind: KindKey, object: KubeObject): readonly IndexKey[] {
  return OWN_KEYS[kind]?.(object) ?? NO_KEYS
}

/** The key of the CustomResourceDefinition of a group and kind. */
export function definitionKey(group: string, kind: string): IndexKey {
  return `defines ${kind}.${group}`
}
