import { indexCluster } from '../../../shared/cluster/live/cluster-index'
import type { ClusterIndex } from '../../../shared/cluster/live/cluster-index'
import { isWorthWatching, liveStates } from '../../../shared/cluster/live/live-of'
import type { LiveState } from '../../../shared/cluster/live/live-state'
import type { LiveNotice, WatchedKind, WatchState } from '../../../shared/cluster/live-notices'
import { namespaceOnCluster } from '../../../shared/cluster/namespace-on-cluster'
import type { KubeObject, ObjectId } from '../../../shared/workspace/kube-object'
import type { PlainMap } from '../../../shared/yaml/plain'
import type { Session } from '../session'
import { askCluster, newTask, setCluster } from './ask'
import type { Live } from './cluster-state'

/** What a watch holds besides what is shown: the objects of the cluster, by uid, and what is asked for. */
type Watching = {
  readonly objects: Map<string, PlainMap>
  readonly asks: string
  /** Made when it is asked for; null after a change. */
  index: ClusterIndex | null
  timer: ReturnType<typeof setTimeout> | null
}
const watching = new WeakMap<Session, Watching>()

/** A rollout tells of many pods at once: they are shown together. */
const SHOW_AFTER = 150
/** "12 min" gets older by itself. */
const GROW_OLD_AFTER = 30_000

const NO_STATES: ReadonlyMap<ObjectId, LiveState> = new Map()

/** Watches what the design's objects do on the chosen cluster, until `stopLive`. */
export function startLive(session: Session): void {
  const { chosen } = session.store.getState().cluster
  if (!chosen) return
  stopLive(session)
  const question = whatToWatch(session, chosen.namespace)
  if (question.kinds.length === 0) return
  const watch = newTask()
  watching.set(session, { objects: new Map(), asks: JSON.stringify(question), index: null, timer: null })
  setCluster(session, { live: { watch, states: NO_STATES, version: 0, kinds: new Map() } })
  void askCluster(session, 'cluster:watch', { watch, context: chosen.context, ...question }).then(answered => {
    if (answered.ok || session.store.getState().cluster.live?.watch !== watch) return
    const failure = { code: 'failed', message: answered.failure.message } as const
    const kinds = question.kinds.map(kind => [keyOf(kind), { watch, kind, state: 'stopped', failure }] as const)
    setLive(session, { kinds: new Map<string, WatchState>(kinds) })
  })
}

/** Ends the watch at once, and forgets what it said. */
export function stopLive(session: Session): void {
  const { live } = session.store.getState().cluster
  if (!live) return
  const { timer } = watching.get(session) ?? {}
  if (timer) clearTimeout(timer)
  watching.delete(session)
  setCluster(session, { live: null })
  void session.host.ask('cluster:unwatch', { watch: live.watch })
}

/** Hears what is watched, and watches other kinds when the design holds others. Answers what ends both. */
export function followLive(session: Session): () => void {
  const stops = [
    session.host.listen('cluster:live', notice => takeChanges(session, notice)),
    session.host.listen('cluster:forwards', forwards => setCluster(session, { forwards })),
    session.host.listen('cluster:watch-state', state => takeState(session, state)),
    session.store.subscribe((now, before) => {
      const objects = now.open?.design.workspace.objects
      if (now.cluster.live && objects !== before.open?.design.workspace.objects) followDesign(session)
    }),
  ]
  const aging = setInterval(() => showSoon(session), GROW_OLD_AFTER)
  return () => {
    clearInterval(aging)
    stopLive(session)
    for (const stop of stops) stop()
  }
}

/** The object of the cluster that one of the design stands for, as it was told last; null where none was. */
export function liveObject(session: Session, object: KubeObject): PlainMap | null {
  const { chosen } = session.store.getState().cluster
  const held = watching.get(session)
  if (!chosen || !held || object.name === null) return null
  const namespace = namespaceOnCluster(object, chosen.namespace)
  return indexOf(held).object(object.group, object.kind, namespace, object.name)
}

