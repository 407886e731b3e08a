import { listAt, textAt, valueAt } from '../yaml/plain'
import type { Check } from './check'
import { isKind, refused } from './refused'

/** Ports that a Service lacks, does not tell apart, or opens on nodes although its type opens none there. */
export const servicePorts: Check = ({ object }) => {
  if (!isKind(object, '', 'Service')) return []
  const type = textAt(object.data, 'spec', 'type') ?? 'ClusterIP'
  const ports = listAt(object.data, 'spec', 'ports')
  // Only a name for something outside, and a service without an address of its own, need no port.
  const needsPorts = type !== 'ExternalName' && textAt(object.data, 'spec', 'clusterIP') !== 'None'
  if (needsPorts && ports.length === 0)
    return [
      refused('service-without-ports', ['spec'], 'The Service has no ports', 'Add the port that it is to listen on.'),
    ]
  return ports.flatMap((port, index) => {
    const path = ['spec', 'ports', String(index)]
    const nodePort = valueAt(port, ['nodePort'])
    const opensNode = type === 'ClusterIP' && typeof nodePort === 'number' && nodePort !== 0
    return [
      ...(opensNode
        ? [
            refused(
              'node-port-not-allowed',
              [...path, 'nodePort'],
              'A Service of type ClusterIP opens no port on nodes',
              'Remove it, or make the type NodePort or LoadBalancer.',
            ),
          ]
        : []),
      ...(ports.length > 1 && (textAt(port, 'name') ?? '') === ''
        ? [
            refused(
              'port-without-name',
              path,
              'A port needs a name where there are several',
              'Name it for what it speaks.',
            ),
          ]
        : []),
    ]
  })
}
