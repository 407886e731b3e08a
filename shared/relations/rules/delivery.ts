import { isMap, textAt, valueAt, type PlainMap } from '../../yaml/plain'
import type { KindKey } from '../kind-key'
import { folderKey } from '../own-keys'
import { NO_DETAIL, type Reference } from '../reference'
import type { RelationRule, Tie } from '../rule'
import { findPlaces } from '../source'
import { anyOf, byName, byQualifiedName, kindInReference, kindOr } from '../ties/by-name'
import { byNamespace } from '../ties/by-namespace'
import { setField } from '../wires/set-field'
import type { WireForm } from '../wires/wire-form'

const ROLLOUT: KindKey = 'Rollout.argoproj.io'
const APPLICATION: KindKey = 'Application.argoproj.io'
const APPLICATION_SET: KindKey = 'ApplicationSet.argoproj.io'
const TEMPLATE: KindKey = 'AnalysisTemplate.argoproj.io'
const CLUSTER_TEMPLATE: KindKey = 'ClusterAnalysisTemplate.argoproj.io'
const FLUX_KUSTOMIZATION: KindKey = 'Kustomization.kustomize.toolkit.fluxcd.io'
const HELM_RELEASE: KindKey = 'HelmRelease.helm.toolkit.fluxcd.io'
const SOURCES = 'source.toolkit.fluxcd.io'
const ISTIO = 'networking.istio.io'

const ROUTING = 'spec.strategy.canary.trafficRouting'
const GATEWAY_PLUGIN = ['spec', 'strategy', 'canary', 'trafficRouting', 'plugins', 'argoproj-labs/gatewayAPI']
const ANALYSES = [
  'spec.strategy.canary.analysis.templates.*',
  'spec.strategy.canary.steps.*.analysis.templates.*',
  'spec.strategy.canary.steps.*.experiment.analyses.*',
  'spec.strategy.blueGreen.prePromotionAnalysis.templates.*',
  'spec.strategy.blueGreen.postPromotionAnalysis.templates.*',
]

