import { isMap } from '../yaml/plain'
import type { KubeObject } from './relation'

/** The fields in which a ConfigMap or Secret holds its keys. */
export const DATA_FIELDS = ['data', 'stringData', 'binaryData']

/** The keys that a ConfigMap or Secret has, in the order of its text; none for other kinds. */
export function keysOfData({ group, kind, data }: KubeObject): readonly string[] {
  if (group !== '' || (kind !== 'ConfigMap' && kind !== 'Secret')) return []
  const maps = DATA_FIELDS.map(field => data[field])
  return [...new Set(maps.filter(isMap).flatMap(map => Object.keys(map)))]
}
