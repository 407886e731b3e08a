import { isMap, listAt, mapAt, textAt, valueAt, type PlainValue } from '../yaml/plain'
import type { KubeObject } from './relation'
import type { Look } from './rule'
import { labelSelector, matches } from './selector'
import { titleOf } from './title'

/** A part of what a route says of its parent: which listener, by name or port. Without, any will do. */
export type ParentSection = { readonly sectionName: string | null; readonly port: number | null }

/** The routes that a listener takes by its protocol, where it doesn't say which. */
const ROUTES_OF_PROTOCOL: Readonly<Record<string, readonly string[]>> = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  TLS: ['TLSRoute', 'TCPRoute'],
  TCP: ['TCPRoute'],
  UDP: ['UDPRoute'],
}

const GROUP = 'gateway.networking.k8s.io'

/** The section of a parent reference. */
export function sectionOf(parent: PlainValue): ParentSection {
  const port = valueAt(parent, ['port'])
  return { sectionName: textAt(parent, 'sectionName'), port: typeof port === 'number' ? port : null }
}

/**
 * Why no listener of a Gateway takes a route, or null where one does: none of the name or port that the route asks for,
 * none for routes of its namespace, of its kind, of its hosts. Other parents than Gateways decide nothing here.
 */
export function routeRefusal(
  route: KubeObject,
  gateway: KubeObject,
  section: ParentSection,
  look: Pick<Look, 'namespaceLabels'>,
): string | null {
  const all = listAt(gateway.data, 'spec', 'listeners')
  if (all.length === 0 || route.namespace === null) return null
  const { sectionName, port } = section
  const asked = all.filter(
    listener =>
      (sectionName === null || textAt(listener, 'name') === sectionName) &&
      (port === null || valueAt(listener, ['port']) === port),
  )
  const title = titleOf(gateway)
  if (asked.length === 0)
    return `${title} has no listener ${[sectionName, port === null ? null : `on port ${port}`].filter(Boolean).join(' ')}.`
  const who =
    sectionName === null ? `No listener of ${title} takes` : `Listener ${sectionName} of ${title} doesn't take`
  const near = asked.filter(listener => takesNamespace(listener, route.namespace ?? '', gateway, look))
  if (near.length === 0) return `${who} routes from namespace ${route.namespace}.`
  const fitting = near.filter(listener => takesKind(listener, route))
  if (fitting.length === 0) return `${who} ${route.kind}s.`
  const hosts = listAt(route.data, 'spec', 'hostnames').filter(host => typeof host === 'string')
  if (hosts.length === 0 || fitting.some(listener => hosts.some(host => takesHost(listener, host)))) return null
  return `${who} requests for ${hosts.join(', ')}.`
}

/** Without `allowedRoutes` a listener takes routes of the Gateway's own namespace. */
function takesNamespace(
  listener: PlainValue,
  namespace: string,
  gateway: KubeObject,
  look: Pick<Look, 'namespaceLabels'>,
): boolean {
  const namespaces = mapAt(listener, 'allowedRoutes', 'namespaces')
  const from = textAt(namespaces, 'from') ?? 'Same'
  if (from === 'All') return true
  if (from === 'Same') return namespace === gateway.namespace
  const { selector } = namespaces
  return from === 'Selector' && isMap(selector) && matches(labelSelector(selector), look.namespaceLabels(namespace))
}

function takesKind(listener: PlainValue, { group, kind }: KubeObject): boolean {
  const kinds = listAt(listener, 'allowedRoutes', 'kinds')
  if (kinds.length > 0)
    return kinds.some(each => textAt(each, 'kind') === kind && (textAt(each, 'group') ?? GROUP) === group)
  // An implementation may have protocols of its own.
  return ROUTES_OF_PROTOCOL[textAt(listener, 'protocol') ?? '']?.includes(kind) ?? true
}

/** A name, or `*.` in front of one, which stands for one word or more. */
function takesHost(listener: PlainValue, host: string): boolean {
  const own = textAt(listener, 'hostname') ?? ''
  return own === '' || own === host || isUnder(host, own) || isUnder(own, host)
}

function isUnder(host: string, wildcard: string): boolean {
  return wildcard.startsWith('*.') && host.endsWith(wildcard.slice(1))
}