/** Rollouts and delivery: RELATIONS.md, last section. */
export const deliveryRules: readonly RelationRule[] = [
  {
    id: 'rollout-takes-over-workload',
    from: [ROLLOUT],
    says: 'takes over',
    group: 'delivery',
    tie: byName({ at: 'spec.workloadRef', name: 'name', kind: kindInReference }),
  },
  serviceRule('stable', 'canary', 'serves stable pods by', 30),
  serviceRule('canary', 'canary', 'serves canary pods by', 31),
  serviceRule('active', 'blueGreen', 'serves active pods by', 30),
  serviceRule('preview', 'blueGreen', 'serves preview pods by', 31),
  {
    id: 'rollout-serves-by-turns',
    from: [ROLLOUT],
    says: 'serves by turns by',
    group: 'delivery',
    tie: anyOf(
      ...['spec.strategy.canary.pingPong.pingService', 'spec.strategy.canary.pingPong.pongService'].map(at =>
        byName({ at, kind: 'Service' }),
      ),
    ),
  },
  {
    id: 'rollout-enters-by-service',
    from: [ROLLOUT],
    says: 'is entered by',
    group: 'delivery',
    tie: anyOf(
      ...[`${ROUTING}.alb.rootService`, `${ROUTING}.smi.rootService`].map(at => byName({ at, kind: 'Service' })),
    ),
  },
  {
    id: 'rollout-steers-virtualservice',
    from: [ROLLOUT],
    says: 'sets weights of',
    group: 'delivery',
    tie: anyOf(
      ...[`${ROUTING}.istio.virtualService.name`, `${ROUTING}.istio.virtualServices.*.name`].map(at =>
        byQualifiedName({ at, kind: `VirtualService.${ISTIO}`, form: 'dotted' }),
      ),
    ),
    wire: setField({
      to: [`VirtualService.${ISTIO}`],
      label: 'Sets its weights',
      at: `${ROUTING}.istio.virtualService`,
      fits: ({ from }) => isMap(valueAt(from.object.data, ['spec', 'strategy', 'canary'])),
      value: ({ to }) => ({ name: to.object.name }),
    }),
  },
  {
    id: 'rollout-steers-destinationrule',
    from: [ROLLOUT],
    says: 'sets subsets of',
    group: 'delivery',
    tie: byName({ at: `${ROUTING}.istio.destinationRule`, name: 'name', kind: `DestinationRule.${ISTIO}` }),
  },
  {
    id: 'rollout-steers-ingress',
    from: [ROLLOUT],
    says: 'sets weights of',
    group: 'delivery',
    tie: anyOf(
      ...['nginx.stableIngress', 'nginx.stableIngresses.*', 'alb.ingress', 'alb.ingresses.*'].map(place =>
        byName({ at: `${ROUTING}.${place}`, kind: 'Ingress.networking.k8s.io' }),
      ),
    ),
  },
  {
    id: 'rollout-steers-route',
    from: [ROLLOUT],
    says: 'sets weights of',
    group: 'delivery',
    tie: anyOf(
      ...(['HTTP', 'GRPC', 'TCP'] as const).flatMap(protocol => {
        const field = `${protocol.toLowerCase()}Route`
        return [
          pluginRoute([...GATEWAY_PLUGIN, field], `${protocol}Route`),
          pluginRoute([...GATEWAY_PLUGIN, `${field}s`, '*', 'name'], `${protocol}Route`),
        ]
      }),
    ),
  },
  {
    id: 'rollout-checked-by-analysis',
    from: [ROLLOUT],
    says: 'is checked by',
    group: 'delivery',
    tie: anyOf(...ANALYSES.map(at => byName({ at, name: 'templateName', kind: templateKind }))),
  },
  {
    id: 'experiment-checked-by-analysis',
    from: ['Experiment.argoproj.io'],
    says: 'is checked by',
    group: 'delivery',
    tie: byName({ at: 'spec.analyses.*', name: 'templateName', kind: templateKind }),
  },
  {
    id: 'analysis-includes-analysis',
    from: [TEMPLATE, CLUSTER_TEMPLATE],
    says: 'includes',
    group: 'delivery',
    tie: byName({ at: 'spec.templates.*', name: 'templateName', kind: templateKind }),
  },
  {
    id: 'analysis-reads-secret',
    from: [TEMPLATE, CLUSTER_TEMPLATE, 'AnalysisRun.argoproj.io'],
    says: 'reads',
    group: 'config',
    // A cluster-scoped template reads it beside each Rollout that uses it: no one place can be told.
    tie: source =>
      source.object.namespace === null
        ? []
        : byName({ at: 'spec.args.*.valueFrom.secretKeyRef', name: 'name', key: 'key', kind: 'Secret' })(source),
  },
  {
    id: 'application-belongs-to-project',
    from: [APPLICATION, APPLICATION_SET],
    says: 'belongs to',
    group: 'delivery',
    tie: anyOf(
      ...['spec.project', 'spec.template.spec.project'].map(at =>
        // Argo CD makes the project `default`; what a template fills in is not known here.
        byName({ at, kind: 'AppProject.argoproj.io', optional: name => name === 'default' || name.includes('{{') }),
      ),
    ),
  },
  {
    id: 'application-deploys-application',
    from: [APPLICATION, APPLICATION_SET],
    says: 'deploys',
    group: 'delivery',
    tie: anyOf(
      ...['spec.source.path', 'spec.sources.*.path', 'spec.template.spec.source.path'].map(at => inFolder(at)),
    ),
  },
  {
    id: 'delivery-fills-namespace',
    from: [APPLICATION, APPLICATION_SET, FLUX_KUSTOMIZATION, HELM_RELEASE],
    says: 'deploys into',
    group: 'delivery',
    tie: anyOf(
      ...['spec.destination.namespace', 'spec.template.spec.destination.namespace', 'spec.targetNamespace'].map(at =>
        byNamespace(at),
      ),
    ),
  },
  {
    id: 'release-takes-source',
    from: [FLUX_KUSTOMIZATION, HELM_RELEASE, `HelmChart.${SOURCES}`],
    says: 'takes from',
    group: 'delivery',
    tie: anyOf(
      ...['spec.sourceRef', 'spec.chart.spec.sourceRef', 'spec.chartRef'].map(at =>
        byName({
          at,
          name: 'name',
          namespace: 'namespace',
          kind: sourceKind,
          // `flux bootstrap` makes the one of this name.
          optional: name => name === 'flux-system',
        }),
      ),
    ),
  },
  {
    id: 'release-waits-for-release',
    from: [FLUX_KUSTOMIZATION, HELM_RELEASE],
    says: 'waits for',
    group: 'delivery',
    tie: byName({
      at: 'spec.dependsOn.*',
      name: 'name',
      namespace: 'namespace',
      kind: (_, { object }) => (object.kind === 'HelmRelease' ? HELM_RELEASE : FLUX_KUSTOMIZATION),
    }),
  },
  {
    id: 'release-takes-values',
    from: [FLUX_KUSTOMIZATION, HELM_RELEASE],
    says: 'takes values from',
    group: 'config',
    tie: anyOf(
      ...['spec.valuesFrom.*', 'spec.postBuild.substituteFrom.*'].map(at =>
        byName({ at, name: 'name', key: 'valuesKey', kind: kindOr(null) }),
      ),
    ),
  },
  {
    id: 'delivery-opened-with-secret',
    from: [
      FLUX_KUSTOMIZATION,
      HELM_RELEASE,
      ...['GitRepository', 'OCIRepository', 'HelmRepository', 'Bucket'].map(kind => `${kind}.${SOURCES}`),
    ],
    says: 'is opened with',
    group: 'config',
    tie: anyOf(
      ...[
        'secretRef',
        'certSecretRef',
        'proxySecretRef',
        'verify.secretRef',
        'decryption.secretRef',
        'kubeConfig.secretRef',
      ].map(place => byName({ at: `spec.${place}`, name: 'name', kind: 'Secret' })),
    ),
  },
  {
    id: 'delivery-runs-as-serviceaccount',
    from: [FLUX_KUSTOMIZATION, HELM_RELEASE],
    says: 'runs as',
    group: 'access',
    tie: byName({ at: 'spec.serviceAccountName', kind: 'ServiceAccount' }),
  },
]

