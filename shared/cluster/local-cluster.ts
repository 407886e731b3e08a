import type { LocalCluster } from './contexts'

/** What a kubeconfig says of a context, as far as it tells who made the cluster. */
export type ContextNames = {
  readonly context: string
  readonly cluster: string
  readonly user: string | null
  readonly server: string | null
}

type Maker = {
  readonly made: LocalCluster
  /** What the maker calls context and cluster. */
  readonly context: RegExp
  readonly cluster: RegExp
  readonly host: RegExp
  readonly port?: string
}

const loopback = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\]|0\.0\.0\.0)$/
// minikube's machine has an address in a private network of its own.
const near =
  /^(127\.\d+\.\d+\.\d+|localhost|\[::1\]|10\.\d+\.\d+\.\d+|172\.(1[6-9]|2\d|3[01])\.\d+\.\d+|192\.168\.\d+\.\d+)$/
const docker = /^(127\.\d+\.\d+\.\d+|localhost|0\.0\.0\.0|kubernetes\.docker\.internal|host\.docker\.internal)$/

const makers: readonly Maker[] = [
  { made: 'kind', context: /^kind-/, cluster: /^kind-/, host: loopback },
  { made: 'minikube', context: /./, cluster: /^minikube$/, host: near },
  { made: 'k3d', context: /^k3d-/, cluster: /^k3d-/, host: docker },
  { made: 'Docker Desktop', context: /^docker-(for-)?desktop$/, cluster: /^docker-(for-)?desktop/, host: docker },
  { made: 'MicroK8s', context: /^microk8s$/, cluster: /^microk8s-cluster$/, host: near, port: '16443' },
  { made: 'Rancher Desktop', context: /^rancher-desktop$/, cluster: /^rancher-desktop$/, host: loopback },
  { made: 'OrbStack', context: /^orbstack$/, cluster: /^orbstack$/, host: loopback },
  { made: 'Colima', context: /^colima(-|$)/, cluster: /^colima(-|$)/, host: near },
  { made: 'k3s', context: /^default$/, cluster: /^default$/, host: loopback, port: '6443' },
]

/**
 * The maker of a cluster on this machine, or null: then it counts as remote. A name alone is no proof, and neither is an
 * address on loopback, which may be a tunnel to anywhere: both have to be what the maker writes.
 */
export function localCluster({ context, cluster, user, server }: ContextNames): LocalCluster | null {
  const address = addressOf(server)
  if (address === null) return null
  const maker = makers.find(
    each =>
      each.context.test(context) &&
      each.cluster.test(cluster) &&
      each.host.test(address.host) &&
      (each.port === undefined || each.port === address.port),
  )
  if (maker?.made === 'k3s' && user !== 'default') return null
  return maker?.made ?? null
}

/** The address of a server without user and password, for showing. */
export function shownServer(server: string): string {
  return server.replace(/^(\w+:\/\/)[^/@]*@/, '$1')
}

/** `URL` is no part of this folder's world, and an address is a small thing. */
function addressOf(server: string | null): { readonly host: string; readonly port: string } | null {
  const match = server?.match(/^https?:\/\/(?:[^/@]*@)?(\[[^\]]+\]|[^/:]+)(?::(\d+))?/)
  return match ? { host: match[1] ?? '', port: match[2] ?? '443' } : null
}
