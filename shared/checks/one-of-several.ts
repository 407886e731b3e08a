import { isMap, listAt, mapAt, type PlainMap } from '../yaml/plain'
import type { Check, Finding } from './check'
import { checkedPodOf, refused } from './refused'

/** Where exactly one of several fields may stand: a volume's source, a probe's way to ask, a variable's value. */
export const oneOfSeveral: Check = ({ object }) => {
  const pod = checkedPodOf(object)
  if (!pod) return []
  const volumes = listAt(pod.spec, 'volumes').flatMap((volume, index) =>
    isMap(volume) ? tooMany(volume, [...pod.path, 'volumes', String(index)], 'name', 'volume') : [],
  )
  return [...volumes, ...pod.containers.flatMap(({ path, container }) => ofContainer(path, container))]
}

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe']
const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc']

function ofContainer(path: readonly string[], container: PlainMap): readonly Finding[] {
  const probes = PROBES.filter(name => isMap(container[name])).flatMap(name => {
    const handlers = HANDLERS.filter(handler => isThere(mapAt(container, name)[handler]))
    if (handlers.length === 1) return []
    const message =
      handlers.length === 0 ? 'The probe does not say how to ask' : `The probe asks in ${handlers.length} ways`
    return [refused('not-one-of-several', [...path, name], message, `Give it one of ${HANDLERS.join(', ')}.`, 'key')]
  })
  const variables = listAt(container, 'env').flatMap((variable, index) => {
    if (!isMap(variable) || (variable['value'] ?? '') === '' || !isThere(variable['valueFrom'])) return []
    const message = `${String(variable['name'])} has a value, and takes it from elsewhere too`
    return [refused('not-one-of-several', [...path, 'env', String(index), 'value'], message, 'Remove one of the two.')]
  })
  return [...probes, ...variables]
}

/** A volume without any source is an empty directory to the server. */
function tooMany(map: PlainMap, path: readonly string[], but: string, what: string): readonly Finding[] {
  const sources = Object.keys(map).filter(key => key !== but && isThere(map[key]))
  if (sources.length < 2) return []
  const message = `The ${what} has ${sources.length} sources: ${sources.join(', ')}`
  return [refused('not-one-of-several', path, message, 'Keep one of them.')]
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null
}
