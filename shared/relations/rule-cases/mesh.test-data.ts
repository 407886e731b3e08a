import { one, WEB, SERVICE, ACCOUNT, CERT, type RuleCase } from './rule-case.test-data'

const ISTIO = 'networking.istio.io/v1'
const SECURITY = 'security.istio.io/v1'
export const VIRTUAL = (spec: string) => `${ISTIO} VirtualService web {spec: {hosts: [shop.example], ${spec}}}`
export const RULE = `${ISTIO} DestinationRule web {spec: {host: web, subsets: [{name: v1, labels: {version: v1}}]}}`
const ENTRY = `${ISTIO} Gateway entry {spec: {selector: {app: web}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [shop.example], tls: {mode: SIMPLE, credentialName: cert}}]}}`
const OUTSIDE = `${ISTIO} ServiceEntry partner {spec: {hosts: [api.partner.example], workloadSelector: {labels: {app: web}}}}`
const VM = `${ISTIO} WorkloadEntry vm {spec: {address: 10.0.0.1, serviceAccount: runner}}`
const AUTHORIZATION = (rule: string) => `${SECURITY} AuthorizationPolicy who {spec: {rules: [{${rule}}]}}`
/** Of the rules in rules/mesh.ts. */
export const mesh: readonly RuleCase[] = [
  one('meshgateway-runs-on-workload', '/spec/selector', 'Deployment web', ENTRY, WEB),
  one('meshgateway-uses-certificate', '/spec/servers/0/tls/credentialName', 'Secret cert', ENTRY, WEB, CERT),
  one('meshgateway-serves-host', '/spec/servers/0/hosts/0', 'shop.example', ENTRY),
  one('virtualservice-handles-host', '/spec/hosts/0', 'shop.example', VIRTUAL('http: []')),
  one('virtualservice-uses-gateway', '/spec/gateways/0', 'Gateway entry', VIRTUAL('gateways: [entry]'), ENTRY),
  one(
    'virtualservice-routes-to-service',
    '/spec/http/0/route/0/destination/host',
    'Service web',
    VIRTUAL('http: [{route: [{destination: {host: web}}]}]'),
    SERVICE,
  ),
  one(
    'virtualservice-mirrors-to-service',
    '/spec/http/0/mirror/host',
    'Service web',
    VIRTUAL('http: [{route: [{destination: {host: other.example}}], mirror: {host: web}}]'),
    SERVICE,
  ),
  one(
    'virtualservice-uses-subset',
    '/spec/http/0/route/0/destination/subset',
    'DestinationRule web',
    VIRTUAL('http: [{route: [{destination: {host: web, subset: v1}}]}]'),
    RULE,
  ),
  one(
    'virtualservice-delegates-to',
    '/spec/http/0/delegate/name',
    'VirtualService part',
    VIRTUAL('http: [{delegate: {name: part}}]'),
    `${ISTIO} VirtualService part {spec: {http: []}}`,
  ),
  one('destinationrule-applies-to-service', '/spec/host', 'Service web', RULE, SERVICE),
  one('destinationrule-subset-is-workload', '/spec/subsets/0', 'Deployment web', RULE, SERVICE, WEB),
  one(
    'namespace-injects-sidecar',
    '/metadata/labels/istio-injection',
    'Deployment web',
    'v1 Namespace shop {metadata: {labels: {istio-injection: enabled}}}',
    WEB,
  ),
  one(
    'meshpolicy-applies-to-workload',
    '/spec/selector',
    'Deployment web',
    `${SECURITY} PeerAuthentication strict {spec: {mtls: {mode: STRICT}, selector: {matchLabels: {app: web}}}}`,
    WEB,
  ),
  one(
    'meshconfig-applies-to-workload',
    '/spec/workloadSelector/labels',
    'Deployment web',
    `${ISTIO} Sidecar web {spec: {workloadSelector: {labels: {app: web}}}}`,
    WEB,
  ),
  one(
    'authorization-knows-account',
    '/spec/rules/0/from/0/source/principals/0',
    'ServiceAccount runner',
    AUTHORIZATION('from: [{source: {principals: [cluster.local/ns/shop/sa/runner]}}]'),
    ACCOUNT,
  ),
  one(
    'authorization-knows-namespace',
    '/spec/rules/0/from/0/source/namespaces/0',
    'Namespace shop',
    AUTHORIZATION('from: [{source: {namespaces: [shop]}}]'),
    'v1 Namespace shop',
  ),
  one(
    'authorization-knows-host',
    '/spec/rules/0/to/0/operation/hosts/0',
    'Service web',
    AUTHORIZATION("to: [{operation: {hosts: ['web.shop:8080']}}]"),
    SERVICE,
  ),
  one('serviceentry-brings-host', '/spec/hosts/0', 'api.partner.example', OUTSIDE),
  one('serviceentry-selects-workload', '/spec/workloadSelector/labels', 'Deployment web', OUTSIDE, WEB),
  one('workloadentry-runs-as-serviceaccount', '/spec/serviceAccount', 'ServiceAccount runner', VM, ACCOUNT),
  one('workloadentry-is-at-address', '/spec/address', '10.0.0.1', VM),
]
