import { isMap, listAt, mapAt, textAt, type PlainMap, type PlainValue } from '../../yaml/plain'
import type { CardLine } from '../kind-row'
import { counted, firstFew, joinedBy, joinedLine, line, MOST_LINES, scalarAsText, scalarsAsTexts } from './card-line'

const WIDEST_PATHS = 34
const SPACED = '\u2002 '

/** "ClusterIP · 80 → http", then a line for each further port; at most three. */
export function serviceLines(object: PlainMap): readonly CardLine[] {
  const type = textAt(object, 'spec', 'type') ?? 'ClusterIP'
  if (type === 'ExternalName') return joinedLine(type, textAt(object, 'spec', 'externalName'))
  const isHeadless = textAt(object, 'spec', 'clusterIP') === 'None'
  const [first = null, ...others] = listAt(object, 'spec', 'ports').map(servicePortWords)
  const further = others.length > 2 ? [others[0], `${others.length - 1} more ports`] : others
  return [...joinedLine(isHeadless ? 'Headless' : type, first), ...further.flatMap(words => joinedLine(words ?? null))]
}

function servicePortWords(port: PlainValue): string | null {
  if (!isMap(port)) return null
  const number = scalarAsText(port['port'])
  if (number === null) return null
  const target = scalarAsText(port['targetPort']) ?? number
  const protocol = textAt(port, 'protocol') ?? 'TCP'
  const nodePort = scalarAsText(port['nodePort'])
  return [
    target === number ? number : `${number} → ${target}`,
    protocol === 'TCP' ? '' : ` ${protocol}`,
    nodePort === null ? '' : `, node ${nodePort}`,
  ].join('')
}

/** "shop.example.com · TLS", then "/api → api   / → storefront"; a host after the other. */
export function ingressLines(object: PlainMap): readonly CardLine[] {
  const secured = listAt(object, 'spec', 'tls')
  const rules = listAt(object, 'spec', 'rules').flatMap(rule => {
    const host = textAt(rule, 'host')
    const paths = listAt(rule, 'http', 'paths').map(path => {
      const backend = backendName(mapAt(path, 'backend'))
      return `${textAt(path, 'path') ?? '/'} → ${backend ?? '?'}`
    })
    return [...joinedLine(host ?? 'Any host', isSecured(secured, host) ? 'TLS' : null), ...packed(paths)]
  })
  const defaultBackend =
    backendName(mapAt(object, 'spec', 'defaultBackend')) ?? backendName(mapAt(object, 'spec', 'backend'))
  return limited([...rules, ...(defaultBackend === null ? [] : [line(`All else → ${defaultBackend}`)])])
}

/** An entry of `tls` without hosts covers all of them. */
function isSecured(secured: readonly PlainValue[], host: string | null): boolean {
  return secured.some(entry => {
    const hosts = listAt(entry, 'hosts')
    return hosts.length === 0 || hosts.some(each => each === host)
  })
}

/** The service or other object behind a path, as networking.k8s.io/v1 and the versions before it write it. */
function backendName(backend: PlainMap): string | null {
  return textAt(backend, 'service', 'name') ?? textAt(backend, 'serviceName') ?? textAt(backend, 'resource', 'name')
}

/** A Gateway API gateway: "https 443 · http 80", then its hosts. */
export function gatewayLines(object: PlainMap): readonly CardLine[] {
  const listeners = listAt(object, 'spec', 'listeners').filter(isMap)
  const ports = listeners.map(listener =>
    joinedBy(' ', textAt(listener, 'protocol')?.toLowerCase() ?? null, scalarAsText(listener['port'])),
  )
  const hosts = scalarsAsTexts(listeners.map(listener => listener['hostname'] ?? null))
  return limited([
    ...joinedLine(...unique(ports).slice(0, 3)),
    ...joinedLine(firstFew(unique(hosts), 2) ?? textAt(object, 'spec', 'gatewayClassName')),
  ])
}

