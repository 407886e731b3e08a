import type { ClusterFailure } from './failure'

/** What made a cluster that runs on this machine. */
export type LocalCluster =
  'kind' | 'minikube' | 'k3d' | 'k3s' | 'Docker Desktop' | 'MicroK8s' | 'Rancher Desktop' | 'OrbStack' | 'Colima'

/** A context of the user's kubeconfig files. Knows no credentials. */
export type ClusterContext = {
  readonly name: string
  readonly cluster: string
  /** The server's address, without credentials; null where the kubeconfig has none. */
  readonly server: string | null
  readonly user: string | null
  /** What the context says, or `default`. */
  readonly namespace: string
  /** Null: counts as remote. */
  readonly local: LocalCluster | null
  /** The user agreed once to write to it; local ones need no agreement. */
  readonly isTrusted: boolean
  /** Every write to it is confirmed by typing its name. */
  readonly isProtected: boolean
  /** Every write to one of these is confirmed by typing its name. */
  readonly protectedNamespaces: readonly string[]
}

export type ClusterContexts = {
  /** The kubectl that everything goes through, or why there is none. */
  readonly kubectl: { readonly version: string } | ClusterFailure
  readonly current: string | null
  readonly contexts: readonly ClusterContext[]
}

/** What a context's cluster answers. */
export type ClusterReach = {
  readonly serverVersion: string
  /** A sentence where kubectl and the server are further apart than Kubernetes supports. */
  readonly skew: string | null
  /** Null where the user may not list them. */
  readonly namespaces: readonly string[] | null
}

/** What the user has to say before something is written to a cluster. */
export type Confirmation =
  | { readonly needs: 'nothing' }
  /** A remote cluster that the user never wrote to: asked once. `confirmed` is the context's name then. */
  | { readonly needs: 'agreement'; readonly context: string; readonly why: string }
  /** `confirmed` is `word`, typed. */
  | { readonly needs: 'typing'; readonly word: string; readonly why: string }
