import { backendTlsLines, controllerLines, gatewayLines, referenceGrantLines, routeLines } from '../cards/traffic-lines'
import { defineKind, type KindDefinition } from '../define-kind'
import type { KindRow } from '../kind-row'
import {
  backendTlsPolicyStarter,
  gatewayClassStarter,
  gatewayStarter,
  grpcRouteStarter,
  httpRouteStarter,
  listenerSetStarter,
  referenceGrantStarter,
  tcpRouteStarter,
  tlsRouteStarter,
  udpRouteStarter,
} from '../starters/gateway-api'
import { choice, field } from './fields'

const backendFields = [
  field('/spec/rules/*/backendRefs/*/name', 'text'),
  field('/spec/rules/*/backendRefs/*/port', 'number'),
  field('/spec/rules/*/backendRefs/*/weight', 'number'),
]
const parentFields = [field('/spec/parentRefs/*/name', 'text'), field('/spec/parentRefs/*/sectionName', 'text')]
const hostFields = [field('/spec/hostnames', 'lines')]

export const gatewayApiKinds: readonly KindRow[] = [
  define({
    kind: 'Gateway',
    versions: ['v1', 'v1beta1', 'v1alpha2'],
    shortNames: ['gtw'],
    icon: 'k-gateway',
    searchWords: ['gateway api', 'entry', 'load balancer', 'tls', 'https', 'outside', 'expose', 'public'],
    starter: gatewayStarter,
    starterNames: ['public', 'internal'],
    cardLines: gatewayLines,
    inspector: [
      field('/spec/gatewayClassName', 'text'),
      field('/spec/listeners/*/port', 'number'),
      choice('/spec/listeners/*/protocol', 'HTTP', 'HTTPS', 'TLS', 'TCP', 'UDP'),
      field('/spec/listeners/*/hostname', 'text'),
    ],
  }),
  define({
    kind: 'HTTPRoute',
    versions: ['v1', 'v1beta1', 'v1alpha2'],
    icon: 'k-httproute',
    searchWords: ['gateway api', 'route', 'path', 'host', 'http', 'expose', 'canary', 'weight', 'url'],
    starter: httpRouteStarter,
    starterNames: ['web', 'api', 'shop'],
    cardLines: routeLines,
    inspector: [
      ...hostFields,
      field('/spec/rules/*/matches/*/path/value', 'text', { placeholder: '/' }),
      choice('/spec/rules/*/matches/*/path/type', 'PathPrefix', 'Exact', 'RegularExpression'),
      ...backendFields,
      ...parentFields,
    ],
  }),
  define({
    kind: 'GRPCRoute',
    versions: ['v1', 'v1alpha2'],
    searchWords: ['gateway api', 'route', 'grpc'],
    starter: grpcRouteStarter,
    inspector: [...hostFields, ...backendFields, ...parentFields],
  }),
  define({
    kind: 'TLSRoute',
    versions: ['v1', 'v1alpha3', 'v1alpha2'],
    searchWords: ['gateway api', 'route', 'tls', 'sni', 'passthrough'],
    starter: tlsRouteStarter,
    inspector: [...hostFields, ...backendFields, ...parentFields],
  }),
  define({
    kind: 'TCPRoute',
    versions: ['v1', 'v1alpha2'],
    searchWords: ['gateway api', 'route', 'tcp'],
    starter: tcpRouteStarter,
    inspector: [...backendFields, ...parentFields],
  }),
  define({
    kind: 'UDPRoute',
    versions: ['v1', 'v1alpha2'],
    searchWords: ['gateway api', 'route', 'udp'],
    starter: udpRouteStarter,
    inspector: [...backendFields, ...parentFields],
  }),
  define({
    kind: 'GatewayClass',
    versions: ['v1', 'v1beta1', 'v1alpha2'],
    shortNames: ['gc'],
    scope: 'cluster',
    icon: 'k-gateway',
    searchWords: ['gateway api', 'controller'],
    starter: gatewayClassStarter,
    starterNames: ['public-class'],
    cardLines: controllerLines,
    inspector: [field('/spec/controllerName', 'text')],
  }),
  define({
    kind: 'ReferenceGrant',
    versions: ['v1', 'v1beta1', 'v1alpha2'],
    shortNames: ['refgrant'],
    icon: 'k-rolebinding',
    searchWords: ['gateway api', 'allow', 'cross namespace', 'grant'],
    starter: referenceGrantStarter,
    starterNames: ['allow-routes'],
    cardLines: referenceGrantLines,
    inspector: [
      field('/spec/from/*/kind', 'text'),
      field('/spec/from/*/namespace', 'text'),
      field('/spec/to/*/kind', 'text'),
      field('/spec/to/*/name', 'text'),
    ],
  }),
  define({
    kind: 'ListenerSet',
    versions: ['v1'],
    shortNames: ['lset'],
    icon: 'k-gateway',
    searchWords: ['gateway api', 'listener', 'tls'],
    starter: listenerSetStarter,
    starterNames: ['listeners'],
    cardLines: gatewayLines,
    inspector: [field('/spec/listeners/*/port', 'number'), field('/spec/listeners/*/hostname', 'text')],
  }),
  define({
    kind: 'BackendTLSPolicy',
    versions: ['v1', 'v1alpha3'],
    plural: 'backendtlspolicies',
    shortNames: ['btlspolicy'],
    icon: 'k-peerauthentication',
    searchWords: ['gateway api', 'tls', 'encrypt'],
    starter: backendTlsPolicyStarter,
    cardLines: backendTlsLines,
    inspector: [field('/spec/validation/hostname', 'text')],
  }),
]

/** Kinds of the Gateway API share a group, a family and, most of them, the look of a route. */
function define(definition: Omit<KindDefinition, 'group' | 'family'>): KindRow {
  return defineKind({
    group: 'gateway.networking.k8s.io',
    family: 'traffic',
    icon: 'k-httproute',
    cardLines: routeLines,
    starterNames: ['web', 'api'],
    ...definition,
  })
}
