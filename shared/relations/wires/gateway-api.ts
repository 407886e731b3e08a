import { kindKey } from '../kind-key'
import { listAt, textAt, valueAt, type PlainMap, type PlainValue } from '../../yaml/plain'
import { parsePointer } from '../../yaml/pointer'
import { grantRefusal } from '../gateway-grants'
import { servicePorts } from '../ports'
import type { KubeObject, WireAnswers } from '../relation'
import type { Source } from '../source'
import { titleOf } from '../title'
import { appendItem } from './append-item'
import { append, itemIn, takeOut } from './steps'
import { cannotWire, PLAIN_WIRE, type Ends, type WireForm } from './wire-form'

const GROUP = 'gateway.networking.k8s.io'
const GRANT = `ReferenceGrant.${GROUP}`
const ANY_LISTENER = 'any listener'

/** A route's parent: the Gateway, and one of its listeners where the chooser says so. */
export const attachRoute: WireForm = appendItem({
  to: [`Gateway.${GROUP}`],
  crosses: true,
  label: 'Takes its traffic from',
  list: 'spec.parentRefs',
  asks: ({ to }) => {
    const names = listenerNames(to)
    if (names.length < 2) return []
    return [{ key: 'listener', label: 'Listener', choices: [ANY_LISTENER, ...names], default: ANY_LISTENER }]
  },
  item: (ends, { listener = ANY_LISTENER }) => ({
    ...reference(ends),
    ...(listener === ANY_LISTENER ? {} : { sectionName: listener }),
  }),
})

/**
 * A route's backend. An HTTPRoute that routes somewhere already gets a rule of its own for another path; the other
 * routes can't tell requests apart so simply: there the traffic is shared.
 */
export const routeBackend: WireForm = {
  ...PLAIN_WIRE,
  to: ['Service'],
  crosses: true,
  label: 'Sends its traffic to',
  fits: ({ to }) => servicePorts(to.object.data).length > 0,
  asks: ends => {
    const ports = servicePorts(ends.to.object.data).map(({ name, port }) => name ?? String(port))
    const path = { key: 'path', label: 'Path', choices: null, default: defaultPath(ends) }
    const port = { key: 'port', label: 'Port', choices: ports, default: ports[0] ?? '' }
    return hasPaths(ends.from) ? [path, port] : [port]
  },
  write: (ends, answers) => {
    const { object } = ends.from
    const refusal = grantRefusal({ from: object, to: ends.to.object, grants: grantsOf(ends) })
    if (refusal !== null) return cannotWire(`${refusal} Make one there first.`)
    const port = portOf(ends.to, answers)
    if (port === null) return cannotWire(`${titleOf(ends.to.object)} has no port ${answers['port']}.`)
    const backend = { ...reference(ends), port }
    const shared = hasPaths(ends.from) ? -1 : rulesOf(object).findIndex(hasBackends)
    if (shared !== -1)
      return [
        { object: object.id, patch: [append(object.data, ['spec', 'rules', String(shared), 'backendRefs'], backend)] },
      ]
    const path = answers['path'] ?? defaultPath(ends)
    const matches =
      hasPaths(ends.from) && path !== '/' ? { matches: [{ path: { type: 'PathPrefix', value: path } }] } : {}
    return [
      { object: object.id, patch: [append(object.data, ['spec', 'rules'], { ...matches, backendRefs: [backend] })] },
    ]
  },
  unwrite: ({ object }, relations) => {
    const places = relations.flatMap(({ because }) =>
      because.map(({ path }) => itemIn(parsePointer(path), 'backendRefs')),
    )
    const emptied = [...new Set(places.map(path => path[2]!))].filter(rule => {
      const taken = new Set(places.filter(path => path[2] === rule).map(path => path[4])).size
      const there = valueAt(object.data, ['spec', 'rules', rule])
      // A rule with filters may redirect: it says something without a backend.
      return taken === listAt(there, 'backendRefs').length && valueAt(there, ['filters']) === undefined
    })
    const left = places.filter(path => !emptied.includes(path[2]!))
    const rules = emptied.map(rule => ['spec', 'rules', rule])
    return [{ object: object.id, patch: takeOut(object.data, [...left, ...rules]) }]
  },
}

/** A certificate of one of a Gateway's listeners that end TLS. */
export const referCertificate: WireForm = {
  ...PLAIN_WIRE,
  to: ['Secret'],
  label: 'Serves TLS with',
  fits: ({ from }) => secureListeners(from).length > 0,
  asks: ({ from }) => {
    const names = secureListeners(from).map(({ name }) => name)
    return names.length < 2 ? [] : [{ key: 'listener', label: 'Listener', choices: names, default: names[0]! }]
  },
  write: ({ from, to }, answers) => {
    const { id, data } = from.object
    const listeners = secureListeners(from)
    const chosen = listeners.find(({ name }) => name === (answers['listener'] ?? listeners[0]?.name))
    if (chosen === undefined)
      return cannotWire(`${titleOf(from.object)} has no listener ${answers['listener']} that ends TLS.`)
    const list = ['spec', 'listeners', chosen.index, 'tls', 'certificateRefs']
    return [{ object: id, patch: [append(data, list, { name: to.object.name })] }]
  },
  unwrite: ({ object }, relations) => {
    const items = relations.flatMap(({ because }) =>
      because.map(({ path }) => itemIn(parsePointer(path), 'certificateRefs')),
    )
    return [{ object: object.id, patch: takeOut(object.data, items) }]
  },
}

/** A reference by name, with the namespace where that is another one. */
function reference({ from, to }: Ends): PlainMap {
  const { name, namespace } = to.object
  return { name, ...(namespace === from.object.namespace ? {} : { namespace }) }
}

function listenerNames({ object }: Source): readonly string[] {
  return listAt(object.data, 'spec', 'listeners').flatMap(listener => textAt(listener, 'name') ?? [])
}

function secureListeners({ object }: Source): readonly { readonly name: string; readonly index: string }[] {
  return listAt(object.data, 'spec', 'listeners').flatMap((listener, index) => {
    const endsTls = valueAt(listener, ['tls']) !== undefined && textAt(listener, 'tls', 'mode') !== 'Passthrough'
    return endsTls ? [{ name: textAt(listener, 'name') ?? '', index: String(index) }] : []
  })
}

function grantsOf({ graph, to }: Ends): readonly KubeObject[] {
  return graph.objects.filter(
    ({ kind, group, namespace }) => kindKey(group, kind) === GRANT && namespace === to.object.namespace,
  )
}

function rulesOf({ data }: KubeObject): readonly PlainValue[] {
  return listAt(data, 'spec', 'rules')
}

function hasBackends(rule: PlainValue): boolean {
  return listAt(rule, 'backendRefs').length > 0
}

function hasPaths({ object }: Source): boolean {
  return kindKey(object.group, object.kind) === `HTTPRoute.${GROUP}`
}

/** Everything, while no rule says so already; else a path of the Service's name. */
function defaultPath({ from, to }: Ends): string {
  return rulesOf(from.object).length === 0 ? '/' : `/${to.object.name}`
}

function portOf(service: Source, answers: WireAnswers): number | null {
  const ports = servicePorts(service.object.data)
  const asked = answers['port']
  const found =
    asked === undefined ? ports[0] : ports.find(({ name, port }) => name === asked || String(port) === asked)
  return found?.port ?? null
}
