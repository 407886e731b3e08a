import { isMap, mapAt, textAt, valueAt, type PlainValue } from '../../yaml/plain'
import { serviceOfHost, serviceTarget, subsetKey } from '../hosts'
import type { KindKey } from '../kind-key'
import { NO_DETAIL, type Reference } from '../reference'
import type { Relation } from '../relation'
import type { RelationRule } from '../rule'
import { mapSelector } from '../selector'
import { findPlaces, type Found, type Source } from '../source'
import { byHost, outside } from '../ties/by-host'
import { byLabels, labelReference } from '../ties/by-labels'
import { anyOf, byName, byQualifiedName } from '../ties/by-name'
import { byNamespace } from '../ties/by-namespace'
import { besidePods } from '../ties/beside-pods'
import { appendItem } from '../wires/append-item'
import { INJECTION, injectSidecar } from '../wires/inject-sidecar'
import { delegateTo, hostOfRule, serveWith, subsetOf } from '../wires/mesh'
import { mirrorTo, routeTo } from '../wires/route-mesh'
import { selectPods } from '../wires/select-pods'

const NETWORKING = 'networking.istio.io'
const SECURITY = 'security.istio.io'
const GATEWAY: KindKey = `Gateway.${NETWORKING}`
const VIRTUAL_SERVICE: KindKey = `VirtualService.${NETWORKING}`
const DESTINATION_RULE: KindKey = `DestinationRule.${NETWORKING}`
const SERVICE_ENTRY: KindKey = `ServiceEntry.${NETWORKING}`
const POLICIES = ['AuthorizationPolicy', 'RequestAuthentication', 'PeerAuthentication'].map(
  kind => `${kind}.${SECURITY}`,
)

const PROTOCOLS = ['http', 'tcp', 'tls']
const DESTINATIONS = PROTOCOLS.map(protocol => `spec.${protocol}.*.route.*.destination`)
const MIRRORS = ['spec.http.*.mirror', 'spec.http.*.mirrors.*.destination']

