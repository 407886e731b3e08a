import { isMap, listAt, mapAt, textAt, type PlainMap, type PlainValue } from '../../yaml/plain'
import type { CardLine } from '../kind-row'
import { counted, firstFew, joinedBy, joinedLine, line, scalarAsText, scalarsAsTexts } from './card-line'
import { limited, packed, unique } from './traffic-lines'

/** "checkout.shop.svc", then where requests go: "v1 90% · v2 10%". */
export function virtualServiceLines(object: PlainMap): readonly CardLine[] {
  const spec = mapAt(object, 'spec')
  const routes = ['http', 'tls', 'tcp'].flatMap(protocol => listAt(spec, protocol))
  return limited([...hostLine(listAt(spec, 'hosts')), ...packed(routes.map(routeWords).filter(words => words !== ''))])
}

function routeWords(route: PlainValue): string {
  const destinations = listAt(route, 'route').filter(isMap)
  const isSplit = destinations.length > 1
  const words = destinations.map(each => {
    const destination = mapAt(each, 'destination')
    const name = textAt(destination, 'subset') ?? shortHost(textAt(destination, 'host') ?? '?')
    return isSplit ? `${name} ${scalarAsText(each['weight']) ?? 0}%` : name
  })
  const target = words.length > 0 ? words.join(' · ') : (textAt(route, 'delegate', 'name') ?? redirectWords(route))
  const uri = mapAt(listAt(route, 'match')[0], 'uri')
  const path = textAt(uri, 'prefix') ?? textAt(uri, 'exact') ?? textAt(uri, 'regex')
  return joinedBy(' → ', path, target)
}

function redirectWords(route: PlainValue): string | null {
  return isMap(route) && isMap(route['redirect']) ? 'redirect' : null
}

/** "Subsets v1, v2", else the host that it is for. */
export function destinationRuleLines(object: PlainMap): readonly CardLine[] {
  const subsets = listAt(object, 'spec', 'subsets')
    .map(subset => textAt(subset, 'name'))
    .filter(name => name !== null)
  const mode = textAt(object, 'spec', 'trafficPolicy', 'tls', 'mode')
  const host = textAt(object, 'spec', 'host')
  const words = firstFew(subsets, 3)
  return joinedLine(
    words === null ? host && shortHost(host) : `Subsets ${words}`,
    mode === null ? null : `TLS ${inWords(mode)}`,
  )
}

/** "https 443 · http 80", then its hosts. */
export function istioGatewayLines(object: PlainMap): readonly CardLine[] {
  const servers = listAt(object, 'spec', 'servers').filter(isMap)
  const ports = servers.map(server => portWords(mapAt(server, 'port'))).filter(words => words !== '')
  const hosts = scalarsAsTexts(servers.flatMap(server => listAt(server, 'hosts')))
  return limited([...joinedLine(...unique(ports).slice(0, 3)), ...joinedLine(firstFew(unique(hosts), 2))])
}

/** A host outside the mesh, its ports and how it is found. */
export function serviceEntryLines(object: PlainMap): readonly CardLine[] {
  const spec = mapAt(object, 'spec')
  const ports = listAt(spec, 'ports').filter(isMap).map(portWords)
  return limited([
    ...hostLine(listAt(spec, 'hosts')),
    ...joinedLine(firstFew(ports, 2), resolutionWords(textAt(spec, 'resolution'))),
  ])
}

function resolutionWords(resolution: string | null): string | null {
  if (resolution === 'STATIC') return 'fixed addresses'
  return resolution?.startsWith('DNS') === true ? 'by DNS' : null
}

function portWords(port: PlainMap): string {
  return joinedBy(' ', textAt(port, 'protocol')?.toLowerCase() ?? null, scalarAsText(port['number']))
}

/** "Allow from storefront", then "GET, POST /orders". */
export function authorizationLines(object: PlainMap): readonly CardLine[] {
  const action = inTitle(textAt(object, 'spec', 'action') ?? 'ALLOW')
  const rules = listAt(object, 'spec', 'rules')
  // A policy that allows and has no rule allows nothing: Istio's way to deny everything.
  if (rules.length === 0) return [line(`${action} nothing`)]
  return limited(rules.flatMap(rule => authorizationRule(action, rule)))
}

