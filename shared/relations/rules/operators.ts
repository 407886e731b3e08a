import { isMap, listAt, mapAt, valueAt, type PlainValue } from '../../yaml/plain'
import type { KindKey } from '../kind-key'
import { definitionKey } from '../own-keys'
import { anywhereKey } from '../presence'
import { NO_DETAIL, type LabelTarget, type Reference } from '../reference'
import type { RelationRule, Tie } from '../rule'
import { labelSelector } from '../selector'
import { findPlaces, type PlacePattern } from '../source'
import { labelReference } from '../ties/by-labels'
import { anyOf, byName, kindOr } from '../ties/by-name'

const CERTIFICATES = 'cert-manager.io'
const SECRETS = 'external-secrets.io'
const MONITORING = 'monitoring.coreos.com'
const CLUSTER_ISSUER: KindKey = `ClusterIssuer.${CERTIFICATES}`
const PROMETHEUS: readonly KindKey[] = ['Prometheus', 'PrometheusAgent', 'ThanosRuler'].map(
  kind => `${kind}.${MONITORING}`,
)

/** Where an Issuer names the Secrets that open what it asks. */
const SOLVER_SECRETS = [
  ...['apiTokenSecretRef', 'apiKeySecretRef', 'serviceAccountSecretRef', 'secretAccessKeySecretRef'],
  ...['accessKeyIDSecretRef', 'clientSecretSecretRef', 'tsigSecretSecretRef', 'tokenSecretRef', 'accountSecretRef'],
].map(field => `spec.acme.solvers.*.dns01.*.${field}.name`)
const ISSUER_SECRETS = [
  'spec.ca.secretName',
  'spec.acme.privateKeySecretRef.name',
  'spec.acme.externalAccountBinding.keySecretRef.name',
  'spec.vault.auth.tokenSecretRef.name',
  'spec.vault.auth.appRole.secretRef.name',
  ...SOLVER_SECRETS,
]

/** What operators that many clusters have bring along: RELATIONS.md, last section. */
export const operatorRules: readonly RelationRule[] = [
  {
    id: 'resource-defined-by',
    from: ['any'],
    says: 'is defined by',
    group: 'other',
    tie: ({ object: { group, kind } }) => {
      if (!mayBeDefined(group)) return []
      const target = { by: 'lookup', keys: [definitionKey(group, kind)], orElse: null, renamed: () => kind } as const
      return [{ path: ['kind'], apart: '', optional: true, detail: NO_DETAIL, target }]
    },
  },
  {
    id: 'certificate-makes-secret',
    from: [`Certificate.${CERTIFICATES}`],
    says: 'makes',
    group: 'config',
    tie: byName({ at: 'spec.secretName', kind: 'Secret', optional: () => true }),
  },
  {
    id: 'certificate-issued-by',
    from: [`Certificate.${CERTIFICATES}`, `CertificateRequest.${CERTIFICATES}`],
    says: 'is issued by',
    group: 'delivery',
    tie: byName({ at: 'spec.issuerRef', name: 'name', kind: kindOr(`Issuer.${CERTIFICATES}`) }),
  },
  {
    id: 'issuer-uses-secret',
    from: [`Issuer.${CERTIFICATES}`],
    says: 'uses',
    group: 'config',
    // The key of an ACME account is made by cert-manager.
    tie: anyOf(
      ...ISSUER_SECRETS.map(at =>
        byName({ at, kind: 'Secret', optional: () => at === 'spec.acme.privateKeySecretRef.name' }),
      ),
    ),
  },
  {
    id: 'clusterissuer-uses-secret',
    from: [CLUSTER_ISSUER],
    says: 'uses',
    group: 'config',
    // cert-manager reads them in its own namespace, which no manifest names.
    tie: anyOf(...ISSUER_SECRETS.map(secretAnywhere)),
  },
  {
    id: 'entry-certified-by',
    from: ['Ingress.networking.k8s.io', 'Gateway.gateway.networking.k8s.io'],
    says: 'gets certificates from',
    group: 'delivery',
    tie: anyOf(
      byName({ at: annotation('issuer'), kind: `Issuer.${CERTIFICATES}` }),
      byName({ at: annotation('cluster-issuer'), kind: CLUSTER_ISSUER }),
    ),
  },
  {
    id: 'externalsecret-reads-store',
    from: [`ExternalSecret.${SECRETS}`, `ClusterExternalSecret.${SECRETS}`, `PushSecret.${SECRETS}`],
    says: 'reads',
    group: 'config',
    tie: anyOf(
      ...[
        'spec.secretStoreRef',
        'spec.data.*.sourceRef.storeRef',
        'spec.dataFrom.*.sourceRef.storeRef',
        'spec.secretStoreRefs.*',
        'spec.externalSecretSpec.secretStoreRef',
      ].map(at => byName({ at, name: 'name', kind: kindOr(`SecretStore.${SECRETS}`) })),
    ),
  },
  {
    id: 'externalsecret-makes-secret',
    from: [`ExternalSecret.${SECRETS}`, 'SealedSecret.bitnami.com'],
    says: 'makes',
    group: 'config',
    // Named for itself, where it doesn't name its Secret.
    tie: source => {
      const named = ['spec.target.name', 'spec.template.metadata.name'].find(at => findPlaces(source, at).length > 0)
      return byName({ at: named ?? 'metadata.name', kind: 'Secret', optional: () => true })(source)
    },
  },
  {
    id: 'store-opened-with',
    from: [`SecretStore.${SECRETS}`, `ClusterSecretStore.${SECRETS}`],
    says: 'is opened with',
    group: 'config',
    tie: anyOf(
      ...[
        'spec.provider.*.auth.secretRef.*',
        'spec.provider.*.auth.*.secretRef',
        'spec.provider.*.auth.tokenSecretRef',
      ].map(at => byName({ at, name: 'name', namespace: 'namespace', key: 'key', kind: 'Secret' })),
      ...['spec.provider.*.auth.*.serviceAccountRef', 'spec.provider.*.serviceAccountRef'].map(at =>
        byName({ at, name: 'name', namespace: 'namespace', kind: 'ServiceAccount' }),
      ),
    ),
  },
  {
    id: 'servicemonitor-watches-service',
    from: [`ServiceMonitor.${MONITORING}`],
    says: 'watches',
    group: 'other',
    tie: watched('Service'),
  },
  {
    id: 'podmonitor-watches-workload',
    from: [`PodMonitor.${MONITORING}`],
    says: 'watches',
    group: 'other',
    tie: watched('pods'),
  },
  {
    id: 'prometheus-gathers',
    from: PROMETHEUS,
    says: 'gathers',
    group: 'other',
    tie: anyOf(
      gathered('serviceMonitor', 'ServiceMonitor'),
      gathered('podMonitor', 'PodMonitor'),
      gathered('probe', 'Probe'),
      gathered('rule', 'PrometheusRule'),
      gathered('scrapeConfig', 'ScrapeConfig'),
    ),
  },
  {
    id: 'alertmanager-gathers',
    from: [`Alertmanager.${MONITORING}`],
    says: 'gathers',
    group: 'other',
    tie: gathered('alertmanagerConfig', 'AlertmanagerConfig'),
  },
  {
    id: 'prometheus-alerts-by-service',
    from: PROMETHEUS,
    says: 'alerts by',
    group: 'traffic',
    // `alertmanager-operated` is made by the operator.
    tie: byName({
      at: 'spec.alerting.alertmanagers.*',
      name: 'name',
      namespace: 'namespace',
      kind: 'Service',
      optional: name => name.endsWith('-operated'),
    }),
  },
  {
    id: 'monitoring-runs-as-serviceaccount',
    from: [...PROMETHEUS, `Alertmanager.${MONITORING}`],
    says: 'runs as',
    group: 'access',
    tie: byName({ at: 'spec.serviceAccountName', kind: 'ServiceAccount', optional: name => name === 'default' }),
  },
  {
    id: 'monitor-opened-with-secret',
    from: [`ServiceMonitor.${MONITORING}`, `PodMonitor.${MONITORING}`],
    says: 'opens it with',
    group: 'config',
    tie: anyOf(
      ...['endpoints', 'podMetricsEndpoints'].flatMap(list =>
        ['basicAuth.username', 'basicAuth.password', 'bearerTokenSecret', 'authorization.credentials'].map(place =>
          byName({ at: `spec.${list}.*.${place}`, name: 'name', key: 'key', kind: 'Secret' }),
        ),
      ),
    ),
  },
]

