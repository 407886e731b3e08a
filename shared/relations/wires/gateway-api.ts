import { samePlain } from '../../yaml/edit/patch-plain'
import { listAt, mapAt, textAt, valueAt, type PlainMap, type PlainValue } from '../../yaml/plain'
import { parsePointer } from '../../yaml/pointer'
import { grantFor, grantRefusal } from '../gateway-grants'
import { routeRefusal } from '../gateway-listeners'
import { kindKey } from '../kind-key'
import { lookIn } from '../look'
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

/** A route's parent: the Gateway, and one of the listeners that take it where the chooser says so. */
export const attachRoute: WireForm = appendItem({
  to: [`Gateway.${GROUP}`],
  crosses: true,
  label: 'Takes its traffic from',
  list: 'spec.parentRefs',
  against: ends => refusalOf(ends, null),
  asks: ends => {
    const names = listenerNames(ends.to)
    const taking = names.filter(name => refusalOf(ends, name) === null)
    if (names.length < 2) return []
    return [{ key: 'listener', label: 'Listener', choices: [ANY_LISTENER, ...taking], default: ANY_LISTENER }]
  },
  item: (ends, { listener = ANY_LISTENER }) => {
    if (listener === ANY_LISTENER) return reference(ends)
    const refusal = refusalOf(ends, listener)
    return refusal === null ? { ...reference(ends), sectionName: listener } : cannotWire(refusal)
  },
})

function refusalOf({ graph, from, to }: Ends, sectionName: string | null): string | null {
  return routeRefusal(from.object, to.object, { sectionName, port: null }, lookIn(graph))
}

/** A reference into another namespace, which has to let it in: the grant is made with it, and goes with the last one. */
const GRANTED = {
  crosses: true,
  makes: ({ graph, from, to }) => {
    const grants = lookIn(graph).every(GRANT, to.object.namespace)
    const isGranted = grantRefusal({ from: from.object, to: to.object, grants }) === null
    return isGranted ? [] : [{ beside: to.object.id, data: grantFor(from.object, to.object) }]
  },
  unmakes: ({ object }, relations, graph) => {
    const gone = new Set(relations.map(({ id }) => id))
    const targets = new Set(relations.flatMap(({ to }) => (to === null ? [] : (graph.object(to) ?? []))))
    return [...targets].flatMap(target => {
      if (target.namespace === object.namespace) return []
      const isUsed = graph.relationsOf(target.id).some(({ id, from, to }) => {
        const other = to === target.id && !gone.has(id) ? graph.object(from) : null
        return other?.namespace === object.namespace && other?.kind === object.kind
      })
      const wanted = grantFor(object, target)
      const made = isUsed
        ? []
        : lookIn(graph)
            .every(GRANT, target.namespace)
            .filter(({ data }) => samePlain(data, wanted))
      return made.map(({ id }) => id)
    })
  },
} satisfies Partial<WireForm>

/**
 * A route's backend. An HTTPRoute that routes somewhere already gets a rule of its own for another path; the other
 * routes can't tell requests apart so simply: there the traffic is shared.
 */
export const routeBackend: WireForm = {
  ...PLAIN_WIRE,
  ...GRANTED,
  to: ['Service'],
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
  ...GRANTED,
  to: ['Secret'],
  label: 'Serves TLS with',
  fits: ({ from }) => secureListeners(from).length > 0,
  asks: ({ from }) => {
    const names = secureListeners(from).map(({ name }) => name)
    return names.length < 2 ? [] : [{ key: 'listener', label: 'Listener', choices: names, default: names[0]! }]
  },
  write: (ends, answers) => {
    const { from } = ends
    const { id, data } = from.object
    const listeners = secureListeners(from)
    const chosen = listeners.find(({ name }) => name === (answers['listener'] ?? listeners[0]?.name))
    if (chosen === undefined)
      return cannotWire(`${titleOf(from.object)} has no listener ${answers['listener']} that ends TLS.`)
    const list = ['spec', 'listeners', chosen.index, 'tls', 'certificateRefs']
    return [{ object: id, patch: [append(data, list, reference(ends))] }]
  },
  unwrite: ({ object }, relations) => {
    const items = relations.flatMap(({ because }) =>
      because.map(({ path }) => itemIn(parsePointer(path), 'certificateRefs')),
    )
    return [
      {
        object: object.id,
        patch: takeOut(
          object.data,
          items.map(item => wholeTls(object.data, item, items)),
        ),
      },
    ]
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

/** Listeners that end TLS: those of HTTPS, which needs no more to be said, and those that say so. */
function secureListeners({ object }: Source): readonly { readonly name: string; readonly index: string }[] {
  return listAt(object.data, 'spec', 'listeners').flatMap((listener, index) => {
    const isSecure = valueAt(listener, ['tls']) !== undefined || textAt(listener, 'protocol') === 'HTTPS'
    if (!isSecure || textAt(listener, 'tls', 'mode') === 'Passthrough') return []
    return [{ name: textAt(listener, 'name') ?? '', index: String(index) }]
  })
}

/** The certificate's item; or the listener's `tls`, where it says nothing but the certificates that go. */
function wholeTls(data: PlainMap, item: readonly string[], gone: readonly (readonly string[])[]): readonly string[] {
  const tls = item.slice(0, -2)
  const goes = gone.filter(each => each.slice(0, -1).join('/') === item.slice(0, -1).join('/')).length
  const isWhole =
    Object.keys(mapAt(data, ...tls)).length === 1 && listAt(data, ...tls, 'certificateRefs').length === goes
  return isWhole ? tls : item
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
