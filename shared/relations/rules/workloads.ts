import { isMap, listAt, textAt, valueAt } from '../../yaml/plain'
import type { KindKey } from '../kind-key'
import type { LabelTarget } from '../reference'
import type { RelationRule, Tie } from '../rule'
import { labelSelector } from '../selector'
import { findPlaces } from '../source'
import { byLabels, labelReference } from '../ties/by-labels'
import { anyOf, byName, kindInReference } from '../ties/by-name'
import { byVolume } from '../ties/by-volume'
import { envFrom, envVariable, pullSecret, runAs } from '../wires/configure'
import { mountVolume } from '../wires/mount-volume'
import { setField } from '../wires/set-field'

/** Workloads and their configuration: RELATIONS.md, first section. */
export const workloadRules: readonly RelationRule[] = [
  ...configurationRules('ConfigMap', {
    ref: 'configMapRef',
    keyRef: 'configMapKeyRef',
    volume: 'configMap',
    name: 'name',
    mountPath: '/etc/config',
    ranks: { envFrom: 10, mounts: 20, env: 30 },
  }),
  ...configurationRules('Secret', {
    ref: 'secretRef',
    keyRef: 'secretKeyRef',
    volume: 'secret',
    name: 'secretName',
    mountPath: '/etc/secret',
    ranks: { envFrom: 10, env: 20, mounts: 30 },
  }),
  {
    id: 'workload-pulls-with-secret',
    from: ['workload'],
    says: 'pulls with',
    group: 'config',
    tie: byName({ at: '$pod.imagePullSecrets.*', name: 'name', kind: 'Secret' }),
    wire: pullSecret('$pod.imagePullSecrets'),
  },
  {
    id: 'serviceaccount-pulls-with-secret',
    from: ['ServiceAccount'],
    says: 'pulls with',
    group: 'config',
    tie: byName({ at: 'imagePullSecrets.*', name: 'name', kind: 'Secret' }),
    wire: pullSecret('imagePullSecrets'),
  },
  {
    id: 'workload-trusts-bundle',
    from: ['workload'],
    says: 'trusts',
    group: 'config',
    tie: byVolume({
      at: '$pod.volumes.*.projected.sources.*.clusterTrustBundle',
      name: 'name',
      kind: 'ClusterTrustBundle.certificates.k8s.io',
    }),
  },
  {
    id: 'workload-runs-as-serviceaccount',
    from: ['workload'],
    says: 'runs as',
    group: 'access',
    // `serviceAccount` is the old name of the field: the API server reads it where the new one is empty.
    tie: source => {
      const field = source.pod?.spec['serviceAccountName'] ? 'serviceAccountName' : 'serviceAccount'
      return byName({ at: `$pod.${field}`, kind: 'ServiceAccount', optional: isDefaultAccount })(source)
    },
    wire: runAs,
  },
  {
    id: 'workload-has-priority',
    from: ['workload'],
    says: 'has priority',
    group: 'policy',
    tie: byName({
      at: '$pod.priorityClassName',
      kind: 'PriorityClass.scheduling.k8s.io',
      optional: name => name.startsWith('system-'),
    }),
  },
  {
    id: 'workload-uses-runtimeclass',
    from: ['workload'],
    says: 'runs in',
    group: 'other',
    tie: byName({ at: '$pod.runtimeClassName', kind: 'RuntimeClass.node.k8s.io', optional: () => true }),
  },
  {
    id: 'workload-runs-on-node',
    from: ['workload'],
    says: 'runs on',
    group: 'other',
    tie: byName({ at: '$pod.nodeName', kind: 'Node', optional: () => true }),
  },
  {
    id: 'workload-stays-near',
    from: ['workload'],
    says: 'stays near',
    group: 'policy',
    tie: affinityTie('podAffinity'),
  },
  {
    id: 'workload-keeps-away',
    from: ['workload'],
    says: 'keeps away from',
    group: 'policy',
    tie: affinityTie('podAntiAffinity'),
  },
  {
    id: 'workload-spreads-with',
    from: ['workload'],
    says: 'spreads with',
    group: 'policy',
    tie: byLabels({ at: '$pod.topologySpreadConstraints.*.labelSelector', form: 'selector', empty: 'everything' }),
  },
  {
    id: 'statefulset-governed-by-service',
    from: ['StatefulSet.apps'],
    says: 'is named by',
    group: 'traffic',
    tie: byName({ at: 'spec.serviceName', kind: 'Service' }),
    wire: setField({ to: ['Service'], label: 'Service that names its pods', at: 'spec.serviceName' }),
  },
  {
    id: 'secret-belongs-to-serviceaccount',
    from: ['Secret'],
    says: 'is a token of',
    group: 'access',
    tie: byName({
      at: ['metadata', 'annotations', 'kubernetes.io/service-account.name'],
      kind: 'ServiceAccount',
      optional: isDefaultAccount,
    }),
  },
  {
    id: 'object-owned-by',
    from: ['any'],
    says: 'is owned by',
    group: 'other',
    tie: byName({
      at: 'metadata.ownerReferences.*',
      name: 'name',
      kind: kindInReference,
      optional: () => true,
    }),
  },
]

