import type { PatchOperation } from '../../yaml/edit/edit-plan'
import { isMap, listAt, mapAt, textAt, valueAt, type PlainMap, type PlainValue } from '../../yaml/plain'
import { formatPointer, parsePointer } from '../../yaml/pointer'
import { serviceOfHost } from '../hosts'
import { kindKey } from '../kind-key'
import { servicePorts } from '../ports'
import type { Relation, WireAnswers, WireAsk } from '../relation'
import type { Source } from '../source'
import { titleOf } from '../title'
import { setField } from './set-field'
import { append, itemIn, put, takeOut } from './steps'
import { cannotWire, PLAIN_WIRE, type Ends, type WireForm } from './wire-form'

const NETWORKING = 'networking.istio.io'
const NO_SUBSET = 'whole Service'

/** The Service that a DestinationRule is about. */
export const hostOfRule: WireForm = setField({
  to: ['Service'],
  crosses: true,
  label: 'Applies to',
  at: 'spec.host',
  value: hostFor,
})

/**
 * A destination of the VirtualService's last HTTP route, which is the one for what matched nothing else. Where there is
 * one already, it shares its traffic with it: a single destination has no weight, two must have.
 */
export const routeTo: WireForm = {
  ...PLAIN_WIRE,
  to: ['Service'],
  crosses: true,
  label: 'Routes to',
  rank: () => 10,
  fits: ({ from }) =>
    listAt(from.object.data, 'spec', 'tcp').length + listAt(from.object.data, 'spec', 'tls').length === 0,
  asks: ends => {
    const weight = { key: 'weight', label: 'Share in percent', choices: null, default: '0' }
    return [...asksDestination(ends), ...(lastRoute(ends.from).length === 0 ? [] : [weight])]
  },
  write: (ends, answers) => {
    const { id, data } = ends.from.object
    const destination = destinationFor(ends, answers)
    const there = lastRoute(ends.from)
    if (there.length === 0)
      return [{ object: id, patch: [append(data, ['spec', 'http'], { route: [{ destination }] })] }]
    const weight = Number(answers['weight'] ?? '0')
    if (!Number.isInteger(weight) || weight < 0 || weight > 100)
      return cannotWire(`A share is a whole number from 0 to 100, unlike ${answers['weight']}.`)
    const route = ['spec', 'http', String(listAt(data, 'spec', 'http').length - 1), 'route']
    const steps: PatchOperation[] = [append(data, route, { destination, weight })]
    const [only] = there
    if (there.length === 1 && valueAt(only, ['weight']) === undefined)
      steps.unshift(put(data, [...route, '0', 'weight'], 100 - weight))
    return [{ object: id, patch: steps }]
  },
  unwrite: ({ object }, relations) => {
    const items = uniquePaths(relations, 'route')
    const emptied = items
      .filter(path => remainingIn(object.data, path, items).length === 0)
      .map(path => path.slice(0, 3))
    const left = items.filter(path => !emptied.some(route => startsWith(path, route)))
    const weights = left.flatMap(path => weightOfLast(object.data, path, items))
    return [{ object: object.id, patch: [...weights, ...takeOut(object.data, [...left, ...emptied])] }]
  },
}

/** A copy of the requests of the last HTTP route. */
export const mirrorTo: WireForm = {
  ...PLAIN_WIRE,
  to: ['Service'],
  crosses: true,
  label: 'Mirrors to',
  fits: ({ from }) => lastRoute(from).length > 0,
  asks: asksDestination,
  write: (ends, answers) => {
    const { id, data } = ends.from.object
    const last = String(listAt(data, 'spec', 'http').length - 1)
    return [{ object: id, patch: [put(data, ['spec', 'http', last, 'mirror'], destinationFor(ends, answers))] }]
  },
  unwrite: ({ object }, relations) => {
    const places = relations.flatMap(({ because }) => because.map(({ path }) => parsePointer(path)))
    // `…/mirror/host`, or an item of `…/mirrors`.
    const mirrors = places.map(path => (path.includes('mirrors') ? itemIn(path, 'mirrors') : path.slice(0, -1)))
    return [{ object: object.id, patch: takeOut(object.data, mirrors) }]
  },
}