/** Whether objects of a group can come from a definition: groups that the API server serves itself have none. */
function mayBeDefined(group: string): boolean {
  if (!group.includes('.')) return false
  return (
    !group.endsWith('.k8s.io') || ['gateway.networking', 'snapshot.storage', 'autoscaling'].includes(group.slice(0, -7))
  )
}

function annotation(word: string): PlacePattern {
  return ['metadata', 'annotations', `cert-manager.io/${word}`]
}

function secretAnywhere(at: string): Tie {
  return source =>
    findPlaces(source, at).flatMap(({ path, value }): readonly Reference[] => {
      if (typeof value !== 'string' || value === '') return []
      const keys = [anywhereKey('Secret', value)]
      const target = { by: 'lookup', keys, orElse: null, renamed: (name: string) => name } as const
      return [{ path, apart: '', optional: true, detail: NO_DETAIL, target }]
    })
}

/** What a monitor's selector means: an empty one everything, in its own namespace, in those that it lists, or in all. */
function watched(among: 'pods' | 'Service'): Tie {
  return source => {
    const { data, namespace } = source.object
    const selector = valueAt(data, ['spec', 'selector'])
    if (!isMap(selector)) return []
    const spaces = mapAt(data, 'spec', 'namespaceSelector')
    const listed = listAt(spaces, 'matchNames').filter(name => typeof name === 'string')
    const scopes: readonly LabelTarget['namespaces'][] =
      spaces['any'] === true ? ['any'] : listed.length > 0 ? listed : [namespace]
    return scopes.map(namespaces =>
      labelReference(['spec', 'selector'], { by: 'labels', among, namespaces, selector: labelSelector(selector) }),
    )
  }
}

/**
 * What an operated server takes in: an absent selector nothing, an empty one everything. So it is with the namespaces,
 * but that an absent selector there means its own.
 */
function gathered(field: string, kind: string): Tie {
  return source => {
    const { data, namespace } = source.object
    const selector = valueAt(data, ['spec', `${field}Selector`])
    if (!isMap(selector)) return []
    const spaces = valueAt(data, ['spec', `${field}NamespaceSelector`])
    return [
      labelReference(['spec', `${field}Selector`], {
        by: 'labels',
        among: `${kind}.${MONITORING}`,
        namespaces: namespacesMeant(spaces, namespace),
        selector: labelSelector(selector),
      }),
    ]
  }
}

function namespacesMeant(spaces: PlainValue | undefined, own: string | null): LabelTarget['namespaces'] {
  if (!isMap(spaces)) return own
  const labelled = labelSelector(spaces)
  return labelled.length === 0 ? 'any' : { labelled }
}
