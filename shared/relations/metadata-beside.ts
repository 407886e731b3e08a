import { textAt, type PlainMap } from '../yaml/plain'
import type { KubeObject } from './relation'

/** The metadata of an object that is made beside another one: in its namespace, written where that one writes it. */
export function metadataBeside({ data, namespace }: KubeObject, name: string | null): PlainMap {
  return { name, ...(textAt(data, 'metadata', 'namespace') === null ? {} : { namespace }) }
}
