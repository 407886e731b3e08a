import type { ClusterContext, ClusterContexts, ClusterReach } from '../../../shared/cluster/contexts'
import type { ClusterFailure } from '../../../shared/cluster/failure'
import { localCluster, shownServer } from '../../../shared/cluster/local-cluster'
import { versionSkew } from '../../../shared/cluster/version-skew'
import { listAt, mapAt, textAt } from '../../../shared/yaml/plain'
import type { PlainMap } from '../../../shared/yaml/plain'
import { parseExactJson } from '../../../shared/yaml/exact-json'
import { NO_MARKS } from './cluster-marks'
import type { ClusterMarks, ContextMarks } from './cluster-marks'
import { failureFrom, KubectlError } from './kubectl-error'
import type { Kubectl } from './run'

const REACH_SECONDS = 8

/** The contexts of all kubeconfig files, as kubectl merges them, with what the user marked. Asks no server. */
export async function listContexts(kubectl: Kubectl, marks: ClusterMarks): Promise<ClusterContexts> {
  const version = await clientVersion(kubectl)
  if ('code' in version) return { kubectl: version, current: null, contexts: [] }
  const [config, marked] = await Promise.all([readConfig(kubectl), marks.read()])
  const clusters = byName(config, 'clusters')
  const contexts = listAt(config, 'contexts').map(each => {
    const name = textAt(each, 'name') ?? ''
    return contextOf(name, mapAt(each, 'context'), clusters, marked[name] ?? NO_MARKS)
  })
  return { kubectl: version, current: textAt(config, 'current-context') || null, contexts }
}

/** One context by its name; throws `no-context` where there is none. */
export async function findContext(kubectl: Kubectl, marks: ClusterMarks, name: string): Promise<ClusterContext> {
  const listed = await listContexts(kubectl, marks)
  if ('code' in listed.kubectl) throw new KubectlError(listed.kubectl.code, listed.kubectl.message)
  const found = listed.contexts.find(context => context.name === name)
  if (found) return found
  const names = listed.contexts.map(context => context.name)
  throw new KubectlError(
    'no-context',
    names.length === 0
      ? `There is no context ${name}: your kubeconfig has none at all.`
      : `There is no context ${name} in your kubeconfig. It has ${names.slice(0, 20).join(', ')}.`,
  )
}

/** Asks the cluster who it is. Throws the reason when it doesn't answer in a few seconds. */
export async function reachCluster(kubectl: Kubectl, context: string, signal?: AbortSignal): Promise<ClusterReach> {
  const options = { signal, timeoutMs: REACH_SECONDS * 1000 + 2_000 }
  const wait = `--request-timeout=${REACH_SECONDS}s`
  // `version` answers where the user may nothing else; it prints the client's version before it fails to reach a server.
  const { stdout } = await kubectl.run(['--context', context, 'version', '-o', 'json', wait], options)
  const versions = parseExactJson(stdout)
  const server = textAt(versions, 'serverVersion', 'gitVersion') ?? ''
  const client = textAt(versions, 'clientVersion', 'gitVersion') ?? ''
  return {
    serverVersion: server,
    skew: versionSkew(client, server),
    namespaces: await namespacesOf(kubectl, context, wait, options),
  }
}

async function namespacesOf(
  kubectl: Kubectl,
  context: string,
  wait: string,
  options: { readonly signal: AbortSignal | undefined; readonly timeoutMs: number },
): Promise<readonly string[] | null> {
  try {
    const { stdout } = await kubectl.run(['--context', context, 'get', 'namespaces', '-o', 'name', wait], options)
    return stdout.split('\n').flatMap(line => (line === '' ? [] : [line.replace(/^namespace\//, '')]))
  } catch (error) {
    if (error instanceof KubectlError && error.code === 'forbidden') return null
    throw error
  }
}

async function clientVersion(kubectl: Kubectl): Promise<{ readonly version: string } | ClusterFailure> {
  try {
    const { stdout } = await kubectl.run(['version', '--client', '-o', 'json'], { timeoutMs: 10_000 })
    return { version: textAt(parseExactJson(stdout), 'clientVersion', 'gitVersion') ?? '' }
  } catch (error) {
    return failureFrom(error)
  }
}

/** Without `--raw`: tokens and certificates stay out of it. */
async function readConfig(kubectl: Kubectl): Promise<PlainMap> {
  const { stdout } = await kubectl.run(['config', 'view', '-o', 'json'], { timeoutMs: 10_000 })
  return mapAt(parseExactJson(stdout))
}

function byName(config: PlainMap, list: string): ReadonlyMap<string, PlainMap> {
  return new Map(listAt(config, list).map(each => [textAt(each, 'name') ?? '', mapAt(each, 'cluster')]))
}

function contextOf(
  name: string,
  context: PlainMap,
  clusters: ReadonlyMap<string, PlainMap>,
  marks: ContextMarks,
): ClusterContext {
  const cluster = textAt(context, 'cluster') ?? ''
  const user = textAt(context, 'user')
  const server = textAt(clusters.get(cluster), 'server')
  return {
    name,
    cluster,
    server: server === null ? null : shownServer(server),
    user,
    namespace: textAt(context, 'namespace') || 'default',
    local: localCluster({ context: name, cluster, user, server }),
    isTrusted: server !== null && marks.trusted === shownServer(server),
    isProtected: marks.isProtected,
    protectedNamespaces: marks.namespaces,
  }
}
