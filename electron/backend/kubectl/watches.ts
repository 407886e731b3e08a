import { setTimeout as sleep } from 'node:timers/promises'
import type { ClusterFailure } from '../../../shared/cluster/failure'
import { isOfTheWay } from '../../../shared/cluster/failure'
import type { LiveChange, WatchedKind, WatchState } from '../../../shared/cluster/live-notices'
import { failureFrom } from './kubectl-error'
import type { Door } from './objects'
import { readResources } from './resources'
import type { Resource, Resources } from './resources'
import { watchKind } from './watch-kind'

export type WatchOptions = {
  /** Empty: all. */
  readonly namespaces: readonly string[]
  readonly kinds: readonly WatchedKind[]
  readonly changed: (changes: readonly LiveChange[]) => void
  readonly stands: (kind: WatchedKind, state: WatchState['state'], failure: ClusterFailure | null) => void
}

const RETRY_MS = 3_000

/**
 * Watches kinds until `signal` ends it: one process a kind, however many objects there are. Several namespaces are watched
 * as all of them at once; where the user may not do that, a namespace at a time.
 */
export async function watchKinds(door: Door, options: WatchOptions, signal: AbortSignal): Promise<void> {
  const resources = await resourcesWhenThere(door, options, signal)
  if (resources === null) return
  await Promise.all(
    options.kinds.map(async kind => {
      const resource = resources.find(kind.apiVersion, kind.kind)
      if (resource?.verbs.has('watch')) return watchOne(door, kind, resource, options, signal)
      const message = `This cluster knows no ${kind.kind} of ${kind.apiVersion}.`
      options.stands(kind, 'stopped', { code: 'unknown-kind', message })
    }),
  )
}

/** What the cluster serves; asked again while it is away. Null when it can't be told. */
async function resourcesWhenThere(door: Door, options: WatchOptions, signal: AbortSignal): Promise<Resources | null> {
  while (!signal.aborted) {
    try {
      return await readResources(door.kubectl, door.context, signal)
    } catch (error) {
      const failure = failureFrom(error)
      if (failure.code === 'cancelled') return null
      const isAway = isOfTheWay(failure.code) && failure.code !== 'no-kubectl' && failure.code !== 'no-context'
      for (const kind of options.kinds) options.stands(kind, isAway ? 'waiting' : 'stopped', failure)
      if (!isAway) return null
      await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined)
    }
  }
  return null
}

async function watchOne(
  door: Door,
  kind: WatchedKind,
  resource: Resource,
  { namespaces, changed, stands }: WatchOptions,
  signal: AbortSignal,
): Promise<void> {
  const wanted = new Set(namespaces)
  const isWanted = ({ namespace }: { readonly namespace: string | null }): boolean =>
    namespace === null || wanted.size === 0 || wanted.has(namespace)
  const each = (namespace: string | null, told: typeof stands): Promise<void> =>
    watchKind(door, resource, namespace, isWanted, { changed, stands: (...as) => told(kind, ...as) }, signal)

  const [only, another] = namespaces
  if (!resource.namespaced || only === undefined) return each(null, stands)
  if (another === undefined) return each(only, stands)
  let isForbidden = false
  await each(null, (about, state, failure) => {
    isForbidden = state === 'stopped' && failure?.code === 'forbidden'
    if (!isForbidden) stands(about, state, failure)
  })
  if (isForbidden) await Promise.all(namespaces.map(namespace => each(namespace, stands)))
}