/** An HTTP route that another VirtualService goes on with. */
export const delegateTo: WireForm = {
  ...PLAIN_WIRE,
  to: [`VirtualService.${NETWORKING}`],
  crosses: true,
  label: 'Delegates to',
  write: ({ from, to }) => {
    const { id, data, namespace } = from.object
    const { name, namespace: target } = to.object
    const delegate = { name, ...(target === namespace ? {} : { namespace: target }) }
    return [{ object: id, patch: [append(data, ['spec', 'http'], { delegate })] }]
  },
  unwrite: ({ object }, relations) => [
    { object: object.id, patch: takeOut(object.data, uniquePaths(relations, 'http')) },
  ],
}

/** The Secret of one of a Gateway's servers that end TLS. */
export const serveWith: WireForm = {
  ...PLAIN_WIRE,
  to: ['Secret'],
  crosses: true,
  label: 'Serves TLS with',
  fits: ({ from }) => secureServers(from).length > 0,
  asks: ({ from }) => {
    const names = secureServers(from).map(({ title }) => title)
    return names.length < 2 ? [] : [{ key: 'server', label: 'Server', choices: names, default: names[0]! }]
  },
  write: ({ from, to }, answers) => {
    const servers = secureServers(from)
    const server = servers.find(({ title }) => title === (answers['server'] ?? servers[0]?.title))
    if (server === undefined)
      return cannotWire(`${titleOf(from.object)} has no server ${answers['server']} that ends TLS.`)
    const path = ['spec', 'servers', server.index, 'tls', 'credentialName']
    return [{ object: from.object.id, patch: [put(from.object.data, path, to.object.name)] }]
  },
  unwrite: ({ object }, relations) => {
    const paths = relations.flatMap(({ because }) => because.map(({ path }) => parsePointer(path)))
    return [{ object: object.id, patch: takeOut(object.data, paths) }]
  },
}

/** A subset of a DestinationRule: the pods of a workload, told from the others of the Service by a label of theirs. */
export const subsetOf: WireForm = {
  ...PLAIN_WIRE,
  to: ['workload'],
  crosses: true,
  label: 'Subset of its pods',
  fits: ends => distinctLabels(ends).length > 0,
  asks: ends => {
    const labels = distinctLabels(ends).map(([key, value]) => `${key}=${value}`)
    const [first] = distinctLabels(ends)
    return [
      { key: 'label', label: 'Label', choices: labels, default: labels[0] ?? '' },
      { key: 'subset', label: 'Subset', choices: null, default: first?.[1] ?? '' },
    ]
  },
  write: (ends, answers) => {
    const { id, data } = ends.from.object
    const labels = distinctLabels(ends)
    const label = labels.find(([key, value]) => `${key}=${value}` === answers['label']) ?? labels[0]
    if (label === undefined) return cannotWire(`The pods of ${titleOf(ends.to.object)} have no label of their own.`)
    const name = answers['subset'] ?? label[1]
    if (listAt(data, 'spec', 'subsets').some(subset => textAt(subset, 'name') === name))
      return cannotWire(`${titleOf(ends.from.object)} has a subset ${name} already. Choose another name.`)
    return [{ object: id, patch: [append(data, ['spec', 'subsets'], { name, labels: { [label[0]]: label[1] } })] }]
  },
  unwrite: ({ object }, relations) => [
    { object: object.id, patch: takeOut(object.data, uniquePaths(relations, 'subsets')) },
  ],
}

/** The short name within a namespace; the whole one across. */
function hostFor({ from, to }: Ends): string {
  const { name, namespace } = to.object
  return namespace === from.object.namespace ? (name ?? '') : `${name}.${namespace}.svc.cluster.local`
}

function asksDestination(ends: Ends): readonly WireAsk[] {
  const ports = servicePorts(ends.to.object.data).flatMap(({ port }) => (port === null ? [] : [String(port)]))
  const subsets = subsetsOf(ends)
  return [
    ...(ports.length < 2 ? [] : [{ key: 'port', label: 'Port', choices: ports, default: ports[0]! }]),
    ...(subsets.length === 0
      ? []
      : [{ key: 'subset', label: 'Subset', choices: [NO_SUBSET, ...subsets], default: NO_SUBSET }]),
  ]
}

