import { isMap, mapAt, type PlainMap } from '../../shared/yaml/plain'
import { podTemplateOf } from '../../shared/kinds/pod-template'
import { findGraph } from '../../shared/relations/find'
import { portBehind, servicePorts } from '../../shared/relations/ports'
import { labelSelector, labelsOf, matches } from '../../shared/relations/selector'
import type { KubeObject } from '../../shared/workspace/kube-object'
import { ControlPlane } from '../../e2e/cluster/control-plane'
import { whyNoGo } from '../../e2e/cluster/go-tools'
import { designsOf } from './selectors/designs'

/**
 * `npm run bench:selectors`: the endpoints that the selector engine and port resolution predict beside those that the
 * real EndpointSlice controller makes, and the pods that selectors match beside those that the API server lists.
 */
const cases = Number(process.argv[2] ?? 500)

const why = whyNoGo()
if (why) {
  console.log(`skipped: ${why}`)
  process.exit(0)
}
const plane = await ControlPlane.start({ repository: process.cwd(), tell: line => console.log(line) })
try {
  const wrong = [...(await compare())]
  for (const line of wrong.slice(0, 20)) console.log(line)
  process.exitCode = wrong.length ? 1 : 0
} finally {
  await plane.stop()
}

async function compare(): Promise<string[]> {
  const objects = designsOf(cases, 'selectors 1')
  apply(objects)
  await podsSettle(objects)
  const graph = findGraph(objects)
  const services = objects.filter(object => object.kind === 'Service')
  const predicted = new Map(services.map(service => [keyOf(service), endpointsOf(service)]))
  const actual = await slicesSettle(predicted)

  const wrong: string[] = []
  for (const [service, want] of actual) {
    const got = predicted.get(service)
    if (got !== want)
      wrong.push(`Service ${service}: the controller made ${want || 'none'}, predicted ${got || 'none'}`)
  }
  const rightEndpoints = actual.size - wrong.length
  const selectors = objects.flatMap(selectorOf)
  let rightSelectors = 0
  for (const { object, selector } of selectors) {
    const want = listed(object.namespace ?? '', selector)
    const got = workloadsIn(object.namespace)
      .filter(workload => matches(labelSelector(selector), labelsOf(podTemplateOf(workload.data)?.metadata ?? {})))
      .map(workload => workload.name ?? '')
      .sort()
      .join(' ')
    if (got === want) rightSelectors++
    else wrong.push(`${object.kind} ${keyOf(object)}: the server lists ${want || 'none'}, matched ${got || 'none'}`)
  }
  const ports = [...actual.values()].join(' ').split(':').length - 1
  console.log(
    `${actual.size} Services: endpoints as the EndpointSlice controller makes them ${percent(rightEndpoints, actual.size)} (${ports} endpoint ports)`,
  )
  console.log(
    `${selectors.length} selectors: pods as the API server lists them ${percent(rightSelectors, selectors.length)}`,
  )
  return wrong

  /** `workload:name/protocol/port,…` for each workload that the graph says the Service sends traffic to. */
  function endpointsOf(service: KubeObject): string {
    return graph
      .relationsOf(service.id)
      .filter(relation => relation.rule === 'service-selects-workload' && relation.from === service.id && relation.to)
      .map(relation => {
        const workload = graph.object(relation.to ?? '')
        return workload ? `${workload.name}:${portsTo(service, workload)}` : ''
      })
      .sort()
      .join(' ')
  }

  function workloadsIn(namespace: string | null): readonly KubeObject[] {
    return objects.filter(object => object.namespace === namespace && podTemplateOf(object.data))
  }
}

function portsTo(service: KubeObject, workload: KubeObject): string {
  return servicePorts(service.data)
    .flatMap(port => {
      const number =
        typeof port.target === 'string' ? portBehind(port, workload.data)?.port : (port.target ?? port.port)
      return number === undefined || number === null ? [] : [`${port.name ?? ''}/${port.protocol}/${number}`]
    })
    .sort()
    .join(',')
}

function selectorOf(object: KubeObject): { object: KubeObject; selector: PlainMap }[] {
  const path = {
    NetworkPolicy: ['spec', 'podSelector'],
    PodDisruptionBudget: ['spec', 'selector'],
    Deployment: ['spec', 'selector'],
  }[object.kind]
  return path ? [{ object, selector: mapAt(object.data, ...path) }] : []
}

function apply(objects: readonly KubeObject[]): void {
  for (const namespace of new Set(objects.map(object => object.namespace ?? '')))
    must(['create', 'namespace', namespace])
  const list = { apiVersion: 'v1', kind: 'List', items: objects.map(object => object.data) }
  must(['create', '-f', '-'], JSON.stringify(list))
}

