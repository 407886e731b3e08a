import { setTimeout as sleep } from 'node:timers/promises'
import { withoutManagedFields } from '../../../shared/cluster/clean-object'
import { refOf } from '../../../shared/cluster/cluster-ref'
import type { ClusterRef } from '../../../shared/cluster/cluster-ref'
import type { ClusterFailure } from '../../../shared/cluster/failure'
import { isOfTheWay } from '../../../shared/cluster/failure'
import type { LiveChange, WatchState } from '../../../shared/cluster/live-notices'
import { maskSecret } from '../../../shared/cluster/mask-secrets'
import { parseExactJson } from '../../../shared/yaml/exact-json'
import { isMap, listAt, mapAt, textAt } from '../../../shared/yaml/plain'
import type { PlainMap, PlainValue } from '../../../shared/yaml/plain'
import { failureFrom } from './kubectl-error'
import { uidOf } from './objects'
import type { Door } from './objects'
import { pathOf } from './resources'
import type { Resource } from './resources'

/** What a watch tells. */
export type WatchEars = {
  readonly changed: (changes: readonly LiveChange[]) => void
  readonly stands: (state: WatchState['state'], failure: ClusterFailure | null) => void
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 10_000
/** Changes that come close together are told together: a rollout changes hundreds of objects in a moment. */
const GATHER_MS = 50

/**
 * Tells what there is of a kind, then what changes, until `signal` ends it. A server that goes away is asked again until it
 * is back; what went while it was away is told then. `namespace` null watches all of them.
 */
export async function watchKind(
  door: Door,
  resource: Resource,
  namespace: string | null,
  isWanted: (ref: ClusterRef) => boolean,
  ears: WatchEars,
  signal: AbortSignal,
): Promise<void> {
  const known = new Map<string, Known>()
  const teller = createTeller(known, isWanted, ears, signal)
  let wait = FIRST_WAIT_MS
  while (!signal.aborted) {
    try {
      const version = await tellAll(door, resource, namespace, teller, signal)
      ears.stands('live', null)
      wait = FIRST_WAIT_MS
      const failure = await follow(door, resource, namespace, version, teller, signal)
      // A server ends every watch after a while: that is no failure, the next list begins where it stopped.
      if (failure) ears.stands('waiting', failure)
    } catch (error) {
      const failure = failureFrom(error)
      if (failure.code === 'cancelled') return
      if (!isOfTheWay(failure.code) && failure.code !== 'failed') return ears.stands('stopped', failure)
      ears.stands('waiting', failure)
    }
    await sleep(wait, undefined, { signal }).catch(() => undefined)
    wait = Math.min(wait * 2, LONGEST_WAIT_MS)
  }
}

type Known = { readonly ref: ClusterRef; readonly version: string | null }
type Teller = {
  /** All that is there: what isn't among them is gone. */
  all(objects: readonly PlainMap[]): void
  one(type: string, object: PlainMap): void
}

function createTeller(
  known: Map<string, Known>,
  isWanted: (ref: ClusterRef) => boolean,
  ears: WatchEars,
  signal: AbortSignal,
): Teller {
  let gathered: LiveChange[] = []
  let timer: NodeJS.Timeout | null = null
  const flush = (): void => {
    timer = null
    const changes = gathered
    gathered = []
    if (changes.length > 0 && !signal.aborted) ears.changed(changes)
  }
  const add = (change: LiveChange): void => {
    gathered.push(change)
    timer ??= setTimeout(flush, GATHER_MS)
  }
  const there = (object: PlainMap): void => {
    const [uid, ref] = [uidOf(object) ?? '', refOf(object)]
    const version = textAt(object, 'metadata', 'resourceVersion')
    if (!isWanted(ref) || known.get(uid)?.version === version) return
    known.set(uid, { ref, version })
    add({ type: 'there', uid, object: maskSecret(withoutManagedFields(object)) })
  }
  const gone = (uid: string): void => {
    const was = known.get(uid)
    if (known.delete(uid) && was) add({ type: 'gone', uid, ref: was.ref })
  }
  return {
    all(objects) {
      const uids = new Set(objects.map(uidOf))
      for (const uid of [...known.keys()]) if (!uids.has(uid)) gone(uid)
      objects.forEach(there)
      if (timer) clearTimeout(timer)
      flush()
    },
    one(type, object) {
      if (type === 'DELETED') gone(uidOf(object) ?? '')
      else if (type === 'ADDED' || type === 'MODIFIED') there(object)
    },
  }
}

/** Lists, and gives the version to watch from. */
async function tellAll(
  door: Door,
  resource: Resource,
  namespace: string | null,
  teller: Teller,
  signal: AbortSignal,
): Promise<string> {
  const { stdout } = await door.kubectl.run(['--context', door.context, 'get', '--raw', pathOf(resource, namespace)], {
    signal,
  })
  const list = parseExactJson(stdout)
  teller.all(
    listAt(list, 'items')
      .filter(isMap)
      // The items of a list don't say what they are.
      .map(item => ({ apiVersion: resource.apiVersion, kind: resource.kind, ...item })),
  )
  return textAt(list, 'metadata', 'resourceVersion') ?? ''
}

/** Settles with null when the server ended it in peace, or as too old to follow. */
async function follow(
  door: Door,
  resource: Resource,
  namespace: string | null,
  version: string,
  teller: Teller,
  signal: AbortSignal,
): Promise<ClusterFailure | null> {
  const broken = new AbortController()
  let rest = ''
  const onText = (text: string): void => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const event = eventIn(line)
      // A line that nobody can read may have been anything: the next list tells what it was.
      if (event === null) return broken.abort()
      teller.one(textAt(event, 'type') ?? '', mapAt(event, 'object'))
    }
  }
  const path = `${pathOf(resource, namespace)}?watch=true&resourceVersion=${version}`
  const args = ['--context', door.context, 'get', '--raw', path]
  const error = await door.kubectl.stream(args, { signal: AbortSignal.any([signal, broken.signal]), onText })
  return error && failureFrom(error)
}

function eventIn(line: string): PlainValue {
  try {
    return parseExactJson(line)
  } catch {
    return null
  }
}
