import { valueAt, type PlainMap } from '../../yaml/plain'
import { grantRefusal } from '../gateway-grants'
import { routeRefusal, sectionOf } from '../gateway-listeners'
import type { KindKey } from '../kind-key'
import { NO_DETAIL, type Reference } from '../reference'
import type { KubeObject, Relation } from '../relation'
import type { Look, RelationRule } from '../rule'
import type { Found } from '../source'
import { outside } from '../ties/by-host'
import { anyOf, byName, kindOr } from '../ties/by-name'
import { byNamespace } from '../ties/by-namespace'
import { attachRoute, referCertificate, routeBackend } from '../wires/gateway-api'
import { setField } from '../wires/set-field'

const GROUP = 'gateway.networking.k8s.io'
const GATEWAY: KindKey = `Gateway.${GROUP}`
const GATEWAY_CLASS: KindKey = `GatewayClass.${GROUP}`
const GRANT: KindKey = `ReferenceGrant.${GROUP}`
const ROUTES: readonly KindKey[] = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map(
  kind => `${kind}.${GROUP}`,
)

/** The Gateway API: RELATIONS.md, second section. */
export const gatewayRules: readonly RelationRule[] = [
  {
    id: 'gateway-of-class',
    from: [GATEWAY],
    says: 'class',
    group: 'traffic',
    tie: byName({ at: 'spec.gatewayClassName', kind: GATEWAY_CLASS, optional: () => true }),
    wire: setField({ to: [GATEWAY_CLASS], label: 'Gateway class', at: 'spec.gatewayClassName' }),
  },
  {
    id: 'gateway-serves-host',
    from: [GATEWAY],
    says: 'serves',
    group: 'traffic',
    tie: outside({ at: 'spec.listeners.*.hostname' }),
  },
  {
    id: 'gateway-uses-certificate',
    from: [GATEWAY, `ListenerSet.${GROUP}`],
    says: 'serves TLS with',
    group: 'config',
    tie: byName({
      at: 'spec.listeners.*.tls.certificateRefs.*',
      name: 'name',
      namespace: 'namespace',
      kind: kindOr('Secret'),
      beside: grantsIn,
    }),
    meets: granted,
    wire: referCertificate,
  },
  {
    id: 'listenerset-extends-gateway',
    from: [`ListenerSet.${GROUP}`],
    says: 'extends',
    group: 'traffic',
    tie: byName({ at: 'spec.parentRef', name: 'name', namespace: 'namespace', kind: kindOr(GATEWAY) }),
  },
  {
    id: 'route-attaches-to-gateway',
    from: ROUTES,
    says: 'attaches to',
    group: 'traffic',
    tie: byName({
      at: 'spec.parentRefs.*',
      name: 'name',
      namespace: 'namespace',
      kind: kindOr(GATEWAY),
      detail: ({ value }) => ({ ...texts(value, 'sectionName', 'port') }),
      apart: ({ value }) => Object.values(texts(value, 'sectionName', 'port')).join(':'),
      // A listener may take routes of the namespaces that have some label.
      beside: () => [{ kind: 'Namespace', namespace: null }],
    }),
    meets: attached,
    wire: attachRoute,
  },
  {
    id: 'route-routes-to-service',
    from: ROUTES,
    says: ({ weight }) => (weight === undefined ? 'routes to' : `sends weight ${weight} to`),
    group: 'traffic',
    tie: byName({
      at: 'spec.rules.*.backendRefs.*',
      name: 'name',
      namespace: 'namespace',
      kind: kindOr('Service'),
      detail: ({ value }) => ({ ...texts(value, 'port', 'weight') }),
      beside: grantsIn,
    }),
    meets: granted,
    wire: routeBackend,
  },
  {
    id: 'route-serves-host',
    from: ROUTES,
    says: 'serves',
    group: 'traffic',
    tie: outside({ at: 'spec.hostnames.*' }),
  },
  {
    id: 'route-mirrors-to-service',
    from: ROUTES,
    says: 'mirrors to',
    group: 'traffic',
    tie: anyOf(
      ...[
        'spec.rules.*.filters.*.requestMirror.backendRef',
        'spec.rules.*.backendRefs.*.filters.*.requestMirror.backendRef',
      ].map(at => byName({ at, name: 'name', namespace: 'namespace', kind: kindOr('Service'), beside: grantsIn })),
    ),
    meets: granted,
  },
  {
    id: 'route-extended-by',
    from: ROUTES,
    says: 'is filtered by',
    group: 'traffic',
    tie: byName({ at: 'spec.rules.*.filters.*.extensionRef', name: 'name', kind: kindOr(null) }),
  },
  {
    id: 'policy-targets-object',
    from: ['any'],
    says: 'applies to',
    group: 'policy',
    // Any kind may attach itself in this way. An autoscaler's `targetRef` says `apiVersion` instead of `group`.
    tie: anyOf(
      byName({ at: 'spec.targetRefs.*', name: 'name', namespace: 'namespace', kind: kindOr(null) }),
      byName({ at: 'spec.targetRef', name: 'name', namespace: 'namespace', kind: kindWithGroup }),
    ),
  },
  {
    id: 'policy-trusts-certificate',
    from: [`BackendTLSPolicy.${GROUP}`],
    says: 'trusts',
    group: 'config',
    tie: byName({ at: 'spec.validation.caCertificateRefs.*', name: 'name', kind: kindOr('ConfigMap') }),
  },
  {
    id: 'grant-lets-in-namespace',
    from: [GRANT],
    says: 'lets in',
    group: 'policy',
    tie: byNamespace('spec.from.*.namespace'),
  },
  {
    id: 'grant-opens-object',
    from: [GRANT],
    says: 'opens',
    group: 'policy',
    // What it opens may come later: nothing is wrong without it.
    tie: byName({ at: 'spec.to.*', name: 'name', kind: kindOr(null), optional: () => true }),
  },
]

function kindWithGroup(reference: PlainMap): KindKey | null {
  return typeof reference['group'] === 'string' ? kindOr(null)(reference) : null
}

function grantsIn(namespace: string | null): NonNullable<Reference['beside']> {
  return [{ kind: GRANT, namespace }]
}

/** Whether a reference into another namespace is let in there by a ReferenceGrant. */
function granted(from: KubeObject, to: KubeObject, look: Look): Relation['detail'] {
  return refusedDetail(grantRefusal({ from, to, grants: look.every(GRANT, to.namespace) }))
}

/** Whether a listener of the Gateway that the reference means takes the route. */
function attached(from: KubeObject, to: KubeObject, look: Look, { detail }: Reference): Relation['detail'] {
  return refusedDetail(routeRefusal(from, to, sectionOf(detail), look))
}

function refusedDetail(refused: string | null): Relation['detail'] {
  return refused === null ? NO_DETAIL : { refused }
}

function texts(value: Found['value'], ...keys: readonly string[]): Relation['detail'] {
  return Object.fromEntries(
    keys.flatMap(key => {
      const found = valueAt(value, [key])
      return typeof found === 'string' || typeof found === 'number' ? [[key, found]] : []
    }),
  )
}
