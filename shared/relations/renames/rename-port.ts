import { listAt, textAt, valueAt } from '../../yaml/plain'
import { parsePointer } from '../../yaml/pointer'
import type { Refusal } from '../../workspace/change'
import type { Graph } from '../graph'
import { kindKey, type KindKey } from '../kind-key'
import type { KubeObject, Relation } from '../relation'
import { findPlaces, podSpecPath, sourceOf } from '../source'
import { titleOf } from '../title'
import type { ObjectEdit } from '../wires/wire-form'
import { isGone, isTaken, whyNotAllowed } from './allowed-names'
import { connected } from './connected'
import { Patches } from './patches'

type Path = readonly string[]

/** Where ports have their names, and where others say them. */
type PortSort = {
  readonly what: 'service-port' | 'container-port'
  /** Of every port of an object: the place of its name. */
  readonly names: (object: KubeObject) => readonly Path[]
  /** Where the object itself speaks of its ports. */
  readonly own: (object: KubeObject) => readonly Path[]
  /** Where the object that a relation leaves from speaks of the ports of the one that it leads to. */
  readonly users: (from: KubeObject, relation: Relation) => readonly Path[]
}

const CONTAINER_PORTS: PortSort = {
  what: 'container-port',
  names: object =>
    sourceOf(object).containers.flatMap(({ path, container }) =>
      listAt(container, 'ports').map((_, index) => [
        ...podSpecPath(sourceOf(object)),
        ...path,
        'ports',
        String(index),
        'name',
      ]),
    ),
  own: object =>
    ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.postStart', 'lifecycle.preStop'].flatMap(holder =>
      ['httpGet.port', 'tcpSocket.port'].flatMap(port => pathsAt(object, `$container.${holder}.${port}`)),
    ),
  users: (from, relation) => {
    const at = USERS_OF_CONTAINER_PORTS[kindKey(from.group, from.kind)]
    if (relation.rule === 'networkpolicy-applies-to-workload') return pathsAt(from, 'spec.ingress.*.ports.*.port')
    // A peer stands at spec/egress/0/to/1: the ports of its rule count.
    if (relation.rule === 'networkpolicy-allows-to')
      return relation.because.flatMap(({ path }) => {
        const rule = parsePointer(path).slice(0, 3)
        return listAt(from.data, ...rule, 'ports').map((_, index) => [...rule, 'ports', String(index), 'port'])
      })
    return at === undefined ? [] : pathsAt(from, at)
  },
}

const USERS_OF_CONTAINER_PORTS: Readonly<Record<KindKey, string>> = {
  Service: 'spec.ports.*.targetPort',
  'PodMonitor.monitoring.coreos.com': 'spec.podMetricsEndpoints.*.port',
}

const SERVICE_PORTS: PortSort = {
  what: 'service-port',
  names: object => pathsAt(object, 'spec.ports.*.name'),
  own: () => [],
  users: (from, relation) => [
    // Beside the Service's name: `port.name` of an Ingress, `servicePort` before networking.k8s.io/v1.
    ...relation.because.flatMap(({ path }) => {
      const holder = parsePointer(path).slice(0, -1)
      return [
        [...holder, 'port', 'name'],
        [...holder, 'servicePort'],
      ]
    }),
    ...(USERS_OF_SERVICE_PORTS[kindKey(from.group, from.kind)] ?? []).flatMap(at => pathsAt(from, at)),
  ],
}

const USERS_OF_SERVICE_PORTS: Readonly<Record<KindKey, readonly string[]>> = {
  'ServiceMonitor.monitoring.coreos.com': ['spec.endpoints.*.port'],
  'EndpointSlice.discovery.k8s.io': ['ports.*.name'],
  Endpoints: ['subsets.*.ports.*.name'],
}

/**
 * Gives a port of a Service or of a container another name, wherever that is said. What one user means by the name in
 * several objects (a Service that selects two workloads) gets the new name in all of them.
 */
export function renamePort(
  graph: Graph,
  object: KubeObject,
  what: PortSort['what'],
  port: string,
  to: string,
): readonly ObjectEdit[] | Refusal {
  const why = whyNotAllowed(what, to)
  if (why) return why
  const sort = what === 'container-port' ? CONTAINER_PORTS : SERVICE_PORTS
  const says = (each: KubeObject, name: string): readonly Path[] =>
    sort.names(each).filter(path => textAt(each.data, ...path) === name)
  if (says(object, port).length === 0) return isGone(`${titleOf(object)} has no port ${port}`)

  const patches = new Patches()
  const uses = (from: KubeObject, relation: Relation): readonly Path[] =>
    sort.users(from, relation).filter(path => valueAt(from.data, path) === port)
  const tied = connected(object, one => {
    if (says(one, port).length === 0) return []
    return graph.relationsOf(one.id).flatMap(relation => {
      const from = relation.to === one.id ? graph.object(relation.from) : null
      if (from === null || uses(from, relation).length === 0) return []
      return graph.relationsOf(from.id).flatMap(other => {
        const end = other.from === from.id && uses(from, other).length > 0 ? graph.object(other.to ?? '') : null
        return end === null ? [] : [end]
      })
    })
  })
  for (const one of tied) {
    if (says(one, port).length === 0) continue
    if (says(one, to).length > 0) return isTaken(`${titleOf(one)} has a port ${to} already.`)
    for (const path of says(one, port)) patches.replace(one, path, to)
    for (const path of sort.own(one)) if (valueAt(one.data, path) === port) patches.replace(one, path, to)
    for (const relation of graph.relationsOf(one.id)) {
      const from = relation.to === one.id ? graph.object(relation.from) : null
      if (from !== null) for (const path of uses(from, relation)) patches.replace(from, path, to)
    }
  }
  return patches.edits()
}

function pathsAt(object: KubeObject, at: string): readonly Path[] {
  return findPlaces(sourceOf(object), at).map(({ path }) => path)
}
