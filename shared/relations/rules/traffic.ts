import { listAt, textAt, valueAt } from '../../yaml/plain'
import type { Consequence } from '../consequence'
import { containerPorts, portNumber, portOfBackend, portsBetween, portsToExpose, portsToNowhere } from '../ports'
import type { RelationRule } from '../rule'
import type { Source } from '../source'
import { byHost, outside } from '../ties/by-host'
import { byLabels } from '../ties/by-labels'
import { anyOf, byName, kindInReference } from '../ties/by-name'
import { appendItem } from '../wires/append-item'
import { routeIngress } from '../wires/route-ingress'
import { selectPods } from '../wires/select-pods'
import { titleOf } from '../title'
import { setField } from '../wires/set-field'
import type { Ends } from '../wires/wire-form'

const INGRESS_CLASS = 'IngressClass.networking.k8s.io'
/** Annotations by which cert-manager makes an entry's certificates. */
const CERTIFIED = ['cert-manager.io/issuer', 'cert-manager.io/cluster-issuer', 'kubernetes.io/tls-acme']
const INGRESS = 'Ingress.networking.k8s.io'

/** Traffic inside Kubernetes' own API: RELATIONS.md, second section. */
export const trafficRules: readonly RelationRule[] = [
  {
    id: 'service-selects-workload',
    from: ['Service'],
    says: 'selects',
    group: 'traffic',
    // An empty selector selects nothing: the Service's endpoints are made by hand.
    tie: byLabels({ at: 'spec.selector', form: 'map', empty: 'nothing' }),
    meets: portsBetween,
    wire: selectPods({
      label: 'Traffic to its pods',
      at: ['spec', 'selector'],
      form: 'map',
      prepare: (_, to) => [{ op: 'replace', path: '/spec/ports', value: portsToExpose(to.object.data) }],
      writeBrings: portsLeadingNowhere,
    }),
  },
  {
    id: 'ingress-routes-to-service',
    from: [INGRESS],
    says: 'routes to',
    group: 'traffic',
    tie: anyOf(
      backend('spec.rules.*.http.paths.*.backend.service', 'name'),
      backend('spec.defaultBackend.service', 'name'),
      // Before networking.k8s.io/v1.
      backend('spec.rules.*.http.paths.*.backend', 'serviceName'),
      backend('spec.backend', 'serviceName'),
    ),
    wire: routeIngress,
  },
  {
    id: 'ingress-uses-secret',
    from: [INGRESS],
    says: 'serves TLS with',
    group: 'config',
    // With this annotation cert-manager makes the Secret.
    tie: source => {
      const isMade = CERTIFIED.some(key => textAt(source.object.data, 'metadata', 'annotations', key) !== null)
      return byName({ at: 'spec.tls.*.secretName', kind: 'Secret', optional: () => isMade })(source)
    },
    wire: appendItem({
      to: ['Secret'],
      label: 'Certificate for its hosts',
      list: 'spec.tls',
      item: ({ from, to }) => {
        const hosts = listAt(from.object.data, 'spec', 'rules').flatMap(rule => textAt(rule, 'host') ?? [])
        return { ...(hosts.length === 0 ? {} : { hosts: [...new Set(hosts)] }), secretName: to.object.name }
      },
    }),
  },
  {
    id: 'ingress-of-class',
    from: [INGRESS],
    says: 'class',
    group: 'traffic',
    tie: byName({ at: 'spec.ingressClassName', kind: INGRESS_CLASS, optional: () => true }),
    wire: setField({ to: [INGRESS_CLASS], label: 'Ingress class', at: 'spec.ingressClassName' }),
  },
]