/** Every namespace gets an account `default` from Kubernetes. */
function isDefaultAccount(name: string): boolean {
  return name === 'default'
}

/** Required and preferred terms, of the pod's own namespace or of those that the term names. */
function affinityTie(side: 'podAffinity' | 'podAntiAffinity'): Tie {
  const terms = [
    `$pod.affinity.${side}.requiredDuringSchedulingIgnoredDuringExecution.*`,
    `$pod.affinity.${side}.preferredDuringSchedulingIgnoredDuringExecution.*.podAffinityTerm`,
  ]
  return source =>
    terms.flatMap(at =>
      findPlaces(source, at).flatMap(({ path, value }) => {
        const selector = valueAt(value, ['labelSelector'])
        if (!isMap(selector)) return []
        const spaces = valueAt(value, ['namespaceSelector'])
        const named = listAt(value, 'namespaces').filter(each => typeof each === 'string')
        const scopes: readonly LabelTarget['namespaces'][] = [
          ...named,
          ...(isMap(spaces) ? [{ labelled: labelSelector(spaces) }] : []),
        ]
        return (scopes.length === 0 ? [source.object.namespace] : scopes).map(namespaces =>
          labelReference([...path, 'labelSelector'], {
            by: 'labels',
            among: 'pods',
            namespaces,
            selector: labelSelector(selector),
          }),
        )
      }),
    )
}

type ConfigurationFields = {
  readonly ref: string
  readonly keyRef: string
  readonly volume: string
  /** The field of a volume source; projected sources say `name` for both kinds. */
  readonly name: string
  /** Where a wire mounts it when nothing else is said: a folder of the object's name below. */
  readonly mountPath: string
  /** Which way is how usual. */
  readonly ranks: { readonly envFrom: number; readonly env: number; readonly mounts: number }
}

/** ConfigMaps and Secrets reach a container in the same three ways. */
function configurationRules(kind: KindKey, fields: ConfigurationFields): readonly RelationRule[] {
  const word = kind.toLowerCase()
  return [
    {
      id: `workload-env-from-${word}`,
      from: ['workload'],
      says: 'env from',
      group: 'config',
      tie: byName({
        at: `$container.envFrom.*.${fields.ref}`,
        name: 'name',
        kind,
        detail: ({ container }) => ({ container: container ?? '' }),
      }),
      wire: envFrom(kind, fields.ref, () => fields.ranks.envFrom),
    },
    {
      id: `workload-env-${word}`,
      from: ['workload'],
      says: 'env',
      group: 'config',
      tie: byName({
        at: `$container.env.*.valueFrom.${fields.keyRef}`,
        name: 'name',
        key: 'key',
        kind,
        detail: ({ container, value }) => ({ container: container ?? '', key: textAt(value, 'key') ?? '' }),
      }),
      wire: envVariable(kind, fields.keyRef, () => fields.ranks.env),
    },
    {
      id: `workload-mounts-${word}`,
      from: ['workload'],
      says: 'mounts',
      group: 'config',
      tie: anyOf(
        byVolume({ at: `$pod.volumes.*.${fields.volume}`, name: fields.name, kind }),
        byVolume({ at: `$pod.volumes.*.projected.sources.*.${fields.volume}`, name: 'name', kind }),
      ),
      wire: mountVolume({
        kind,
        source: fields.volume,
        name: fields.name,
        path: ({ object }) => `${fields.mountPath}/${object.name}`,
        readOnly: true,
        label: 'Files in a volume',
        // A certificate is read from files.
        rank: ({ to }) => (textAt(to.object.data, 'type') === 'kubernetes.io/tls' ? 1 : fields.ranks.mounts),
      }),
    },
  ]
}
