import { portOfBackend, portsBetween } from '../ports'
import type { RelationRule } from '../rule'
import { byLabels } from '../ties/by-labels'
import { anyOf, byName } from '../ties/by-name'

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
  },
  {
    id: 'ingress-uses-secret',
    from: [INGRESS],
    says: 'serves TLS with',
    group: 'config',
    tie: byName({ at: 'spec.tls.*.secretName', kind: 'Secret' }),
  },
  {
    id: 'ingress-of-class',
    from: [INGRESS],
    says: 'class',
    group: 'traffic',
    tie: byName({ at: 'spec.ingressClassName', kind: 'IngressClass.networking.k8s.io', optional: () => true }),
  },
]

function backend(at: string, name: string) {
  return byName({ at, name, kind: 'Service', detail: ({ value }) => portOfBackend(value) })
}