/** Istio: RELATIONS.md, sixth section. */
export const meshRules: readonly RelationRule[] = [
  {
    id: 'meshgateway-runs-on-workload',
    from: [GATEWAY],
    says: 'runs on',
    group: 'mesh',
    // The pods of the gateway are often in a namespace of their own.
    tie: byLabels({ at: 'spec.selector', form: 'map', empty: 'nothing', namespaces: 'any' }),
    wire: selectPods({
      label: 'Runs on',
      at: ['spec', 'selector'],
      form: 'map',
      crosses: true,
      without: 'gateways',
    }),
  },
  {
    id: 'meshgateway-uses-certificate',
    from: [GATEWAY],
    says: 'serves TLS with',
    group: 'config',
    tie: besidePods({ at: 'spec.servers.*.tls.credentialName', kind: 'Secret', selector: 'spec.selector' }),
    wire: serveWith,
  },
  {
    id: 'meshgateway-serves-host',
    from: [GATEWAY],
    says: 'serves',
    group: 'mesh',
    tie: outside({ at: 'spec.servers.*.hosts.*', name: host => host.slice(host.indexOf('/') + 1) }),
  },
  {
    id: 'virtualservice-handles-host',
    from: [VIRTUAL_SERVICE],
    says: 'handles',
    group: 'mesh',
    tie: byHost({ at: 'spec.hosts.*', optional: true }),
  },
  {
    id: 'virtualservice-uses-gateway',
    from: [VIRTUAL_SERVICE],
    says: 'takes traffic from',
    group: 'mesh',
    tie: anyOf(
      ...['spec.gateways.*', ...PROTOCOLS.map(protocol => `spec.${protocol}.*.match.*.gateways.*`)].map(at =>
        // `mesh` stands for every sidecar.
        byQualifiedName({ at, kind: GATEWAY, except: ['mesh'] }),
      ),
    ),
    wire: appendItem({
      to: [GATEWAY],
      crosses: true,
      label: 'Takes traffic from',
      list: 'spec.gateways',
      item: ({ from, to }) => {
        const { name, namespace } = to.object
        return namespace === from.object.namespace ? (name ?? '') : `${namespace}/${name}`
      },
    }),
  },
  {
    id: 'virtualservice-routes-to-service',
    from: [VIRTUAL_SERVICE],
    says: ({ weight }) => (weight === undefined ? 'routes to' : `sends ${weight}% to`),
    group: 'mesh',
    leadsOut: true,
    tie: anyOf(...DESTINATIONS.map(at => byHost({ at: `${at}.host`, detail: destinationDetail, apart: subsetBeside }))),
    wire: routeTo,
  },
  {
    id: 'virtualservice-mirrors-to-service',
    from: [VIRTUAL_SERVICE],
    says: 'mirrors to',
    group: 'mesh',
    leadsOut: true,
    tie: anyOf(...MIRRORS.map(at => byHost({ at: `${at}.host`, detail: destinationDetail, apart: subsetBeside }))),
    wire: mirrorTo,
  },
  {
    id: 'virtualservice-uses-subset',
    from: [VIRTUAL_SERVICE],
    says: 'routes by',
    group: 'mesh',
    tie: source =>
      [...DESTINATIONS, ...MIRRORS].flatMap(at =>
        findPlaces(source, at).flatMap(each => subsetReference(source, each)),
      ),
  },
  {
    id: 'virtualservice-delegates-to',
    from: [VIRTUAL_SERVICE],
    says: 'delegates to',
    group: 'mesh',
    tie: byName({ at: 'spec.http.*.delegate', name: 'name', namespace: 'namespace', kind: VIRTUAL_SERVICE }),
    wire: delegateTo,
  },
  {
    id: 'destinationrule-applies-to-service',
    from: [DESTINATION_RULE],
    says: 'applies to',
    group: 'mesh',
    tie: byHost({ at: 'spec.host', optional: true }),
    wire: hostOfRule,
  },
  {
    id: 'destinationrule-subset-is-workload',
    from: [DESTINATION_RULE],
    says: ({ subset }) => `calls ${subset}`,
    group: 'mesh',
    tie: source => findPlaces(source, 'spec.subsets.*').flatMap(each => podsOfSubset(source, each)),
    wire: subsetOf,
  },
  {
    id: 'namespace-injects-sidecar',
    from: ['Namespace'],
    says: 'gives a sidecar to',
    group: 'mesh',
    tie: injectionTie,
    wire: injectSidecar,
  },
  {
    id: 'meshpolicy-applies-to-workload',
    from: POLICIES,
    says: 'applies to',
    group: 'policy',
    tie: byLabels({ at: 'spec.selector', form: 'selector', empty: 'nothing', namespaces: 'mesh' }),
    wire: selectPods({ label: 'Applies to', at: ['spec', 'selector'], form: 'selector', without: 'mesh' }),
  },
  {
    id: 'meshconfig-applies-to-workload',
    from: [
      'Telemetry.telemetry.istio.io',
      'WasmPlugin.extensions.istio.io',
      `ProxyConfig.${NETWORKING}`,
      `EnvoyFilter.${NETWORKING}`,
      `Sidecar.${NETWORKING}`,
    ],
    says: 'applies to',
    group: 'mesh',
    tie: anyOf(
      byLabels({ at: 'spec.selector', form: 'selector', empty: 'nothing', namespaces: 'mesh' }),
      byLabels({ at: 'spec.workloadSelector.labels', form: 'map', empty: 'nothing', namespaces: 'mesh' }),
    ),
  },
  {
    id: 'authorization-knows-account',
    from: [`AuthorizationPolicy.${SECURITY}`],
    says: 'speaks of',
    group: 'access',
    // Whom it lets in or keeps out may be of another team, or not be there.
    tie: anyOf(
      byQualifiedName({
        at: 'spec.rules.*.from.*.source.principals.*',
        kind: 'ServiceAccount',
        form: 'principal',
        optional: true,
      }),
      byQualifiedName({
        at: 'spec.rules.*.from.*.source.serviceAccounts.*',
        kind: 'ServiceAccount',
        optional: true,
      }),
    ),
  },
  {
    id: 'authorization-knows-namespace',
    from: [`AuthorizationPolicy.${SECURITY}`],
    says: 'speaks of',
    group: 'access',
    tie: byNamespace('spec.rules.*.from.*.source.namespaces.*'),
  },
  {
    id: 'authorization-knows-host',
    from: [`AuthorizationPolicy.${SECURITY}`],
    says: 'speaks of',
    group: 'access',
    tie: byHost({ at: 'spec.rules.*.to.*.operation.hosts.*', optional: true, isHost: host => !host.includes('*') }),
  },
  {
    id: 'serviceentry-brings-host',
    from: [SERVICE_ENTRY],
    says: 'leads to',
    group: 'mesh',
    leadsOut: true,
    tie: outside({ at: 'spec.hosts.*' }),
  },
  {
    id: 'serviceentry-selects-workload',
    from: [SERVICE_ENTRY],
    says: 'selects',
    group: 'mesh',
    tie: anyOf(
      byLabels({ at: 'spec.workloadSelector.labels', form: 'map', empty: 'nothing' }),
      byLabels({
        at: 'spec.workloadSelector.labels',
        form: 'map',
        empty: 'nothing',
        among: `WorkloadEntry.${NETWORKING}`,
      }),
    ),
  },
  {
    id: 'workloadentry-runs-as-serviceaccount',
    from: [`WorkloadEntry.${NETWORKING}`, `WorkloadGroup.${NETWORKING}`],
    says: 'runs as',
    group: 'access',
    tie: anyOf(
      ...['spec.serviceAccount', 'spec.template.serviceAccount'].map(at =>
        byName({ at, kind: 'ServiceAccount', optional: name => name === 'default' }),
      ),
    ),
  },
  {
    id: 'workloadentry-is-at-address',
    from: [`WorkloadEntry.${NETWORKING}`],
    says: 'is at',
    group: 'mesh',
    leadsOut: true,
    tie: outside({ at: 'spec.address' }),
  },
]

