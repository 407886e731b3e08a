import type { ClusterRef } from '../../../shared/cluster/cluster-ref'
import { customKindsOf } from '../../../shared/kinds/custom-kinds'
import type { KubeObject } from '../../../shared/workspace/kube-object'
import type { PlainMap } from '../../../shared/yaml/plain'
import { withNamespace } from './objects'
import type { Resources } from './resources'

/** An object of the design under the name that the cluster would know it by. */
export type Named = { readonly object: KubeObject; readonly ref: ClusterRef; readonly sent: PlainMap }

/**
 * The objects of a design as the cluster would know them. Whether a kind is in namespaces is the server's to say; what the
 * design itself defines is known by its definition.
 */
export function namesFor(objects: readonly KubeObject[], resources: Resources): readonly Named[] {
  const custom = customKindsOf(objects)
  return objects.map(object => {
    const { apiVersion, group, kind } = object
    const namespaced =
      resources.find(apiVersion, kind)?.namespaced ??
      (custom.row(group, kind) ? custom.row(group, kind)?.scope === 'namespaced' : object.namespace !== null)
    const namespace = namespaced ? (object.namespace ?? 'default') : null
    const ref = { apiVersion, kind, namespace, name: object.name ?? '' }
    return { object, ref, sent: withNamespace(object.data, namespace) }
  })
}