/** Where traffic comes from outside, and where it goes there. */
export const outsideRules: readonly RelationRule[] = [
  {
    id: 'ingress-serves-host',
    from: [INGRESS],
    says: 'serves',
    group: 'traffic',
    tie: outside({ at: 'spec.rules.*.host' }),
  },
  {
    id: 'service-open-to-outside',
    from: ['Service'],
    says: 'is open as',
    group: 'traffic',
    tie: outside({ at: 'spec.type', name: entryOfService }),
  },
  {
    id: 'service-selects-workloadentry',
    from: ['Service'],
    says: 'selects',
    group: 'mesh',
    // Istio takes what runs outside for pods: a Service finds it by the same selector.
    tie: byLabels({
      at: 'spec.selector',
      form: 'map',
      empty: 'nothing',
      among: 'WorkloadEntry.networking.istio.io',
    }),
  },
  {
    id: 'service-leads-to-host',
    from: ['Service'],
    says: 'leads to',
    group: 'traffic',
    leadsOut: true,
    tie: byHost({ at: 'spec.externalName' }),
  },
  {
    id: 'endpoints-belong-to-service',
    from: ['EndpointSlice.discovery.k8s.io', 'Endpoints'],
    says: 'lists pods of',
    group: 'traffic',
    tie: anyOf(
      byName({ at: ['metadata', 'labels', 'kubernetes.io/service-name'], kind: 'Service' }),
      // Endpoints have the name of their Service, where they have one: others are written for a lock or a peer.
      source =>
        source.object.kind === 'Endpoints'
          ? byName({ at: 'metadata.name', kind: 'Service', optional: () => true })(source)
          : [],
    ),
  },
  {
    id: 'endpoints-list-object',
    from: ['EndpointSlice.discovery.k8s.io', 'Endpoints'],
    says: 'lists',
    group: 'traffic',
    tie: anyOf(
      ...['endpoints.*.targetRef', 'subsets.*.addresses.*.targetRef'].map(at =>
        byName({ at, name: 'name', namespace: 'namespace', kind: kindInReference, optional: () => true }),
      ),
    ),
  },
  {
    id: 'ingress-routes-to-resource',
    from: [INGRESS],
    says: 'routes to',
    group: 'traffic',
    tie: anyOf(
      byName({ at: 'spec.rules.*.http.paths.*.backend.resource', name: 'name', kind: kindInReference }),
      byName({ at: 'spec.defaultBackend.resource', name: 'name', kind: kindInReference }),
    ),
  },
  {
    id: 'apiserver-calls-service',
    from: [
      'ValidatingWebhookConfiguration.admissionregistration.k8s.io',
      'MutatingWebhookConfiguration.admissionregistration.k8s.io',
      'CustomResourceDefinition.apiextensions.k8s.io',
      'APIService.apiregistration.k8s.io',
    ],
    says: 'calls',
    group: 'traffic',
    tie: anyOf(
      ...['webhooks.*.clientConfig.service', 'spec.conversion.webhook.clientConfig.service', 'spec.service'].map(at =>
        byName({ at, name: 'name', namespace: 'namespace', kind: 'Service', detail: ({ value }) => portNumber(value) }),
      ),
    ),
  },
]

function portsLeadingNowhere({ from, to }: Ends): readonly Consequence[] {
  const declared = containerPorts(to.object.data).map(({ name, port }) => (name === null ? port : `${name} (${port})`))
  const has = declared.length === 0 ? '' : ` It has ${declared.join(', ')}.`
  return portsToNowhere(from.object.data, to.object.data).map(({ port, target }) => ({
    code: 'port-leads-nowhere',
    says: `Port ${port} of ${titleOf(from.object)} leads to ${target ?? port}, which no container of ${titleOf(to.object)} has.${has}`,
    objects: [from.object.id],
  }))
}

/** How a Service can be reached from outside: its balancer, or the port that every node opens. */
function entryOfService(type: string, { object }: Source): string | null {
  if (type === 'LoadBalancer') return 'LoadBalancer'
  if (type !== 'NodePort') return null
  const ports = listAt(object.data, 'spec', 'ports').flatMap(port => valueAt(port, ['nodePort']) ?? [])
  return ['NodePort', ...ports.map(String)].join(' ')
}

function backend(at: string, name: string) {
  return byName({ at, name, kind: 'Service', detail: ({ value }) => portOfBackend(value) })
}