/** A Namespace asks for sidecars by either label; a pod may say no for itself. */
function injectionTie({ object }: Source): readonly Reference[] {
  const labels = mapAt(object.data, 'metadata', 'labels')
  const key = [INJECTION, 'istio.io/rev'].find(each => textAt(labels, each) !== null)
  if (key === undefined || object.name === null || labels[INJECTION] === 'disabled') return []
  const selector = [{ operator: 'NotIn', key: 'sidecar.istio.io/inject', values: ['false'] }] as const
  return [
    labelReference(['metadata', 'labels', key], { by: 'labels', among: 'pods', namespaces: object.name, selector }),
  ]
}

/** The subset and port of the destination whose host was found, and the weight that stands beside it. */
function destinationDetail({ path }: Found, { object }: Source): Relation['detail'] {
  const destination = valueAt(object.data, path.slice(0, -1))
  const fields: readonly (readonly [string, PlainValue | undefined])[] = [
    ['subset', valueAt(destination, ['subset'])],
    ['port', valueAt(destination, ['port', 'number'])],
    ['weight', valueAt(object.data, [...path.slice(0, -2), 'weight'])],
  ]
  const known = fields.flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[key, value] as const] : [],
  )
  return known.length === 0 ? NO_DETAIL : Object.fromEntries(known)
}

function subsetBeside({ path }: Found, { object }: Source): string {
  return textAt(object.data, ...path.slice(0, -1), 'subset') ?? ''
}

/** A subset is declared by a DestinationRule of the same host; without it the requests fail. */
function subsetReference({ object }: Source, { path, value }: Found): readonly Reference[] {
  const host = textAt(value, 'host')
  const subset = textAt(value, 'subset')
  if (host === null || subset === null) return []
  const service = serviceOfHost(host, object.namespace ?? '')
  const missing = {
    kind: 'DestinationRule',
    group: NETWORKING,
    namespace: service?.namespace ?? object.namespace,
    name: service?.name ?? host,
    key: subset,
  }
  const keys = [subsetKey(host, object.namespace ?? '', subset)]
  const target = { by: 'lookup', keys, orElse: missing, renamed: () => subset } as const
  return [{ path: [...path, 'subset'], apart: subset, optional: false, detail: { subset }, target }]
}

function podsOfSubset({ object }: Source, { path, value }: Found): readonly Reference[] {
  const service = serviceOfHost(textAt(object.data, 'spec', 'host') ?? '', object.namespace ?? '')
  const subset = textAt(value, 'name')
  const labels = valueAt(value, ['labels'])
  if (service === null || subset === null) return []
  const target = {
    by: 'subset',
    service: serviceTarget(service),
    labels: mapSelector(isMap(labels) ? labels : {}),
  } as const
  return [{ path, apart: subset, optional: false, detail: { subset }, target }]
}
