import type { PatchOperation } from '../../yaml/edit/edit-plan'
import { listAt, valueAt, type PlainMap, type PlainValue } from '../../yaml/plain'
import { formatPointer, parsePointer } from '../../yaml/pointer'
import type { WireAnswers, WireAsk } from '../relation'
import type { Source } from '../source'
import { declareSubset, makeRule, subsetsFor, undeclareSubsets } from './declare-subset'
import { hasHost, hostFor, portsOfHost } from './host-for'
import { append, itemIn, put, takeOut, uniqueItems } from './steps'
import { cannotWire, PLAIN_WIRE, type Ends, type WireForm } from './wire-form'

const NO_SUBSET = 'whole Service'
const HOSTS = ['Service', 'ServiceEntry.networking.istio.io']

/**
 * A destination of the VirtualService's last route, which is the one for what matched nothing else. Where there is
 * one already, it shares its traffic with it: a single destination has no weight, two must have.
 */
export const routeTo: WireForm = {
  ...PLAIN_WIRE,
  to: HOSTS,
  crosses: true,
  label: 'Routes to',
  rank: () => 10,
  fits: hasHost,
  asks: ends => {
    const weight = { key: 'weight', label: 'Share in percent', choices: null, default: '0' }
    return [...asksDestination(ends), ...(lastRoute(ends.from).length === 0 ? [] : [weight])]
  },
  makes: makeRule,
  write: (ends, answers) => {
    const { id, data } = ends.from.object
    const destination = destinationFor(ends, answers)
    const declared = declareSubset(ends, answers)
    const sort = sortOfRoutes(ends.from)
    const there = lastRoute(ends.from)
    if (there.length === 0)
      return [{ object: id, patch: [append(data, ['spec', sort], { route: [{ destination }] })] }, ...declared]
    const weight = Number(answers['weight'] ?? '0')
    if (!Number.isInteger(weight) || weight < 0 || weight > 100)
      return cannotWire(`A share is a whole number from 0 to 100, unlike ${answers['weight']}.`)
    const route = ['spec', sort, String(listAt(data, 'spec', sort).length - 1), 'route']
    const steps: PatchOperation[] = [append(data, route, { destination, weight })]
    const [only] = there
    if (there.length === 1 && valueAt(only, ['weight']) === undefined)
      steps.unshift(put(data, [...route, '0', 'weight'], 100 - weight))
    return [{ object: id, patch: steps }, ...declared]
  },
  unmakes: (_, relations, graph) => undeclareSubsets(relations, graph).unmakes,
  unwrite: ({ object }, relations, graph) => {
    const items = uniqueItems(relations, 'route')
    const emptied = items
      .filter(path => remainingIn(object.data, path, items).length === 0)
      .map(path => path.slice(0, 3))
    const left = items.filter(path => !emptied.some(route => startsWith(path, route)))
    const weights = left.flatMap(path => weightOfLast(object.data, path, items))
    const patch = [...weights, ...takeOut(object.data, [...left, ...emptied])]
    return [{ object: object.id, patch }, ...undeclareSubsets(relations, graph).edits]
  },
}

/** A copy of the requests of the last HTTP route. */
export const mirrorTo: WireForm = {
  ...PLAIN_WIRE,
  to: HOSTS,
  crosses: true,
  label: 'Mirrors to',
  fits: ends => sortOfRoutes(ends.from) === 'http' && lastRoute(ends.from).length > 0 && hasHost(ends),
  asks: asksDestination,
  makes: makeRule,
  write: (ends, answers) => {
    const { id, data } = ends.from.object
    const last = String(listAt(data, 'spec', 'http').length - 1)
    const mirror = put(data, ['spec', 'http', last, 'mirror'], destinationFor(ends, answers))
    return [{ object: id, patch: [mirror] }, ...declareSubset(ends, answers)]
  },
  unmakes: (_, relations, graph) => undeclareSubsets(relations, graph).unmakes,
  unwrite: ({ object }, relations, graph) => {
    const places = relations.flatMap(({ because }) => because.map(({ path }) => parsePointer(path)))
    // `…/mirror/host`, or an item of `…/mirrors`.
    const mirrors = places.map(path => (path.includes('mirrors') ? itemIn(path, 'mirrors') : path.slice(0, -1)))
    return [{ object: object.id, patch: takeOut(object.data, mirrors) }, ...undeclareSubsets(relations, graph).edits]
  },
}

function asksDestination(ends: Ends): readonly WireAsk[] {
  const ports = portsOfHost(ends.to).map(String)
  const subsets = subsetsFor(ends)
  return [
    ...(ports.length < 2 ? [] : [{ key: 'port', label: 'Port', choices: ports, default: ports[0]! }]),
    ...(subsets.length === 0
      ? []
      : [{ key: 'subset', label: 'Subset', choices: [NO_SUBSET, ...subsets], default: NO_SUBSET }]),
  ]
}

function destinationFor(ends: Ends, answers: WireAnswers): PlainMap {
  const ports = portsOfHost(ends.to)
  const subset = answers['subset'] ?? NO_SUBSET
  const port = Number(answers['port'] ?? ports[0])
  return {
    host: hostFor(ends),
    ...(subset === NO_SUBSET ? {} : { subset }),
    // With one port there is nothing to choose.
    ...(ports.length > 1 && Number.isInteger(port) ? { port: { number: port } } : {}),
  }
}

/** Most are for HTTP; a VirtualService that only speaks of TCP or TLS goes on so. */
function sortOfRoutes({ object }: Source): 'http' | 'tcp' | 'tls' {
  const sorts = ['http', 'tcp', 'tls'] as const
  return sorts.find(sort => listAt(object.data, 'spec', sort).length > 0) ?? 'http'
}

function lastRoute(source: Source): readonly PlainValue[] {
  return listAt(listAt(source.object.data, 'spec', sortOfRoutes(source)).at(-1), 'route')
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
