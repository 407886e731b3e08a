import { listAt, valueAt } from '../../yaml/plain'
import { parsePointer } from '../../yaml/pointer'
import { containerPorts } from '../ports'
import { titleOf } from '../title'
import { stableLabels } from './stable-labels'
import { append, takeOut } from './steps'
import { cannotWire, PLAIN_WIRE, type WireForm } from './wire-form'

const EVERY_PORT = 'every port'

/**
 * A wire from a NetworkPolicy to the pods that it lets in or out: a rule of its own. Taking it back takes the peer, and
 * the rule with its last one: a rule without peers would allow everyone.
 */
export function allowPeer(direction: 'ingress' | 'egress', list: 'from' | 'to', label: string): WireForm {
  return {
    ...PLAIN_WIRE,
    to: ['workload', 'Namespace'],
    crosses: true,
    label,
    asks: ({ to }) => {
      const ports = portsOf(to.object.data)
      const choices = [EVERY_PORT, ...ports]
      return direction === 'ingress' || ports.length === 0
        ? []
        : [{ key: 'port', label: 'Port', choices, default: EVERY_PORT }]
    },
    write: ({ from, to }, answers) => {
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
      const port = answers['port'] ?? EVERY_PORT
      const number = Number(port)
      const ports = port === EVERY_PORT ? {} : { ports: [{ port: Number.isInteger(number) ? number : port }] }
      return [{ object: id, patch: [append(data, ['spec', direction], { [list]: [peer], ...ports })] }]
    },
    unwrite: ({ object }, relations) => {
      const peers = relations.flatMap(({ because }) => because.map(({ path }) => parsePointer(path).slice(0, 5)))
      const rules = [...new Set(peers.map(path => path[2]!))]
      const emptied = rules.filter(rule => {
        const taken = new Set(peers.filter(path => path[2] === rule).map(path => path[4]))
        return taken.size === listAt(valueAt(object.data, ['spec', direction, rule]), list).length
      })
      const left = peers.filter(path => !emptied.includes(path[2]!))
      const gone = emptied.map(rule => ['spec', direction, rule])
      return [{ object: object.id, patch: takeOut(object.data, [...left, ...gone]) }]
    },
  }
}

function portsOf(workload: Parameters<typeof containerPorts>[0]): readonly string[] {
  return [...new Set(containerPorts(workload).map(({ name, port }) => name ?? String(port)))]
}
