import type { KubeObject } from '../../../shared/workspace/kube-object'
import type { PlainMap, PlainValue } from '../../../shared/yaml/plain'
import { seeded, type Random } from '../random'

/** How many Services stand in one namespace; the workloads beside them are shared by all of these. */
const servicesPerNamespace = 12
const workloadsPerNamespace = 6

const labelKeys = ['app', 'tier', 'app.kubernetes.io/name']
const labelValues = ['web', 'api', 'canary']
const portNames = ['http', 'grpc', 'metrics']
const portNumbers = [80, 443, 3000, 8080, 9090]

/**
 * Seeded designs that the selector engine is held against a cluster with: namespaces of workloads with labels,
 * containers and named ports, Services with and without selectors, policies and disruption budgets. `services` in all.
 */
export function designsOf(services: number, seed: string): readonly KubeObject[] {
  const random = seeded(seed)
  const objects: KubeObject[] = []
  for (let n = 0; objects.filter(object => object.kind === 'Service').length < services; n++) {
    const namespace = `case-${n}`
    for (let i = 0; i < workloadsPerNamespace; i++) objects.push(workload(random, namespace, `w${i}`))
    for (let i = 0; i < servicesPerNamespace; i++) objects.push(service(random, namespace, `s${i}`))
    for (let i = 0; i < 4; i++) {
      const selector = expressionSelector(random)
      const [kind, spec]: [string, PlainMap] =
        i % 2
          ? ['NetworkPolicy', { podSelector: selector, policyTypes: ['Ingress'] }]
          : ['PodDisruptionBudget', { selector, minAvailable: 1 }]
      objects.push(object(i % 2 ? 'networking.k8s.io/v1' : 'policy/v1', kind, namespace, `p${i}`, { spec }))
    }
  }
  return objects
}

function workload(random: Random, namespace: string, name: string): KubeObject {
  const labels = { instance: name, ...someLabels(random) }
  const containers = Array.from({ length: 1 + random.below(3) }, (_, i) => container(random, `c${i}`, i))
  const sidecar = random.chance(0.3) ? [{ ...container(random, 'sidecar', 5), restartPolicy: 'Always' }] : []
  const spec = { containers, ...(sidecar.length ? { initContainers: sidecar } : {}) }
  const kind = random.pick(['Pod', 'Deployment', 'Deployment', 'StatefulSet'])
  if (kind === 'Pod') return object('v1', 'Pod', namespace, name, { metadata: { labels }, spec })
  const template = { metadata: { labels }, spec }
  // A workload finds its pods by the label that no other has; Services may select by any.
  const selector = random.chance(0.5)
    ? { matchLabels: { instance: name } }
    : { matchExpressions: [{ key: 'instance', operator: 'In', values: [name] }] }
  const rest: PlainMap = kind === 'StatefulSet' ? { serviceName: 's0' } : {}
  return object('apps/v1', kind, namespace, name, {
    spec: { replicas: 1 + random.below(2), selector, template, ...rest },
  })
}

function container(random: Random, name: string, index: number): PlainMap {
  const ports = random.shuffle(portNumbers).slice(0, random.below(3))
  const names = random.shuffle(portNames)
  return {
    name,
    image: 'registry.k8s.io/pause:3.10',
    ports: ports.map((containerPort, i) => ({
      containerPort: containerPort + index,
      // Names are unique in a pod: each container has its own number behind them, but for the first.
      ...(random.chance(0.7) ? { name: index ? `${names[i]}-${index}` : names[i]! } : {}),
      ...(random.chance(0.15) ? { protocol: 'UDP' } : {}),
    })),
  }
}

function service(random: Random, namespace: string, name: string): KubeObject {
  const selector = random.chance(0.85) ? { selector: someLabels(random, 1 + random.below(2)) } : {}
  const ports = random.shuffle(portNumbers).slice(0, 1 + random.below(3))
  const targets = [...portNames, 'http-1', 'metrics-2', 'grpc-5']
  const spec: PlainMap = {
    ...selector,
    ...(random.chance(0.2) ? { clusterIP: 'None' } : {}),
    ports: ports.map((port, i) => ({
      name: `p${i}`,
      port,
      ...(random.chance(0.75)
        ? { targetPort: random.chance(0.6) ? random.pick(targets) : random.pick(portNumbers) }
        : {}),
      ...(random.chance(0.15) ? { protocol: 'UDP' } : {}),
    })),
  }
  return object('v1', 'Service', namespace, name, { spec })
}

function expressionSelector(random: Random): PlainMap {
  const terms = Array.from({ length: random.below(3) }, (): PlainMap => {
    const key = random.pick(labelKeys)
    const operator = random.pick(['In', 'NotIn', 'Exists', 'DoesNotExist'])
    return operator === 'In' || operator === 'NotIn'
      ? { key, operator, values: random.shuffle(labelValues).slice(0, 2) }
      : { key, operator }
  })
  return {
    ...(random.chance(0.5) ? { matchLabels: someLabels(random, 1) } : {}),
    ...(terms.length ? { matchExpressions: terms } : {}),
  }
}

function someLabels(random: Random, count = 1 + random.below(3)): Record<string, string> {
  return Object.fromEntries(
    random
      .shuffle(labelKeys)
      .slice(0, count)
      .map(key => [key, random.pick(labelValues)]),
  )
}

function object(
  apiVersion: string,
  kind: string,
  namespace: string,
  name: string,
  { metadata = {}, spec }: { metadata?: Record<string, PlainValue>; spec: PlainMap },
): KubeObject {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
  const data: PlainMap = { apiVersion, kind, metadata: { name, namespace, ...metadata }, spec }
  return { id: `${namespace}/${kind}/${name}`, file: 'generated', apiVersion, group, kind, namespace, name, data }
}
