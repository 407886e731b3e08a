import type { PatchOperation } from '../../yaml/edit/edit-plan'
import { listAt, valueAt, type PlainMap } from '../../yaml/plain'
import { formatPointer, parsePointer } from '../../yaml/pointer'
import { listOf, type Consequence } from '../consequence'
import type { Graph } from '../graph'
import {
  isClosed,
  isOpenWithoutRules,
  placeForType,
  placeOfWiredType,
  POLICY_TYPE,
  type Direction,
} from '../policy-directions'
import { containerPorts, type ContainerPort } from '../ports'
import type { KubeObject, Relation, WireAnswers } from '../relation'
import { titleOf } from '../title'
import { stableLabels } from './stable-labels'
import { append, takeOut } from './steps'
import { cannotWire, PLAIN_WIRE, type Ends, type WireForm } from './wire-form'

const EVERY_PORT = 'every port'
const COVERS = 'networkpolicy-applies-to-workload'
const PEERS = { ingress: 'from', egress: 'to' } as const

/**
 * A wire from a NetworkPolicy to the pods that it lets in or out: a rule of its own, and the direction among the
 * policy's types. Taking it back takes the peer, and the rule with its last one: a rule without peers would allow
 * everyone.
 */
export function allowPeer(direction: Direction, label: string): WireForm {
  return {
    ...PLAIN_WIRE,
    to: ['workload', 'Namespace'],
    crosses: true,
    label,
    asks: ends => {
      const choices = [EVERY_PORT, ...portsOf(receivers(direction, ends)).keys()]
      return choices.length === 1 ? [] : [{ key: 'port', label: 'Port', choices, default: EVERY_PORT }]
    },
    write: (ends, answers) => {
      const { from, to } = ends
      const { id, data, namespace } = from.object
      const labels = to.pod === null ? null : stableLabels(to)
      if (to.pod !== null && labels === null)
        return cannotWire(`The pods of ${titleOf(to.object)} have no label that stays. Give its pod template one.`)
      const home = to.pod === null ? to.object.name : to.object.namespace
      const space = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': home } } }
      const peer = {
        ...(to.pod === null || home !== namespace ? space : {}),
        ...(labels === null ? {} : { podSelector: { matchLabels: labels } }),
      }
      const rule = { [PEERS[direction]]: [peer], ...portsFor(direction, ends, answers) }
      const place = placeForType(data, direction)
      const type: readonly PatchOperation[] =
        place === null ? [] : [{ op: 'add', path: `/spec/policyTypes/${place}`, value: POLICY_TYPE[direction] }]
      return [{ object: id, patch: [append(data, ['spec', direction], rule), ...type] }]
    },
    writeBrings: ({ graph, from }) =>
      isClosed(from.object.data, direction) ? [] : [closes(from.object, direction, graph)],
    unwrite: ({ object }, relations) => [{ object: object.id, patch: takeBack(object.data, direction, relations) }],
    unwriteBrings: ({ object }, relations, graph) => {
      const isLast = whatGoes(object.data, direction, relations).isLast
      return isLast && isOpenWithoutRules(object.data, direction) ? [opens(object, direction, graph)] : []
    },
  }
}

function takeBack(data: PlainMap, direction: Direction, relations: readonly Relation[]): readonly PatchOperation[] {
  const { peers, rules, isLast } = whatGoes(data, direction, relations)
  const gone = rules.map(rule => ['spec', direction, rule])
  // Nobody writes a policy that says nothing: where no `policyTypes` say so, `ingress: []` is how nothing comes in.
  if (isLast && direction === 'ingress' && listAt(data, 'spec', 'policyTypes').length === 0)
    return gone.toReversed().map(path => ({ op: 'remove', path: formatPointer(path) }))
  const type = isLast ? placeOfWiredType(data, direction) : null
  const left = peers.filter(path => !rules.includes(path[2]!))
  return takeOut(data, [...left, ...gone, ...(type === null ? [] : [['spec', 'policyTypes', type]])])
}

/** The peers that relations stand for, the numbers of the rules that are left without any, and whether those are all. */
function whatGoes(data: PlainMap, direction: Direction, relations: readonly Relation[]) {
  const peers = relations.flatMap(({ because }) => because.map(({ path }) => parsePointer(path).slice(0, 5)))
  const rules = [...new Set(peers.map(path => path[2]!))].filter(rule => {
    const taken = new Set(peers.filter(path => path[2] === rule).map(path => path[4]))
    return taken.size === listAt(valueAt(data, ['spec', direction, rule]), PEERS[direction]).length
  })
  return { peers, rules, isLast: rules.length === listAt(data, 'spec', direction).length }
}

function closes(policy: KubeObject, direction: Direction, graph: Graph): Consequence {
  const pods = coveredBy(policy, graph)
  const others = direction === 'egress' ? 'reach nothing else' : 'be reached by nothing else'
  return {
    code: 'closes-direction',
    says: `${titleOf(policy)} closes this direction: unless another rule allows it, its pods can ${others}: ${listOf(pods)}.`,
    objects: pods.map(({ id }) => id),
  }
}

function opens(policy: KubeObject, direction: Direction, graph: Graph): Consequence {
  const pods = coveredBy(policy, graph)
  const everything = direction === 'egress' ? 'reach everything' : 'be reached by everything'
  return {
    code: 'opens-direction',
    says: `${titleOf(policy)} leaves this direction open: its pods can ${everything}: ${listOf(pods)}.`,
    objects: pods.map(({ id }) => id),
  }
}

function coveredBy({ id }: KubeObject, graph: Graph): readonly KubeObject[] {
  const covers = graph.relationsOf(id).filter(({ rule, from }) => rule === COVERS && from === id)
  return covers.flatMap(({ to }) => (to === null ? [] : (graph.object(to) ?? [])))
}

/** Whose ports a rule is about: those of the peer for what goes out, those of the policy's own pods for what comes in. */
function receivers(direction: Direction, { graph, from, to }: Ends): readonly KubeObject[] {
  return direction === 'egress' ? [to.object] : coveredBy(from.object, graph)
}

/** Ports by what the chooser calls them. One name may stand for a TCP and a UDP port, as that of DNS does. */
function portsOf(workloads: readonly KubeObject[]): ReadonlyMap<string, readonly ContainerPort[]> {
  const ports = new Map<string, readonly ContainerPort[]>()
  for (const port of workloads.flatMap(({ data }) => containerPorts(data))) {
    const word = port.name ?? String(port.port)
    ports.set(word, [...(ports.get(word) ?? []), port])
  }
  return ports
}

/** Policies mean TCP where they say no protocol: a port of another one must name it. */
function portsFor(direction: Direction, ends: Ends, answers: WireAnswers): PlainMap {
  const asked = answers['port'] ?? EVERY_PORT
  if (asked === EVERY_PORT) return {}
  const [word = '', said] = asked.split('/')
  const port = /^\d+$/.test(word) ? Number(word) : word
  const known = (portsOf(receivers(direction, ends)).get(word) ?? []).map(({ protocol }) => protocol)
  const protocols = said === undefined ? [...new Set(known.length === 0 ? ['TCP'] : known)] : [said.toUpperCase()]
  return { ports: protocols.map(protocol => (protocol === 'TCP' ? { port } : { protocol, port })) }
}
