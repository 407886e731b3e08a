import { isMap, listAt, mapAt, textAt, valueAt, type PlainValue } from '../../yaml/plain'
import { isClosed, type Direction } from '../policy-directions'
import { NO_DETAIL, type LabelTarget, type Reference, type Target } from '../reference'
import type { Relation } from '../relation'
import type { RelationRule, Tie } from '../rule'
import { labelSelector } from '../selector'
import { findPlaces } from '../source'
import { byLabels } from '../ties/by-labels'
import { allowPeer } from '../wires/allow-peer'
import { selectPods } from '../wires/select-pods'

const NETWORK_POLICY = 'NetworkPolicy.networking.k8s.io'

export const networkPolicyRules: readonly RelationRule[] = [
  {
    id: 'networkpolicy-applies-to-workload',
    from: [NETWORK_POLICY],
    says: 'applies to',
    group: 'policy',
    tie: byLabels({ at: 'spec.podSelector', form: 'selector', empty: 'everything' }),
    wire: selectPods({
      label: 'Applies to',
      at: ['spec', 'podSelector'],
      form: 'selector',
      required: true,
      without: 'namespace',
    }),
  },
  {
    id: 'networkpolicy-allows-from',
    from: [NETWORK_POLICY],
    says: 'allows from',
    group: 'policy',
    tie: peers('ingress', 'from'),
    wire: allowPeer('ingress', 'Allows traffic from it'),
  },
  {
    id: 'networkpolicy-allows-to',
    from: [NETWORK_POLICY],
    says: 'allows to',
    group: 'policy',
    leadsOut: true,
    tie: peers('egress', 'to'),
    wire: allowPeer('egress', 'Allows traffic to it'),
  },
]

/**
 * The peers of a direction. A rule without peers allows everyone, which is no tie; the rules of a direction that
 * `policyTypes` leaves out are not heeded.
 */
function peers(direction: Direction, list: 'from' | 'to'): Tie {
  return source => {
    if (!isClosed(source.object.data, direction)) return []
    return findPlaces(source, `spec.${direction}.*.${list}.*`).flatMap(({ path, value }): readonly Reference[] => {
      const target = peerTarget(value, source.object.namespace)
      if (target === null) return []
      const rule = valueAt(source.object.data, path.slice(0, 3))
      return [{ path, apart: '', optional: false, detail: portsOf(rule), target }]
    })
  }
}

/**
 * Pods of the policy's own namespace, pods of the namespaces that match, all of a namespace (then the Namespace stands
 * for them), or a block of addresses.
 */
function peerTarget(peer: PlainValue, namespace: string | null): Target | null {
  const block = textAt(peer, 'ipBlock', 'cidr')
  if (block !== null) return { by: 'outside', name: block }
  const pods = valueAt(peer, ['podSelector'])
  const spaces = valueAt(peer, ['namespaceSelector'])
  if (isMap(spaces) && !isMap(pods))
    return { by: 'labels', among: 'Namespace', namespaces: null, selector: labelSelector(spaces) }
  if (!isMap(pods)) return null
  const namespaces: LabelTarget['namespaces'] = isMap(spaces) ? { labelled: labelSelector(spaces) } : namespace
  return { by: 'labels', among: 'pods', namespaces, selector: labelSelector(pods) }
}

/** `TCP 5432, UDP 53`; nothing where every port is allowed. */
function portsOf(rule: PlainValue | undefined): Relation['detail'] {
  const ports = listAt(rule, 'ports').map(port => {
    const { port: first, endPort } = mapAt(port)
    const range = endPort === undefined ? String(first ?? 'every port') : `${String(first)}–${String(endPort)}`
    return `${textAt(port, 'protocol') ?? 'TCP'} ${range}`
  })
  return ports.length === 0 ? NO_DETAIL : { ports: ports.join(', ') }
}
