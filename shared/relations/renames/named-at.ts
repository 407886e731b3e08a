import { textAt } from '../../yaml/plain'
import { DATA_FIELDS, keysOfData } from '../data-keys'
import { labelledPart } from '../labelled-part'
import type { KubeObject } from '../relation'
import { podSpecPath, sourceOf } from '../source'
import type { Named } from './named'

/** What stands at a place of an object that others speak of by its name; null where nobody does. */
export function namedAt(object: KubeObject, path: readonly string[]): Named | null {
  const { id, group, kind, data } = object
  const key = path.at(-1) ?? ''
  const source = sourceOf(object)
  if (isAt(path, labelledPart(object).path, ['labels', '*'])) return { what: 'label', object: id, key }
  if (DATA_FIELDS.some(field => isAt(path, [field], ['*'])) && keysOfData(object).includes(key))
    return { what: 'key', object: id, key }
  if (key !== 'name') return null
  const name = textAt(data, ...path)
  if (name === null) return null
  if (group === '' && kind === 'Service' && isAt(path, ['spec', 'ports'], ['*', 'name']))
    return { what: 'service-port', object: id, port: name }
  if (source.pod === null) return null
  const spec = podSpecPath(source)
  if (isAt(path, [...spec, 'volumes'], ['*', 'name'])) return { what: 'volume', object: id, volume: name }
  for (const list of ['containers', 'initContainers', 'ephemeralContainers']) {
    if (isAt(path, [...spec, list], ['*', 'name'])) return { what: 'container', object: id, container: name }
    if (isAt(path, [...spec, list], ['*', 'ports', '*', 'name']))
      return { what: 'container-port', object: id, port: name }
  }
  return null
}

/** Whether a path is a start and the rest behind it, in which `*` is any one key. */
function isAt(path: readonly string[], start: readonly string[], rest: readonly string[]): boolean {
  const pattern = [...start, ...rest]
  return path.length === pattern.length && pattern.every((key, n) => key === '*' || key === path[n])
}
