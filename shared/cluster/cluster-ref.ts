import type { ObjectId } from '../workspace/kube-object'

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