function destinationFor(ends: Ends, answers: WireAnswers): PlainMap {
  const ports = servicePorts(ends.to.object.data)
  const subset = answers['subset'] ?? NO_SUBSET
  const port = Number(answers['port'] ?? ports[0]?.port)
  return {
    host: hostFor(ends),
    ...(subset === NO_SUBSET ? {} : { subset }),
    // With one port there is nothing to choose.
    ...(ports.length > 1 && Number.isInteger(port) ? { port: { number: port } } : {}),
  }
}

/** The subsets that DestinationRules of the design declare for a Service. */
function subsetsOf({ graph, to }: Ends): readonly string[] {
  return graph.objects
    .filter(({ group, kind, data, namespace }) => {
      if (kindKey(group, kind) !== `DestinationRule.${NETWORKING}`) return false
      const service = serviceOfHost(textAt(data, 'spec', 'host') ?? '', namespace ?? '')
      return service?.name === to.object.name && service?.namespace === to.object.namespace
    })
    .flatMap(({ data }) => listAt(data, 'spec', 'subsets').flatMap(subset => textAt(subset, 'name') ?? []))
}

function lastRoute({ object }: Source): readonly PlainValue[] {
  return listAt(listAt(object.data, 'spec', 'http').at(-1), 'route')
}

/** Labels of the pods that the Service itself doesn't ask for; the version first. */
function distinctLabels({ graph, from, to }: Ends): readonly (readonly [string, string])[] {
  const service = serviceOfHost(textAt(from.object.data, 'spec', 'host') ?? '', from.object.namespace ?? '')
  const found = graph.objects.find(
    ({ group, kind, name, namespace }) =>
      kindKey(group, kind) === 'Service' && name === service?.name && namespace === service?.namespace,
  )
  const selector = valueAt(found?.data, ['spec', 'selector'])
  const labels = mapAt(to.pod?.metadata, 'labels')
  if (!isMap(selector) || to.object.namespace !== service?.namespace) return []
  if (!Object.entries(selector).every(([key, value]) => labels[key] === value)) return []
  const own = Object.entries(labels).flatMap(([key, value]) =>
    key in selector || typeof value !== 'string' ? [] : [[key, value] as const],
  )
  return own.toSorted(([a], [b]) => Number(b.endsWith('version')) - Number(a.endsWith('version')))
}

function secureServers({ object }: Source): readonly { readonly title: string; readonly index: string }[] {
  return listAt(object.data, 'spec', 'servers').flatMap((server, index) => {
    const mode = textAt(server, 'tls', 'mode')
    const endsTls = mode === 'SIMPLE' || mode === 'MUTUAL' || mode === 'OPTIONAL_MUTUAL'
    const title = textAt(server, 'port', 'name') ?? textAt(server, 'name') ?? `server ${index + 1}`
    return endsTls ? [{ title, index: String(index) }] : []
  })
}

function uniquePaths(relations: readonly Relation[], list: string): readonly (readonly string[])[] {
  const paths = relations.flatMap(({ because }) => because.map(({ path }) => itemIn(parsePointer(path), list)))
  return [...new Map(paths.map(path => [formatPointer(path), path])).values()]
}

/** The destinations that stay in the route of an item when some go. */
function remainingIn(data: PlainMap, item: readonly string[], gone: readonly (readonly string[])[]): readonly string[] {
  const list = item.slice(0, -1)
  const taken = new Set(gone.map(formatPointer))
  return listAt(data, ...list).flatMap((_, index) => {
    const pointer = formatPointer([...list, index])
    return taken.has(pointer) ? [] : [pointer]
  })
}

/** A destination that is left alone gets everything: its weight goes with what shared the traffic. */
function weightOfLast(
  data: PlainMap,
  item: readonly string[],
  gone: readonly (readonly string[])[],
): readonly PatchOperation[] {
  const [only, ...more] = remainingIn(data, item, gone)
  if (only === undefined || more.length > 0 || valueAt(data, parsePointer(`${only}/weight`)) === undefined) return []
  return [{ op: 'remove', path: `${only}/weight` }]
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.every((key, index) => path[index] === key)
}
