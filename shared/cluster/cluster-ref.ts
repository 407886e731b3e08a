import { groupOf } from '../kinds/kinds'
import type { ObjectId } from '../workspace/kube-object'
import { textAt, type PlainMap } from '../yaml/plain'

/** An object of a cluster by its name. `namespace` is null for kinds outside namespaces. */
export type ClusterRef = {
  readonly apiVersion: string
  readonly kind: string
  readonly namespace: string | null
  readonly name: string
}

/**
 * An object of a design on its way to the cluster. `manifest` is exact JSON (`printExactJson(object.data)`): numbers
 * beyond 2^53 would not survive another way. `namespace` is the effective one, null for cluster-scoped kinds.
 */
export type SentObject = { readonly id: ObjectId; readonly namespace: string | null; readonly manifest: string }

/**
 * The same for the same object, whichever version of its kind is named. Not for showing: `refWords` is.
 */
export function refKey({ apiVersion, kind, namespace, name }: ClusterRef): string {
  return JSON.stringify([groupOf(apiVersion), kind, namespace, name])
}

/** The name of an object as it came from a cluster. */
export function refOf(object: PlainMap): ClusterRef {
  return {
    apiVersion: textAt(object, 'apiVersion') ?? '',
    kind: textAt(object, 'kind') ?? '',
    namespace: textAt(object, 'metadata', 'namespace'),
    name: textAt(object, 'metadata', 'name') ?? '',
  }
}
