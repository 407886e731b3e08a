/**
 * Where people put a key among its siblings: apiVersion before kind, name before everything else.
 *
 * A row is an order of keys that belong together; the first row that knows the new key and one of its siblings counts.
 */
const ORDERS: readonly (readonly string[])[] = [
  ['apiVersion', 'kind', 'metadata', 'type', 'spec', 'data', 'stringData', 'rules', 'roleRef', 'subjects', 'status'],
  ['name', 'generateName', 'namespace', 'labels', 'annotations', 'ownerReferences', 'finalizers'],
  [
    'name',
    'image',
    'imagePullPolicy',
    'command',
    'args',
    'workingDir',
    'ports',
    'envFrom',
    'env',
    'resources',
    'volumeMounts',
    'startupProbe',
    'livenessProbe',
    'readinessProbe',
    'lifecycle',
    'securityContext',
  ],
  ['name', 'protocol', 'port', 'targetPort', 'nodePort'],
  ['name', 'containerPort', 'hostPort', 'protocol'],
  ['replicas', 'selector', 'serviceName', 'strategy', 'updateStrategy', 'template', 'volumeClaimTemplates'],
  ['metadata', 'spec'],
  ['serviceAccountName', 'securityContext', 'initContainers', 'containers', 'volumes'],
  ['accessModes', 'storageClassName', 'resources', 'volumeName'],
  ['path', 'pathType', 'backend'],
  ['host', 'http'],
  ['requests', 'limits'],
  ['matchLabels', 'matchExpressions'],
  ['name', 'value', 'valueFrom'],
]

/**
 * The index at which a new key goes among the keys of a map: at its conventional place where its siblings keep the
 * convention, else at the end.
 */
export function conventionalIndex(keys: readonly string[], key: string): number {
  for (const order of ORDERS) {
    const rank = order.indexOf(key)
    if (rank < 0) continue
    const ranks = keys.map(k => order.indexOf(k))
    const known = ranks.filter(r => r >= 0)
    if (known.length === 0) continue
    const isKept = known.every((r, i) => i === 0 || known[i - 1]! < r)
    if (!isKept || !known.some(r => r > rank)) return keys.length
    const before = ranks.findLastIndex(r => r >= 0 && r < rank)
    return before >= 0 ? before + 1 : ranks.findIndex(r => r > rank)
  }
  return keys.length
}
