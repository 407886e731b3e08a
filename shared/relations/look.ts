import type { Graph } from './graph'
import { kindKey } from './kind-key'
import { NAMESPACE_NAME } from './own-keys'
import type { Look } from './rule'
import { labelsOf } from './selector'
import { isMap } from '../yaml/plain'

/** What a rule may ask of the objects around, for a wire: answered from the graph by looking through its objects. */
export function lookIn({ objects }: Graph): Look {
  const every: Look['every'] = (wanted, namespace) =>
    objects.filter(({ group, kind, ...object }) => object.namespace === namespace && kindKey(group, kind) === wanted)
  return {
    every,
    namespaceLabels: name => {
      const found = every('Namespace', null).find(object => object.name === name)
      const metadata = found?.data['metadata']
      return new Map([...labelsOf(isMap(metadata) ? metadata : {}), [NAMESPACE_NAME, name]])
    },
  }
}