/** The Services by which a Rollout's pods of one sort are served. */
function serviceRule(sort: string, strategy: 'canary' | 'blueGreen', says: string, rank: number): RelationRule {
  const at = `spec.strategy.${strategy}.${sort}Service`
  return {
    id: `rollout-${sort}-service`,
    from: [ROLLOUT],
    says,
    group: 'delivery',
    tie: byName({ at, kind: 'Service' }),
    wire: serviceWire(at, strategy, `Service of its ${sort} pods`, rank),
  }
}

/** Offered for the strategy that the Rollout has: the other one would be a second. */
function serviceWire(at: string, strategy: 'canary' | 'blueGreen', label: string, rank: number): WireForm {
  return setField({
    to: ['Service'],
    at,
    label,
    rank: () => rank,
    fits: ({ from }) => isMap(valueAt(from.object.data, ['spec', 'strategy', strategy])),
  })
}

function templateKind(reference: PlainMap): KindKey {
  return reference['clusterScope'] === true ? CLUSTER_TEMPLATE : TEMPLATE
}

/** The plugin says the namespace of its routes once, beside them. */
function pluginRoute(at: readonly string[], kind: string): Tie {
  return source => {
    const namespace = textAt(source.object.data, ...GATEWAY_PLUGIN, 'namespace') ?? source.object.namespace
    return findPlaces(source, at).flatMap(({ path, value }): readonly Reference[] =>
      typeof value !== 'string' || value === ''
        ? []
        : [
            {
              path,
              apart: '',
              optional: false,
              detail: NO_DETAIL,
              target: {
                by: 'name',
                kind: `${kind}.gateway.networking.k8s.io`,
                namespace,
                name: value,
                key: null,
                renamed: name => name,
                ...(namespace === null
                  ? {}
                  : { inNamespace: { namespace, field: [...GATEWAY_PLUGIN, 'namespace'], written: to => to } }),
              },
            },
          ],
    )
  }
}

/** Sources say only their kind: their group is that of Flux's sources. */
function sourceKind(reference: PlainMap): KindKey | null {
  const kind = textAt(reference, 'kind')
  return kind === null ? null : `${kind}.${SOURCES}`
}

/** What is deployed from a folder of the repository, as far as it is part of the design: other deliveries. */
function inFolder(at: string): Tie {
  return source =>
    findPlaces(source, at).flatMap(({ path, value }): readonly Reference[] => {
      if (typeof value !== 'string' || value === '' || value.includes('{{')) return []
      const target = { by: 'lookup', keys: [folderKey(value)], orElse: null, renamed: () => value } as const
      return [{ path, apart: '', optional: true, detail: NO_DETAIL, target }]
    })
}
