import type { Refusal } from '../../workspace/change'
import { listAt, textAt, type PlainMap, type PlainValue } from '../../yaml/plain'
import { parsePointer } from '../../yaml/pointer'
import { servicePorts } from '../ports'
import type { WireAnswers, WireAsk } from '../relation'
import type { Source } from '../source'
import { titleOf } from '../title'
import { append, takeOut } from './steps'
import { cannotWire, isRefusal, PLAIN_WIRE, type Ends, type WireForm } from './wire-form'

const ANY_HOST = '*'

/**
 * A wire from an Ingress to a Service: a path of the rule of that host, or a rule of its own where the host has none
 * yet. Taking it back takes the paths, and a rule that is left without any.
 */
export const routeIngress: WireForm = {
  ...PLAIN_WIRE,
  to: ['Service'],
  label: 'Path to the Service',
  fits: ({ to }) => servicePorts(to.object.data).length > 0,
  asks: ends => [...asksHost(ends.from), asksPath(ends), ...asksPort(ends.to)],
  write: (ends, answers) => {
    const { id, data } = ends.from.object
    const host = answers['host'] ?? defaultHost(ends.from)
    const path = answers['path'] ?? defaultPath(ends, host)
    if (!path.startsWith('/')) return cannotWire(`A path starts with a slash, unlike ${path}.`)
    const rule = ruleOf(ends.from, host)
    if (rule !== null && pathsOf(rule.rule).includes(path))
      return cannotWire(`${titleOf(ends.from.object)} has a path ${path} for this host already. Choose another one.`)
    const backend = backendOf(ends, answers)
    if (isRefusal(backend)) return backend
    const entry = isCurrent(ends.from) ? { path, pathType: 'Prefix', backend } : { path, backend }
    const step =
      rule === null
        ? append(data, ['spec', 'rules'], { ...(host === ANY_HOST ? {} : { host }), http: { paths: [entry] } })
        : append(data, ['spec', 'rules', String(rule.index), 'http', 'paths'], entry)
    return [{ object: id, patch: [step] }]
  },
  unwrite: (from, relations) => {
    const { id, data } = from.object
    const places = relations.flatMap(({ because }) => because.map(({ path }) => parsePointer(path)))
    // `…/rules/0/http/paths/1/backend…`, or the default backend, which is one field.
    const paths = places.map(path => path.slice(0, path[1] === 'rules' ? 6 : 2))
    const rules = new Set(paths.filter(path => path.length === 6).map(path => path[2]!))
    const emptied = [...rules].filter(
      rule => new Set(paths.filter(path => path[2] === rule).map(path => path[5])).size === pathCount(data, rule),
    )
    const left = paths.filter(path => path.length === 2 || !emptied.includes(path[2]!))
    return [{ object: id, patch: takeOut(data, [...left, ...emptied.map(rule => ['spec', 'rules', rule])]) }]
  },
}

function asksHost(ingress: Source): readonly WireAsk[] {
  const hosts = rulesOf(ingress).map(hostOf)
  if (hosts.every(host => host === ANY_HOST)) return []
  return [{ key: 'host', label: 'Host', choices: [...new Set([...hosts, ANY_HOST])], default: defaultHost(ingress) }]
}

function asksPath(ends: Ends): WireAsk {
  return { key: 'path', label: 'Path', choices: null, default: defaultPath(ends, defaultHost(ends.from)) }
}

function asksPort(service: Source): readonly WireAsk[] {
  const ports = servicePorts(service.object.data).map(({ name, port }) => name ?? String(port))
  return [{ key: 'port', label: 'Port', choices: ports, default: ports[0] ?? '' }]
}

function defaultHost(ingress: Source): string {
  const [first] = rulesOf(ingress)
  return first === undefined ? ANY_HOST : hostOf(first)
}

/** The root, where it is free; else a path of the Service's name. */
function defaultPath({ from, to }: Ends, host: string): string {
  const rule = ruleOf(from, host)
  return rule === null || !pathsOf(rule.rule).includes('/') ? '/' : `/${to.object.name}`
}

function backendOf({ from, to }: Ends, answers: WireAnswers): PlainMap | Refusal {
  const ports = servicePorts(to.object.data)
  const asked = answers['port']
  const port = asked === undefined ? ports[0] : ports.find(({ name, port }) => name === asked || String(port) === asked)
  if (port === undefined)
    return cannotWire(
      `${titleOf(to.object)} has no port ${asked}. It has ${ports.map(each => each.name ?? each.port).join(', ')}.`,
    )
  const name = to.object.name
  if (!isCurrent(from)) return { serviceName: name, servicePort: port.name ?? port.port }
  return { service: { name, port: port.name === null ? { number: port.port } : { name: port.name } } }
}

/** Since networking.k8s.io/v1 a backend is a map and a path has a type. */
function isCurrent(ingress: Source): boolean {
  return ingress.object.apiVersion === 'networking.k8s.io/v1'
}

/** The rule that a path for a host goes into: one that has paths, so that taking ours out leaves it whole. */
function ruleOf(ingress: Source, host: string): { readonly index: number; readonly rule: PlainValue } | null {
  const rules = rulesOf(ingress)
  const index = rules.findIndex(rule => hostOf(rule) === host && listAt(rule, 'http', 'paths').length > 0)
  return index === -1 ? null : { index, rule: rules[index]! }
}

function rulesOf({ object }: Source): readonly PlainValue[] {
  return listAt(object.data, 'spec', 'rules')
}

function hostOf(rule: PlainValue): string {
  return textAt(rule, 'host') || ANY_HOST
}

function pathsOf(rule: PlainValue): readonly string[] {
  return listAt(rule, 'http', 'paths').map(each => textAt(each, 'path') ?? '/')
}

function pathCount(data: PlainMap, rule: string): number {
  return listAt(data, 'spec', 'rules', rule, 'http', 'paths').length
}
