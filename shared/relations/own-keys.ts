import { isKnownKind } from '../kinds/kinds'
import { listAt, textAt } from '../yaml/plain'
import { hostKey, subsetKey } from './hosts'
import type { KindKey } from './kind-key'
import { anywhereKey, broughtKey, type IndexKey } from './presence'
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
  // What makes a Secret in the cluster: nobody misses one that is in no file then.
  'Certificate.cert-manager.io': ({ data, namespace }) => broughtSecret(namespace, textAt(data, 'spec', 'secretName')),
  'ExternalSecret.external-secrets.io': ({ data, namespace, name }) =>
    broughtSecret(namespace, textAt(data, 'spec', 'target', 'name') ?? name),
  'SealedSecret.bitnami.com': ({ data, namespace, name }) =>
    broughtSecret(namespace, textAt(data, 'spec', 'template', 'metadata', 'name') ?? name),
  'Application.argoproj.io': inFolder,
  'ApplicationSet.argoproj.io': inFolder,
  'AppProject.argoproj.io': inFolder,
  // A custom resource finds its definition by group and kind.
  'CustomResourceDefinition.apiextensions.k8s.io': ({ data }) => [
    definitionKey(textAt(data, 'spec', 'group') ?? '', textAt(data, 'spec', 'names', 'kind') ?? ''),
  ],
}

function broughtSecret(namespace: string | null, name: string | null): readonly IndexKey[] {
  return name === null ? NO_KEYS : [broughtKey({ kind: 'Secret', namespace, name })]
}

function inFolder({ file }: KubeObject): readonly IndexKey[] {
  return [folderKey(file.slice(0, Math.max(0, file.lastIndexOf('/'))))]
}

const NO_KEYS: readonly IndexKey[] = []

export function moreKeysOf(kind: KindKey, object: KubeObject): readonly IndexKey[] {
  const own = OWN_KEYS[kind]
  if (own !== undefined) return own(object)
  const { group, namespace, name } = object
  return name === null || isKnownKind(group, object.kind) ? NO_KEYS : [paramKey(namespace, name)]
}

/** The key of a custom resource of any kind, which a policy of admission may be set by. */
export function paramKey(namespace: string | null, name: string): IndexKey {
  return `params ${namespace ?? ''}|${name}`
}

/** The key of the CustomResourceDefinition of a group and kind. */
export function definitionKey(group: string, kind: string): IndexKey {
  return `defines ${kind}.${group}`
}

/** The key of what is delivered from a folder, as an Application names it: from the root, with or without `./`. */
export function folderKey(path: string): IndexKey {
  return `folder ${path.replace(/^(\.?\/)+|\/+$/g, '').replace(/^\.$/, '')}`
}
