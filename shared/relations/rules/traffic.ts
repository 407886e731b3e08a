import { listAt, textAt } from '../../yaml/plain'
import { portOfBackend, portsBetween } from '../ports'
import type { RelationRule } from '../rule'
import { byLabels } from '../ties/by-labels'
import { anyOf, byName } from '../ties/by-name'
import { appendItem } from '../wires/append-item'
import { routeIngress } from '../wires/route-ingress'
import { selectPods } from '../wires/select-pods'
import { setField } from '../wires/set-field'

const INGRESS_CLASS = 'IngressClass.networking.k8s.io'
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
    wire: selectPods({ label: 'Traffic to its pods', at: ['spec', 'selector'], form: 'map' }),
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
    tie: byName({ at: 'spec.tls.*.secretName', kind: 'Secret' }),
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

function backend(at: string, name: string) {
  return byName({ at, name, kind: 'Service', detail: ({ value }) => portOfBackend(value) })
}