/** Waits until every pod that the workloads ask for runs. */
async function podsSettle(objects: readonly KubeObject[]): Promise<void> {
  const wanted = objects.reduce((sum, object) => {
    const replicas = mapAt(object.data, 'spec').replicas
    return podTemplateOf(object.data)
      ? sum + (object.kind === 'Pod' ? 1 : typeof replicas === 'number' ? replicas : 1)
      : sum
  }, 0)
  await until(() => {
    const running = must(['get', 'pods', '-A', '--field-selector=status.phase=Running', '-o', 'name'])
      .split('\n')
      .filter(Boolean)
    return running.length >= wanted
  }, `${wanted} pods run`)
}

/** What the EndpointSlices say, once they say the same twice in a row and cover as many Services as were predicted to have some. */
async function slicesSettle(predicted: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  let before = ''
  let now = new Map<string, string>()
  await until(() => {
    now = new Map([...predicted.keys()].map(key => [key, '']))
    for (const [key, endpoints] of readSlices()) if (now.has(key)) now.set(key, endpoints)
    const text = JSON.stringify([...now])
    const settled = text === before
    before = text
    return settled && [...now].every(([key, endpoints]) => endpoints === predicted.get(key))
  }, null)
  return now
}

function readSlices(): Map<string, string> {
  const items = listOf(JSON.parse(must(['get', 'endpointslices', '-A', '-o', 'json'])))
  const byService = new Map<string, Map<string, Set<string>>>()
  for (const slice of items) {
    const metadata = mapAt(slice, 'metadata')
    const service = `${String(metadata.namespace)}/${String(mapAt(slice, 'metadata', 'labels')['kubernetes.io/service-name'])}`
    const ports = listIn(slice, 'ports').map(
      port => `${String(port.name ?? '')}/${String(port.protocol)}/${String(port.port)}`,
    )
    const workloads = byService.get(service) ?? new Map<string, Set<string>>()
    byService.set(service, workloads)
    for (const endpoint of listIn(slice, 'endpoints')) {
      const workload = workloadOfPod(String(mapAt(endpoint, 'targetRef').name))
      const known = workloads.get(workload) ?? new Set<string>()
      workloads.set(workload, known)
      for (const port of ports) known.add(port)
    }
  }
  return new Map(
    [...byService].map(([service, workloads]) => [
      service,
      [...workloads]
        .map(([name, ports]) => `${name}:${[...ports].sort().join(',')}`)
        .sort()
        .join(' '),
    ]),
  )
}

/** Pods of the designs are named for their workloads: `w3`, `w3-0`, `w3-5d8f-x2x`. */
function workloadOfPod(pod: string): string {
  return /^w\d+/.exec(pod)?.[0] ?? pod
}

/** The workloads whose pods the API server lists for a selector, asked in its own words. */
function listed(namespace: string, selector: PlainMap): string {
  const equal = Object.entries(mapAt(selector, 'matchLabels')).map(([key, value]) => `${key}=${String(value)}`)
  const expressions = listIn(selector, 'matchExpressions').map(({ key, operator, values }) => {
    if (operator === 'Exists') return String(key)
    if (operator === 'DoesNotExist') return `!${String(key)}`
    return `${String(key)} ${String(operator).toLowerCase()} (${(values as string[]).join(',')})`
  })
  const names = must(['get', 'pods', '-n', namespace, '-o', 'name', '-l', [...equal, ...expressions].join(',')])
  const workloads = names
    .split('\n')
    .filter(Boolean)
    .map(name => workloadOfPod(name.replace('pod/', '')))
  return [...new Set(workloads)].sort().join(' ')
}

async function until(done: () => boolean, what: string | null): Promise<void> {
  const deadline = Date.now() + (what ? 180_000 : 30_000)
  while (!done()) {
    if (Date.now() > deadline) {
      if (what) throw new Error(`It did not come to this in time: ${what}`)
      return
    }
    await new Promise(resolve => setTimeout(resolve, 1000))
  }
}

function must(args: readonly string[], stdin?: string): string {
  const answer = plane.kubectl(args, stdin)
  if (answer.status !== 0)
    throw new Error(
      `kubectl ${args.slice(0, 4).join(' ')} ended with ${answer.status}: ${answer.stderr.slice(0, 2000)}`,
    )
  return answer.stdout
}

function listOf(value: unknown): readonly PlainMap[] {
  return listIn(value as PlainMap, 'items')
}
function listIn(map: PlainMap, key: string): readonly PlainMap[] {
  const list = map[key]
  return Array.isArray(list) ? list.filter(isMap) : []
}
function keyOf(object: KubeObject): string {
  return `${object.namespace}/${object.name}`
}
function percent(right: number, all: number): string {
  return right === all ? `100% of ${all}` : `${((100 * right) / all).toFixed(2)}% of ${all}`
}
