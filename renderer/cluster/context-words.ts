import type { ClusterContext } from '../../shared/cluster/contexts'

/** What a context leads to, in a few words: "kind, on this machine", or the server's name. */
export function contextSays({ local, server }: ClusterContext): string {
  if (local !== null) return `${local}, on this machine`
  return server === null ? 'no server' : hostOf(server)
}

function hostOf(server: string): string {
  return server.replace(/^https?:\/\//, '').replace(/\/+$/, '')
}