/** Routes of the Gateway API: hosts, then "/api → api 90%, api-next 10%". */
export function routeLines(object: PlainMap): readonly CardLine[] {
  const hosts = scalarsAsTexts(listAt(object, 'spec', 'hostnames'))
  const rules = listAt(object, 'spec', 'rules').map(rule => {
    const backends = listAt(rule, 'backendRefs').filter(isMap)
    const [match] = listAt(rule, 'matches')
    const isSplit = backends.length > 1
    const words = backends.map(backend => {
      const name = textAt(backend, 'name') ?? '?'
      return isSplit ? `${name} ${scalarAsText(backend['weight']) ?? 1}` : name
    })
    const path = textAt(match, 'path', 'value') ?? grpcMethod(mapAt(match, 'method'))
    return joinedBy(' → ', path, words.length === 0 ? routeFilter(rule) : words.join(', '))
  })
  return limited([...joinedLine(firstFew(hosts, 2)), ...packed(rules.filter(rule => rule !== ''))])
}

function grpcMethod(method: PlainMap): string | null {
  const words = joinedBy('/', textAt(method, 'service'), textAt(method, 'method'))
  return words === '' ? null : words
}

function routeFilter(rule: PlainValue): string | null {
  const types = listAt(rule, 'filters').map(filter => textAt(filter, 'type'))
  return types.includes('RequestRedirect') ? 'redirect' : null
}

/** Endpoints and EndpointSlices: how many addresses, on which ports. */
export function endpointLines(object: PlainMap): readonly CardLine[] {
  const slices = [object, ...listAt(object, 'subsets')]
  const ports = slices.flatMap(slice => listAt(slice, 'ports')).map(port => (isMap(port) ? port['port'] : null) ?? null)
  const addresses = [...listAt(object, 'endpoints'), ...slices.flatMap(slice => listAt(slice, 'addresses'))]
  const words = scalarsAsTexts(ports)
  return joinedLine(
    counted(addresses.length, 'endpoint'),
    words.length === 0 ? null : `port ${firstFew(unique(words), 2)}`,
  )
}

/** "From Gateway, HTTPRoute in shop": who may refer, and to what. */
export function referenceGrantLines(object: PlainMap): readonly CardLine[] {
  const from = listAt(object, 'spec', 'from').map(
    each => `${textAt(each, 'kind') ?? '?'} in ${textAt(each, 'namespace') ?? '?'}`,
  )
  const to = listAt(object, 'spec', 'to').map(each => textAt(each, 'name') ?? `any ${textAt(each, 'kind') ?? '?'}`)
  return [
    ...joinedLine(from.length === 0 ? null : `From ${firstFew(from, 1)}`),
    ...joinedLine(to.length === 0 ? null : `To ${firstFew(to, 2)}`),
  ]
}

/** A BackendTLSPolicy: for which Services, and the name that their certificate must have. */
export function backendTlsLines(object: PlainMap): readonly CardLine[] {
  const targets = listAt(object, 'spec', 'targetRefs').map(target => textAt(target, 'name') ?? '?')
  const words = firstFew(targets, 1)
  return [
    ...joinedLine(words === null ? null : `TLS to ${words}`),
    ...joinedLine(textAt(object, 'spec', 'validation', 'hostname')),
  ]
}

export function controllerLines(object: PlainMap): readonly CardLine[] {
  return joinedLine(textAt(object, 'spec', 'controller') ?? textAt(object, 'spec', 'controllerName'))
}

/** Texts side by side, as many on a line as the card shows. */
export function packed(words: readonly string[]): readonly CardLine[] {
  const rows: string[] = []
  for (const word of words) {
    const row = rows.at(-1)
    if (row !== undefined && row.length + SPACED.length + word.length <= WIDEST_PATHS)
      rows[rows.length - 1] = row + SPACED + word
    else rows.push(word)
  }
  return rows.map(line)
}

/** At most as many lines as a card has; the last one counts what it stands for. */
export function limited(lines: readonly CardLine[], most: number = MOST_LINES): readonly CardLine[] {
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), line(`${lines.length - most + 1} more`)]
}

export function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)]
}
