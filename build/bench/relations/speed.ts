import { performance } from 'node:perf_hooks'
import { findGraph } from '../../../shared/relations/find'
import type { KubeObject } from '../../../shared/relations/relation'
import type { PlainMap } from '../../../shared/yaml/plain'

const LIMITS = { first: 100, edit: 5 }
const ROUNDS = 7

/** The graph of generated designs from their objects, and what one edit costs. Answers whether both are fast enough. */
export function tellSpeed(): boolean {
  console.log('objects  relations  first graph  ms per 1,000  one edit (median of 21)')
  let holds = true
  for (const size of [1_000, 5_000, 20_000]) {
    const objects = generatedDesign(size)
    const first = median(Array.from({ length: ROUNDS }, () => timed(() => findGraph(objects)).ms))
    const edit = medianEdit(objects)
    const { relations } = findGraph(objects)
    console.log(
      [
        String(size).padStart(7),
        String(relations.length).padStart(9),
        `${first.toFixed(1)} ms`.padStart(11),
        ((first * 1000) / size).toFixed(1).padStart(12),
        `${edit.toFixed(2)} ms`.padStart(12),
      ].join('  '),
    )
    if (size === 5_000) holds = first < LIMITS.first && edit < LIMITS.edit
  }
  const limits = `5,000 objects in under ${LIMITS.first} ms and one edit in under ${LIMITS.edit} ms`
  console.log(`${limits}: ${holds ? 'holds' : 'FAILS'}`)
  return holds
}

/** One edit: a Deployment gets another label, as typing in the editor makes it. */
function medianEdit(objects: readonly KubeObject[]): number {
  let now = objects
  let graph = findGraph(now)
  const times: number[] = []
  for (let round = 0; round < 21; round++) {
    const at = ((round * 977) % (now.length / 8)) * 8
    const old = now[at]!
    const edited: KubeObject = { ...old, data: workload(old.name!, round % 2 === 0 ? 'canary' : 'stable') }
    now = now.with(at, edited)
    const next = timed(() => findGraph(now, graph))
    graph = next.value
    times.push(next.ms)
  }
  return median(times)
}

/** Apps of eight objects in namespaces of 40 apps: the mixture that manifests of real clusters have. */
function generatedDesign(size: number): readonly KubeObject[] {
  return Array.from({ length: size }, (_, index) => {
    const app = Math.floor(index / 8)
    const name = `app-${app}`
    const namespace = `team-${Math.floor(app / 40)}`
    const [apiVersion, kind, rest] = appObjects(name)[index % 8]!
    const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
    const data = { apiVersion, kind, metadata: { name, namespace }, ...rest }
    return { id: `${index}`, file: `${name}.yaml`, apiVersion, group, kind, namespace, name, data }
  })
}

function appObjects(name: string): readonly (readonly [apiVersion: string, kind: string, rest: PlainMap])[] {
  const labels = { 'app.kubernetes.io/name': name, tier: 'back' }
  const backend = { service: { name, port: { name: 'http' } } }
  return [
    ['apps/v1', 'Deployment', workload(name, 'stable')],
    ['v1', 'Service', { spec: { selector: labels, ports: [{ name: 'http', port: 80, targetPort: 'http' }] } }],
    [
      'networking.k8s.io/v1',
      'Ingress',
      { spec: { rules: [{ host: `${name}.example`, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }] } },
    ],
    ['v1', 'ConfigMap', { data: { 'log.level': 'info' } }],
    ['v1', 'Secret', { stringData: { password: 'x' } }],
    ['v1', 'ServiceAccount', {}],
    [
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      { spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name } } },
    ],
    ['policy/v1', 'PodDisruptionBudget', { spec: { minAvailable: 1, selector: { matchLabels: labels } } }],
  ]
}

function workload(name: string, track: string): PlainMap {
  const env = [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name, key: 'password' } } }]
  const container = {
    name: 'main',
    image: `registry.example/${name}:1`,
    ports: [{ name: 'http', containerPort: 8080 }],
    envFrom: [{ configMapRef: { name } }],
    env,
  }
  const labels = { 'app.kubernetes.io/name': name, tier: 'back', track }
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: { template: { metadata: { labels }, spec: { serviceAccountName: name, containers: [container] } } },
  }
}

function timed<T>(work: () => T): { readonly ms: number; readonly value: T } {
  const start = performance.now()
  const value = work()
  return { ms: performance.now() - start, value }
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!
}
