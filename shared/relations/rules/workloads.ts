import { textAt } from '../../yaml/plain'
import type { KindKey } from '../kind-key'
import type { RelationRule } from '../rule'
import { anyOf, byName, kindInReference } from '../ties/by-name'
import { byVolume } from '../ties/by-volume'

/** Workloads and their configuration: RELATIONS.md, first section. */
export const workloadRules: readonly RelationRule[] = [
  ...configurationRules('ConfigMap', {
    ref: 'configMapRef',
    keyRef: 'configMapKeyRef',
    volume: 'configMap',
    name: 'name',
  }),
  ...configurationRules('Secret', { ref: 'secretRef', keyRef: 'secretKeyRef', volume: 'secret', name: 'secretName' }),
  {
    id: 'workload-pulls-with-secret',
    from: ['workload', 'ServiceAccount'],
    says: 'pulls with',
    group: 'config',
    tie: anyOf(
      byName({ at: '$pod.imagePullSecrets.*', name: 'name', kind: 'Secret' }),
      byName({ at: 'imagePullSecrets.*', name: 'name', kind: 'Secret' }),
    ),
  },
  {
    id: 'workload-runs-as-serviceaccount',
    from: ['workload'],
    says: 'runs as',
    group: 'access',
    // `serviceAccount` is the old name: the API server copies it where the new one is empty.
    tie: source => {
      const tie = source.pod?.spec['serviceAccountName'] ? '$pod.serviceAccountName' : '$pod.serviceAccount'
      return byName({ at: tie, kind: 'ServiceAccount', optional: isDefaultAccount })(source)
    },
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
    id: 'statefulset-governed-by-service',
    from: ['StatefulSet.apps'],
    says: 'is named by',
    group: 'traffic',
    tie: byName({ at: 'spec.serviceName', kind: 'Service' }),
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
      kind: reference => kindInReference(reference),
      optional: () => true,
    }),
  },
]

/** Every namespace gets an account `default` from Kubernetes. */
function isDefaultAccount(name: string): boolean {
  return name === 'default'
}

type ConfigurationFields = {
  readonly ref: string
  readonly keyRef: string
  readonly volume: string
  /** The field of a volume source; projected sources say `name` for both kinds. */
  readonly name: string
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
    },
  ]
}
