import type { KubeObject } from '../workspace/kube-object'
import { textAt } from '../yaml/plain'

/**
 * Where an object goes on a cluster: what its manifest says, else the namespace that was chosen with the context, as
 * kubectl does. The workspace's own default stays what it is: layouts are kept by it.
 */
export function namespaceOnCluster(object: KubeObject, chosen: string): string | null {
  if (object.namespace === null) return null
  return textAt(object.data, 'metadata', 'namespace') || chosen
}
