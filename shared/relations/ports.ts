import { containersOf, podTemplateOf } from '../kinds/pod-template'
import { listAt, mapAt, textAt, valueAt, type PlainMap, type PlainValue } from '../yaml/plain'
import { NO_DETAIL } from './reference'
import type { KubeObject, Relation } from './relation'

/** A port of a Service, as its manifest says it. */
export type ServicePort = {
  readonly name: string | null
  readonly port: number | null
  /** A number, the name of a container's port, or null where the Service leaves it out: then it is `port` itself. */
  readonly target: number | string | null
  readonly protocol: string
}

export type ContainerPort = {
  readonly container: string
  readonly name: string | null
  readonly port: number
  readonly protocol: string
}

export function servicePorts(service: PlainMap): readonly ServicePort[] {
  return listAt(service, 'spec', 'ports').map(port => ({
    name: textAt(port, 'name'),
    port: numberAt(port, 'port'),
    target: numberAt(port, 'targetPort') ?? textAt(port, 'targetPort'),
    protocol: textAt(port, 'protocol') ?? 'TCP',
  }))
}

/** The ports that the containers of a workload declare. A port that isn't declared may be served all the same. */
export function containerPorts(workload: PlainMap): readonly ContainerPort[] {
  const pod = podTemplateOf(workload)
  if (pod === null) return []
  return containersOf(pod.spec).flatMap(({ container }) =>
    listAt(container, 'ports').flatMap(port => {
      const number = numberAt(port, 'containerPort')
      const name = textAt(container, 'name') ?? ''
      const protocol = textAt(port, 'protocol') ?? 'TCP'
      return number === null ? [] : [{ container: name, name: textAt(port, 'name'), port: number, protocol }]
    }),
  )
}

/** The container port that a Service's port leads to, where a container declares it. */
export function portBehind(port: ServicePort, workload: PlainMap): ContainerPort | null {
  const target = port.target ?? port.port
  const declared = containerPorts(workload).filter(({ protocol }) => protocol === port.protocol)
  return declared.find(({ name, port: number }) => (typeof target === 'string' ? name : number) === target) ?? null
}

/** What the edge from a Service to a workload says: its first port, where that leads, and all of them in words. */
export function portsBetween(service: KubeObject, workload: KubeObject): Relation['detail'] {
  const ports = servicePorts(service.data)
  const [first] = ports
  if (first === undefined) return {}
  const behind = portBehind(first, workload.data)
  return {
    port: first.name ?? first.port ?? '',
    targetPort: first.target ?? first.port ?? '',
    ...(behind === null ? {} : { container: behind.container }),
    ports: ports.map(({ port, target }) => `${port} → ${target ?? port}`).join(', '),
  }
}

/**
 * The Service's ports that lead to none that a workload declares. A number that isn't declared may be served all the
 * same, so it counts only where the workload declares ports; a name must be declared.
 */
export function portsToNowhere(service: PlainMap, workload: PlainMap): readonly ServicePort[] {
  const declared = containerPorts(workload)
  return servicePorts(service).filter(port => {
    const target = port.target ?? port.port
    const isDeclared = declared.some(({ name, port: number }) => target === name || target === number)
    return target !== null && !isDeclared && (typeof target === 'string' || declared.length > 0)
  })
}

/** Numbers that web servers usually listen at: a Service of such a port is reached at 80. */
const WEB_PORTS: ReadonlySet<number> = new Set([80, 3000, 5000, 8000, 8080, 8888])

/**
 * The ports of a new Service for a workload: each that its containers declare, led to by name where it has one. Without
 * any declared, one that leads to its own number.
 */
export function portsToExpose(workload: PlainMap): readonly PlainMap[] {
  const declared = containerPorts(workload)
  if (declared.length === 0) return [{ name: 'http', port: 80 }]
  const [only, ...more] = declared
  const isWeb = more.length === 0 && only?.protocol === 'TCP' && (only.name === 'http' || WEB_PORTS.has(only.port))
  return declared.map(({ name, port, protocol }) => ({
    name: name ?? (isWeb ? 'http' : `${protocol.toLowerCase()}-${port}`),
    port: isWeb ? 80 : port,
    targetPort: name ?? port,
    ...(protocol === 'TCP' ? {} : { protocol }),
  }))
}

/** The port that an Ingress, a route or a policy names: by name or by number. */
export function portOfBackend(backend: PlainValue): Relation['detail'] {
  const port = mapAt(backend, 'port')
  const named = textAt(port, 'name') ?? numberAt(port, 'number') ?? valueAt(backend, ['servicePort'])
  return typeof named === 'string' || typeof named === 'number' ? { port: named } : NO_DETAIL
}

/** The port of a reference that says only a number, or nothing. */
export function portNumber(reference: PlainValue): Relation['detail'] {
  const port = numberAt(reference, 'port')
  return port === null ? NO_DETAIL : { port }
}

function numberAt(value: PlainValue, key: string): number | null {
  const found = valueAt(value, [key])
  return typeof found === 'number' ? found : null
}