function authorizationRule(action: string, rule: PlainValue): readonly CardLine[] {
  const sources = listAt(rule, 'from').flatMap(from => sourceWords(mapAt(from, 'source')))
  const operations = listAt(rule, 'to').map(to => operationWords(mapAt(to, 'operation')))
  return [
    ...joinedLine(`${action} ${sources.length === 0 ? 'from anywhere' : `from ${firstFew(sources, 2)}`}`),
    ...joinedLine(
      firstFew(
        operations.filter(words => words !== ''),
        1,
      ),
    ),
  ]
}

function sourceWords(source: PlainMap): readonly string[] {
  // A principal is spiffe-like: cluster.local/ns/shop/sa/storefront; its last part is the account.
  const accounts = scalarsAsTexts([...listAt(source, 'principals'), ...listAt(source, 'serviceAccounts')])
  const others = ['namespaces', 'requestPrincipals', 'ipBlocks', 'remoteIpBlocks'].flatMap(key => listAt(source, key))
  const excluded = ['notPrincipals', 'notNamespaces', 'notRequestPrincipals', 'notIpBlocks'].flatMap(key =>
    listAt(source, key),
  )
  return [
    ...accounts.map(account => account.slice(account.lastIndexOf('/') + 1)),
    ...scalarsAsTexts(others),
    ...scalarsAsTexts(excluded).map(word => `not ${word}`),
  ]
}

function operationWords(operation: PlainMap): string {
  const methods = firstFew(scalarsAsTexts(listAt(operation, 'methods')), 2)
  const places = ['hosts', 'paths'].flatMap(key => scalarsAsTexts(listAt(operation, key)))
  const ports = scalarsAsTexts(listAt(operation, 'ports')).map(port => `port ${port}`)
  return joinedBy(' ', methods, firstFew([...places, ...ports], 1))
}

/** "Mutual TLS strict". */
export function peerAuthenticationLines(object: PlainMap): readonly CardLine[] {
  const mode = textAt(object, 'spec', 'mtls', 'mode')
  return [line(`Mutual TLS ${mode === null ? 'as inherited' : inWords(mode)}`)]
}

/** Who issues the tokens that requests must carry. */
export function requestAuthenticationLines(object: PlainMap): readonly CardLine[] {
  const issuers = listAt(object, 'spec', 'jwtRules')
    .map(rule => textAt(rule, 'issuer'))
    .filter(issuer => issuer !== null)
  return joinedLine(firstFew(issuers, 1) ?? 'No issuers')
}

/** An Istio Sidecar: the hosts that its pods may reach. */
export function sidecarLines(object: PlainMap): readonly CardLine[] {
  const hosts = scalarsAsTexts(listAt(object, 'spec', 'egress').flatMap(egress => listAt(egress, 'hosts')))
  return joinedLine(hosts.length === 0 ? 'Reaches everything' : `Reaches ${firstFew(hosts, 2)}`)
}

export function telemetryLines(object: PlainMap): readonly CardLine[] {
  const parts = ['tracing', 'metrics', 'accessLogging'].filter(key => listAt(object, 'spec', key).length > 0)
  return joinedLine(...parts.map(part => (part === 'accessLogging' ? 'access log' : part)))
}

export function workloadEntryLines(object: PlainMap): readonly CardLine[] {
  const spec = mapAt(object, 'spec')
  const template = mapAt(spec, 'template')
  const ports = Object.values({ ...mapAt(template, 'ports'), ...mapAt(spec, 'ports') })
  const words = firstFew(scalarsAsTexts(ports), 2)
  return joinedLine(textAt(spec, 'address') ?? textAt(template, 'address'), words === null ? null : `port ${words}`)
}

export function envoyFilterLines(object: PlainMap): readonly CardLine[] {
  return joinedLine(counted(listAt(object, 'spec', 'configPatches').length, 'patch', 'patches'))
}

export function wasmPluginLines(object: PlainMap): readonly CardLine[] {
  return joinedLine(textAt(object, 'spec', 'url'), textAt(object, 'spec', 'phase')?.toLowerCase() ?? null)
}

function hostLine(hosts: readonly PlainValue[]): readonly CardLine[] {
  return joinedLine(firstFew(scalarsAsTexts(hosts).map(shortHost), 2))
}

/** A host inside the cluster without the ending that all of them share. */
function shortHost(host: string): string {
  return host.replace(/\.cluster\.local\.?$/, '')
}

function inWords(constant: string): string {
  return constant.toLowerCase().replaceAll('_', ' ')
}
function inTitle(constant: string): string {
  return constant.slice(0, 1) + inWords(constant.slice(1))
}