/** The pods that an object of the design controls, or that it is; as they were told last. */
export function livePods(session: Session, object: KubeObject): readonly PlainMap[] {
  const { chosen } = session.store.getState().cluster
  const held = watching.get(session)
  if (!chosen || !held || object.name === null) return []
  const index = indexOf(held)
  const namespace = namespaceOnCluster(object, chosen.namespace)
  if (object.kind !== 'Pod') return index.podsOf(object.kind, namespace, object.name)
  const pod = index.object('', 'Pod', namespace, object.name)
  return pod ? [pod] : []
}

function indexOf(held: Watching): ClusterIndex {
  return (held.index ??= indexCluster(held.objects.values()))
}

function followDesign(session: Session): void {
  const { chosen, live } = session.store.getState().cluster
  const held = watching.get(session)
  if (!chosen || !live || !held) return
  if (JSON.stringify(whatToWatch(session, chosen.namespace)) === held.asks) showSoon(session)
  else startLive(session)
}

function takeChanges(session: Session, { watch, changes }: LiveNotice): void {
  const held = watching.get(session)
  if (!held || session.store.getState().cluster.live?.watch !== watch) return
  for (const change of changes) {
    if (change.type === 'there') held.objects.set(change.uid, change.object)
    else held.objects.delete(change.uid)
  }
  held.index = null
  showSoon(session)
}

function takeState(session: Session, state: WatchState): void {
  const { live } = session.store.getState().cluster
  if (live?.watch !== state.watch) return
  setLive(session, { kinds: new Map(live.kinds).set(keyOf(state.kind), state) })
  showSoon(session)
}

function showSoon(session: Session): void {
  const held = watching.get(session)
  if (!held) return
  held.timer ??= setTimeout(() => {
    held.timer = null
    show(session, held)
  }, SHOW_AFTER)
}

function show(session: Session, held: Watching): void {
  const { open, cluster } = session.store.getState()
  const { chosen, live } = cluster
  if (!open || !chosen || !live || watching.get(session) !== held) return
  const objects = open.design.workspace.objects
  const index = indexOf(held)
  const isTold = ({ apiVersion, kind }: KubeObject) => live.kinds.get(`${apiVersion}/${kind}`)?.state === 'live'
  const namespaceOf = (object: KubeObject) => namespaceOnCluster(object, chosen.namespace)
  const states = liveStates(objects, index, { now: Date.now(), isTold, namespaceOf }, live.states)
  setLive(session, { states, version: live.version + 1 })
}

function setLive(session: Session, change: Partial<Live>): void {
  const { live } = session.store.getState().cluster
  if (live) setCluster(session, { live: { ...live, ...change } })
}

function keyOf({ apiVersion, kind }: WatchedKind): string {
  return `${apiVersion}/${kind}`
}

/** What is made by others for the objects of the design, and tells how they do. */
const MADE_FOR: readonly { readonly when: (kinds: ReadonlySet<string>) => boolean; readonly watch: WatchedKind }[] = [
  { when: kinds => MAKE_PODS.some(kind => kinds.has(kind)), watch: { apiVersion: 'v1', kind: 'Pod' } },
  { when: kinds => kinds.has('CronJob'), watch: { apiVersion: 'batch/v1', kind: 'Job' } },
  { when: kinds => kinds.has('Service'), watch: { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice' } },
]
const MAKE_PODS = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob', 'Rollout']

function whatToWatch(session: Session, chosen: string) {
  const objects = (session.store.getState().open?.design.workspace.objects ?? []).filter(isWorthWatching)
  const kinds = new Map(objects.map(({ apiVersion, kind }) => [`${apiVersion}/${kind}`, { apiVersion, kind }]))
  const names = new Set(objects.map(({ kind }) => kind))
  for (const { when, watch } of MADE_FOR) if (when(names)) kinds.set(keyOf(watch), watch)
  const namespaces = new Set(objects.flatMap(object => namespaceOnCluster(object, chosen) ?? []))
  return {
    kinds: [...kinds.values()].toSorted((a, b) => keyOf(a).localeCompare(keyOf(b))),
    namespaces: [...namespaces].sort(),
  }
}
