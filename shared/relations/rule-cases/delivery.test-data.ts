import { ROUTE } from './gateways.test-data'
import { VIRTUAL, RULE } from './mesh.test-data'
import { target } from './policies.test-data'
import { one, WEB, SERVICE, CONFIG, SECRET, ACCOUNT, type RuleCase } from './rule-case.test-data'
import { INGRESS } from './traffic.test-data'

const ARGO = 'argoproj.io/v1alpha1'
const ROLLOUT = (strategy: string, more = '') =>
  `${ARGO} Rollout web {spec: {selector: {matchLabels: {app: web}}, strategy: {${strategy}}${more}}}`
const ROUTING = (router: string) => ROLLOUT(`canary: {trafficRouting: {${router}}}`)
const TEMPLATE = `${ARGO} AnalysisTemplate errors {spec: {metrics: []}}`
const FLUX = 'kustomize.toolkit.fluxcd.io/v1'
const release = (spec: string) => `${FLUX} Kustomization shop {spec: {interval: 10m, ${spec}}}`
/** Of the rules in rules/delivery.ts. */
export const delivery: readonly RuleCase[] = [
  one(
    'rollout-takes-over-workload',
    '/spec/workloadRef/name',
    'Deployment web',
    ROLLOUT('canary: {}', `, workloadRef: ${target}`),
    WEB,
  ),
  ...(['stable', 'canary'] as const).map(sort =>
    one(
      `rollout-${sort}-service`,
      `/spec/strategy/canary/${sort}Service`,
      'Service web',
      ROLLOUT(`canary: {maxSurge: 1, ${sort}Service: web}`),
      SERVICE,
    ),
  ),
  ...(['active', 'preview'] as const).map(sort =>
    one(
      `rollout-${sort}-service`,
      `/spec/strategy/blueGreen/${sort}Service`,
      'Service web',
      ROLLOUT(`blueGreen: {autoPromotionEnabled: false, ${sort}Service: web}`),
      SERVICE,
    ),
  ),
  one(
    'rollout-serves-by-turns',
    '/spec/strategy/canary/pingPong/pingService',
    'Service web',
    ROLLOUT('canary: {pingPong: {pingService: web}}'),
    SERVICE,
  ),
  one(
    'rollout-enters-by-service',
    '/spec/strategy/canary/trafficRouting/alb/rootService',
    'Service web',
    ROUTING('alb: {rootService: web}'),
    SERVICE,
  ),
  one(
    'rollout-steers-virtualservice',
    '/spec/strategy/canary/trafficRouting/istio/virtualService/name',
    'VirtualService web',
    ROUTING('managedRoutes: [], istio: {destinationRule: {name: web}, virtualService: {name: web}}'),
    VIRTUAL('http: []'),
  ),
  one(
    'rollout-steers-destinationrule',
    '/spec/strategy/canary/trafficRouting/istio/destinationRule/name',
    'DestinationRule web',
    ROUTING('istio: {destinationRule: {name: web, canarySubsetName: canary, stableSubsetName: stable}}'),
    RULE,
  ),
  one(
    'rollout-steers-ingress',
    '/spec/strategy/canary/trafficRouting/nginx/stableIngress',
    'Ingress entry',
    ROUTING('nginx: {stableIngress: entry}'),
    INGRESS('{}'),
  ),
  one(
    'rollout-steers-route',
    '/spec/strategy/canary/trafficRouting/plugins/argoproj-labs~1gatewayAPI/httpRoute',
    'HTTPRoute route',
    ROUTING('plugins: {argoproj-labs/gatewayAPI: {httpRoute: route, namespace: shop}}'),
    ROUTE('{}'),
  ),
  one(
    'rollout-checked-by-analysis',
    '/spec/strategy/canary/steps/0/analysis/templates/0/templateName',
    'AnalysisTemplate errors',
    ROLLOUT('canary: {steps: [{analysis: {templates: [{templateName: errors}]}}]}'),
    TEMPLATE,
  ),
  one(
    'experiment-checked-by-analysis',
    '/spec/analyses/0/templateName',
    'ClusterAnalysisTemplate errors',
    `${ARGO} Experiment trial {spec: {templates: [], analyses: [{name: a, templateName: errors, clusterScope: true}]}}`,
    TEMPLATE.replace('AnalysisTemplate', 'ClusterAnalysisTemplate'),
  ),
  one(
    'analysis-includes-analysis',
    '/spec/templates/0/templateName',
    'AnalysisTemplate errors',
    `${ARGO} AnalysisTemplate all {spec: {templates: [{templateName: errors}]}}`,
    TEMPLATE,
  ),
  one(
    'analysis-reads-secret',
    '/spec/args/0/valueFrom/secretKeyRef/name',
    'Secret keys',
    `${ARGO} AnalysisTemplate errors {spec: {args: [{name: token, valueFrom: {secretKeyRef: {name: keys, key: password}}}]}}`,
    SECRET,
  ),
  one(
    'application-belongs-to-project',
    '/spec/project',
    'AppProject team',
    `${ARGO} Application shop {spec: {project: team}}`,
    `${ARGO} AppProject team {spec: {}}`,
  ),
  one(
    'application-deploys-application',
    '/spec/source/path',
    'Application part',
    `${ARGO} Application shop {spec: {source: {repoURL: 'https://git.example/x', path: .}}}`,
    `${ARGO} Application part {spec: {}}`,
  ),
  one(
    'delivery-fills-namespace',
    '/spec/destination/namespace',
    'Namespace shop',
    `${ARGO} Application shop {spec: {destination: {namespace: shop}}}`,
    'v1 Namespace shop',
  ),
  one(
    'release-takes-source',
    '/spec/sourceRef/name',
    'GitRepository source',
    release('sourceRef: {kind: GitRepository, name: source}'),
    "source.toolkit.fluxcd.io/v1 GitRepository source {spec: {url: 'https://git.example/x'}}",
  ),
  one(
    'release-waits-for-release',
    '/spec/dependsOn/0/name',
    'Kustomization base',
    release('dependsOn: [{name: base}]'),
    `${FLUX} Kustomization base {spec: {}}`,
  ),
  one(
    'release-takes-values',
    '/spec/postBuild/substituteFrom/0/name',
    'ConfigMap settings',
    release('postBuild: {substituteFrom: [{kind: ConfigMap, name: settings}]}'),
    CONFIG,
  ),
  one(
    'delivery-opened-with-secret',
    '/spec/decryption/secretRef/name',
    'Secret keys',
    release('decryption: {provider: sops, secretRef: {name: keys}}'),
    SECRET,
  ),
  one(
    'delivery-runs-as-serviceaccount',
    '/spec/serviceAccountName',
    'ServiceAccount runner',
    release('serviceAccountName: runner'),
    ACCOUNT,
  ),
]
