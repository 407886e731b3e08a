import { isMap, listAt, mapAt, textAt, type PlainMap } from '../../yaml/plain'
import type { CardLine } from '../kind-row'
import { firstFew, joinedLine } from './card-line'

/** The first keys of a ConfigMap: "DB_HOST, LOG_FMT, +3". */
export function configMapLines(object: PlainMap): readonly CardLine[] {
  return joinedLine(firstFew(keysOf(object, 'data', 'binaryData'), 2) ?? 'No keys')
}

/** The first keys of a Secret; a value never. A type that isn't Opaque is said, since it fixes the keys. */
export function secretLines(object: PlainMap): readonly CardLine[] {
  return joinedLine(
    secretTypeWords(textAt(object, 'type')),
    firstFew(keysOf(object, 'data', 'stringData'), 2) ?? 'No keys',
  )
}

function keysOf(object: PlainMap, ...fields: readonly string[]): readonly string[] {
  return [...new Set(fields.flatMap(field => Object.keys(mapAt(object, field))))]
}

function secretTypeWords(type: string | null): string | null {
  if (type === null || type === 'Opaque') return null
  switch (type) {
    case 'kubernetes.io/tls':
      return 'TLS'
    case 'kubernetes.io/dockerconfigjson':
    case 'kubernetes.io/dockercfg':
      return 'Registry login'
    case 'kubernetes.io/service-account-token':
      return 'Token'
    case 'kubernetes.io/basic-auth':
      return 'Basic auth'
    case 'kubernetes.io/ssh-auth':
      return 'SSH'
    default:
      return type
  }
}

/** A Namespace: what its labels switch on. */
export function namespaceLines(object: PlainMap): readonly CardLine[] {
  const labels = mapAt(object, 'metadata', 'labels')
  const level = textAt(labels, 'pod-security.kubernetes.io/enforce')
  const isInjected = textAt(labels, 'istio-injection') === 'enabled' || textAt(labels, 'istio.io/rev') !== null
  return joinedLine(
    level === null ? null : `Pods ${level}`,
    isInjected ? 'Istio sidecars' : null,
    textAt(labels, 'istio.io/dataplane-mode') === 'ambient' ? 'Istio ambient' : null,
  )
}

export function nodeLines(object: PlainMap): readonly CardLine[] {
  const taints = listAt(object, 'spec', 'taints')
    .map(taint => (isMap(taint) ? textAt(taint, 'key') : null))
    .filter(key => key !== null)
  const words = firstFew(taints, 1)
  return joinedLine(words === null ? null : `Taint ${words}`)
}
