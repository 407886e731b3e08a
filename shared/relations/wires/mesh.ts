import { listAt, mapAt, textAt } from '../../yaml/plain'
import { parsePointer } from '../../yaml/pointer'
import type { Consequence } from '../consequence'
import type { Graph } from '../graph'
import { kindKey } from '../kind-key'
import type { Relation } from '../relation'
import type { Source } from '../source'
import { labelsApart, labelsInCommon, subsetNames, type Label } from '../subsets'
import { titleOf } from '../title'
import { hasHost, hostFor } from './host-for'
import { setField } from './set-field'
import { append, put, takeOut, uniqueItems } from './steps'
import { cannotWire, PLAIN_WIRE, type Ends, type WireForm } from './wire-form'

const NETWORKING = 'networking.istio.io'
const APPLIES = 'destinationrule-applies-to-service'

/** The Service, or what brings the host, that a DestinationRule is about. */
export const hostOfRule: WireForm = setField({
  to: ['Service', `ServiceEntry.${NETWORKING}`],
  fits: hasHost,
  crosses: true,
  label: 'Applies to',
  at: 'spec.host',
  value: hostFor,
})

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
    { object: object.id, patch: takeOut(object.data, uniqueItems(relations, 'http')) },
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
  fits: ends => labelsOfPods(ends).length > 0,
  asks: ends => {
    const labels = labelsOfPods(ends).map(([key, value]) => `${key}=${value}`)
    return [
      { key: 'label', label: 'Label', choices: labels, default: labels[0] ?? '' },
      { key: 'subset', label: 'Subset', choices: null, default: usualSubset(ends) },
    ]
  },
  write: (ends, answers) => {
    const { id, data } = ends.from.object
    const labels = labelsOfPods(ends)
    const label = labels.find(([key, value]) => `${key}=${value}` === answers['label']) ?? labels[0]
    if (label === undefined) return cannotWire(`The pods of ${titleOf(ends.to.object)} have no label of their own.`)
    const name = answers['subset'] ?? usualSubset(ends)
    if (subsetNames(ends.from.object).includes(name))
      return cannotWire(`${titleOf(ends.from.object)} has a subset ${name} already. Choose another name.`)
    return [{ object: id, patch: [append(data, ['spec', 'subsets'], { name, labels: { [label[0]]: label[1] } })] }]
  },
  unwrite: ({ object }, relations) => [
    { object: object.id, patch: takeOut(object.data, uniqueItems(relations, 'subsets')) },
  ],
  unwriteBrings: ({ object }, relations, graph) =>
    relations.flatMap(({ detail }) => routesBy(object.id, String(detail['subset']), graph)),
}

/** The routes that name a subset: without it their requests fail. */
function routesBy(rule: string, subset: string, graph: Graph): readonly Consequence[] {
  const isRoute = (each: Relation) =>
    each.rule === 'virtualservice-uses-subset' && each.to === rule && each.detail['subset'] === subset
  const users = graph
    .relationsOf(rule)
    .filter(isRoute)
    .flatMap(({ from }) => graph.object(from) ?? [])
  if (users.length === 0) return []
  const says = `${users.map(titleOf).join(', ')} still routes to subset ${subset}: those requests would fail.`
  return [{ code: 'still-used', says, objects: users.map(({ id }) => id) }]
}

/**
 * Labels of the pods that the rule's Service itself doesn't ask for. A Rollout tells its pods apart while it rolls: its
 * controller writes their hash into its subsets, which begin with a label that all have.
 */
function labelsOfPods({ graph, from, to }: Ends): readonly Label[] {
  const { id } = from.object
  const applies = graph.relationsOf(id).find(each => each.rule === APPLIES && each.from === id)
  const service = applies?.to == null ? null : graph.object(applies.to)
  if (service === null) return []
  const apart = labelsApart(service, to)
  return apart.length === 0 && isRollout(to) ? labelsInCommon(service, to) : apart
}

/** The first subset that a Rollout asks for and the rule doesn't have; else the value of the label is its name. */
function usualSubset(ends: Ends): string {
  const asked = isRollout(ends.to)
    ? mapAt(ends.to.object.data, 'spec', 'strategy', 'canary', 'trafficRouting', 'istio', 'destinationRule')
    : {}
  const there = new Set(subsetNames(ends.from.object))
  const names = ['stableSubsetName', 'canarySubsetName'].flatMap(field => textAt(asked, field) ?? [])
  return names.find(name => !there.has(name)) ?? labelsOfPods(ends)[0]?.[1] ?? ''
}

function isRollout({ object }: Source): boolean {
  return kindKey(object.group, object.kind) === 'Rollout.argoproj.io'
}

function secureServers({ object }: Source): readonly { readonly title: string; readonly index: string }[] {
  return listAt(object.data, 'spec', 'servers').flatMap((server, index) => {
    const mode = textAt(server, 'tls', 'mode')
    const endsTls = mode === 'SIMPLE' || mode === 'MUTUAL' || mode === 'OPTIONAL_MUTUAL'
    const title = textAt(server, 'port', 'name') ?? textAt(server, 'name') ?? `server ${index + 1}`
    return endsTls ? [{ title, index: String(index) }] : []
  })
}
