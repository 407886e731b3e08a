import { isMap, listAt, mapAt, textAt, type PlainMap } from '../../yaml/plain'
import type { CardLine } from '../kind-row'
import { counted, firstFew, joinedLine, scalarAsText, scalarsAsTexts } from './card-line'
import { limited } from './traffic-lines'

/** "shop.example.com", and who issues it. */
export function certificateLines(object: PlainMap): readonly CardLine[] {
  const names = scalarsAsTexts(listAt(object, 'spec', 'dnsNames'))
  return joinedLine(firstFew(names, 1) ?? textAt(object, 'spec', 'commonName'))
}

/** How an Issuer signs: the one field of its spec. */
export function issuerLines(object: PlainMap): readonly CardLine[] {
  const spec = mapAt(object, 'spec')
  if (isMap(spec['acme']))
    return joinedLine('ACME', textAt(spec, 'acme', 'server')?.replace(/^https?:\/\/|\/.*$/g, '') ?? null)
  if (isMap(spec['selfSigned'])) return joinedLine('Self-signed')
  if (isMap(spec['ca'])) return joinedLine('CA', textAt(spec, 'ca', 'secretName'))
  return joinedLine(Object.keys(spec)[0] ?? null)
}

/** "From vault · 3 keys": which store, and how much of it; a value never. */
export function externalSecretLines(object: PlainMap): readonly CardLine[] {
  const spec = mapAt(object, 'spec')
  const store = textAt(spec, 'secretStoreRef', 'name')
  const keys = listAt(spec, 'data')
    .map(each => textAt(each, 'secretKey'))
    .filter(key => key !== null)
  return joinedLine(store === null ? null : `From ${store}`, firstFew(keys, 2) ?? 'all keys')
}

/** The provider of a SecretStore: the first field of its provider. */
export function secretStoreLines(object: PlainMap): readonly CardLine[] {
  return joinedLine(Object.keys(mapAt(object, 'spec', 'provider'))[0] ?? null)
}

/** ServiceMonitor and PodMonitor: what is scraped, and where. */
export function monitorLines(object: PlainMap): readonly CardLine[] {
  const spec = mapAt(object, 'spec')
  const labels = scalarsAsTexts(Object.values(mapAt(spec, 'selector', 'matchLabels')))
  const ports = [...listAt(spec, 'endpoints'), ...listAt(spec, 'podMetricsEndpoints')]
    .filter(isMap)
    .map(each => scalarAsText(each['port']) ?? scalarAsText(each['targetPort']))
    .filter(port => port !== null)
  return joinedLine(firstFew(labels, 2) ?? 'everything', firstFew(ports, 2))
}

export function prometheusRuleLines(object: PlainMap): readonly CardLine[] {
  const groups = listAt(object, 'spec', 'groups').filter(isMap)
  return limited(
    groups.flatMap(group => joinedLine(textAt(group, 'name'), counted(listAt(group, 'rules').length, 'rule'))),
    3,
  )
}

export function operatedLines(object: PlainMap): readonly CardLine[] {
  const replicas = scalarAsText(mapAt(object, 'spec')['replicas'])
  return joinedLine(
    replicas === null ? null : counted(replicas, 'replica'),
    scalarAsText(mapAt(object, 'spec')['version']),
  )
}

/** A definition of a kind: "PostgresCluster · namespaced", then its versions. */
export function definitionLines(object: PlainMap): readonly CardLine[] {
  const spec = mapAt(object, 'spec')
  const versions = listAt(spec, 'versions').map(version => textAt(version, 'name'))
  const named = versions.filter(version => version !== null)
  return [
    ...joinedLine(textAt(spec, 'names', 'kind'), textAt(spec, 'scope')?.toLowerCase() ?? null),
    ...joinedLine(firstFew(named, 3) ?? textAt(spec, 'version')),
  ]
}
