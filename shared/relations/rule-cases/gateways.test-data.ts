import { one, WEB, SERVICE, CONFIG, CERT, type RuleCase } from './rule-case.test-data'

const API = 'gateway.networking.k8s.io/v1'
const GATEWAY = (listener: string) =>
  `${API} Gateway gw {spec: {gatewayClassName: envoy, listeners: [{name: web, ${listener}}]}}`
export const ROUTE = (spec: string) => `${API} HTTPRoute route {spec: ${spec}}`
const NETWORK_POLICY = (spec: string) => `networking.k8s.io/v1 NetworkPolicy wall {spec: ${spec}}`
/** Of the rules in rules/gateway-api.ts. */
export const gateways: readonly RuleCase[] = [
  one(
    'gateway-of-class',
    '/spec/gatewayClassName',
    'GatewayClass envoy',
    GATEWAY('port: 80, protocol: HTTP'),
    `${API} GatewayClass envoy {spec: {controllerName: example.com/envoy}}`,
  ),
  one(
    'gateway-serves-host',
    '/spec/listeners/0/hostname',
    'shop.example',
    GATEWAY('port: 80, protocol: HTTP, hostname: shop.example'),
  ),
  one(
    'gateway-uses-certificate',
    '/spec/listeners/0/tls/certificateRefs/0/name',
    'Secret cert',
    GATEWAY('port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: cert}]}'),
    CERT,
  ),
  one(
    'listenerset-extends-gateway',
    '/spec/parentRef/name',
    'Gateway gw',
    `${API} ListenerSet more {spec: {parentRef: {name: gw}, listeners: []}}`,
    GATEWAY('port: 80, protocol: HTTP'),
  ),
  one(
    'route-attaches-to-gateway',
    '/spec/parentRefs/0/name',
    'Gateway gw',
    ROUTE('{parentRefs: [{name: gw}]}'),
    GATEWAY('port: 80, protocol: HTTP'),
  ),
  one(
    'route-routes-to-service',
    '/spec/rules/0/backendRefs/0/name',
    'Service web',
    ROUTE('{rules: [{backendRefs: [{name: web, port: 80}]}]}'),
    SERVICE,
  ),
  one('route-serves-host', '/spec/hostnames/0', 'shop.example', ROUTE('{hostnames: [shop.example]}')),
  one(
    'route-mirrors-to-service',
    '/spec/rules/0/filters/0/requestMirror/backendRef/name',
    'Service web',
    ROUTE('{rules: [{filters: [{type: RequestMirror, requestMirror: {backendRef: {name: web, port: 80}}}]}]}'),
    SERVICE,
  ),
  one(
    'route-extended-by',
    '/spec/rules/0/filters/0/extensionRef/name',
    'Middleware auth',
    ROUTE(
      '{rules: [{filters: [{type: ExtensionRef, extensionRef: {group: traefik.io, kind: Middleware, name: auth}}]}]}',
    ),
    'traefik.io/v1alpha1 Middleware auth',
  ),
  one(
    'policy-targets-object',
    '/spec/targetRefs/0/name',
    'Service web',
    `${API} BackendTLSPolicy tls {spec: {targetRefs: [{group: '', kind: Service, name: web}]}}`,
    SERVICE,
  ),
  one(
    'policy-trusts-certificate',
    '/spec/validation/caCertificateRefs/0/name',
    'ConfigMap settings',
    `${API} BackendTLSPolicy tls {spec: {validation: {caCertificateRefs: [{group: '', kind: ConfigMap, name: settings}]}}}`,
    CONFIG,
  ),
  one(
    'grant-lets-in-namespace',
    '/spec/from/0/namespace',
    'Namespace shop',
    `${API} ReferenceGrant grant {spec: {from: [{group: ${API.slice(0, -3)}, kind: HTTPRoute, namespace: shop}], to: []}}`,
    'v1 Namespace shop',
  ),
  one(
    'grant-opens-object',
    '/spec/to/0/name',
    'Service web',
    `${API} ReferenceGrant grant {spec: {from: [], to: [{group: '', kind: Service, name: web}]}}`,
    SERVICE,
  ),
  one(
    'networkpolicy-applies-to-workload',
    '/spec/podSelector',
    'Deployment web',
    NETWORK_POLICY('{podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]}'),
    WEB,
  ),
  one(
    'networkpolicy-allows-from',
    '/spec/ingress/0/from/0',
    'Deployment web',
    NETWORK_POLICY(
      '{podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]}',
    ),
    WEB,
  ),
  one(
    'networkpolicy-allows-to',
    '/spec/egress/0/to/0',
    'Namespace shop',
    NETWORK_POLICY(
      '{podSelector: {matchLabels: {app: db}}, policyTypes: [Egress], egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}}]}]}',
    ),
    'v1 Namespace shop',
  ),
]
