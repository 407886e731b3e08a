import { call } from '../call'
import {
  readBoolean,
  readList,
  readNothing,
  readNullable,
  readNumber,
  readOneOf,
  readRecord,
  readText,
  ShapeError,
} from '../shape'
import type { Reader } from '../shape'
import type { ApplyChoices, ApplyOutcome, ApplyPlan, ApplyProgress, ShownCommand } from './apply-plan'
import type { ClusterRef, SentObject } from './cluster-ref'
import type { ClusterContexts, ClusterReach, Confirmation } from './contexts'
import type { Drift } from './drift'
import type { Imported, ImportQuestion, ServedKind } from './imported'
import type {
  ClusterEvent,
  Forward,
  LiveAction,
  LiveNotice,
  LogEnd,
  LogNotice,
  LogQuestion,
  WatchedKind,
  WatchState,
} from './live-notices'

/**
 * What a host tells of a cluster unasked.
 *
 * `task`, `watch` and `id` are names that whoever asks makes up, unique in its window (a UUID).
 */
export type ClusterNotices = {
  'cluster:progress': ApplyProgress
  'cluster:live': LiveNotice
  'cluster:watch-state': WatchState
  'cluster:log': LogNotice
  'cluster:log-end': LogEnd
  /** All that are listed, after one was opened, ended by itself or was closed. */
  'cluster:forwards': readonly Forward[]
}

export const clusterNoticeNames: readonly (keyof ClusterNotices)[] = [
  'cluster:progress',
  'cluster:live',
  'cluster:watch-state',
  'cluster:log',
  'cluster:log-end',
  'cluster:forwards',
]

/** The most objects of one design. */
const MOST_OBJECTS = 50_000

const readPort: Reader<number> = (raw, at = '') => {
  const port = readNumber(raw, at)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new ShapeError(at, 'a port')
  return port
}
const readCount: Reader<number> = (raw, at = '') => {
  const count = readNumber(raw, at)
  if (!Number.isInteger(count) || count < 0) throw new ShapeError(at, 'a whole number, not below 0')
  return count
}
const refFields = { apiVersion: readText, kind: readText, namespace: readNullable(readText), name: readText }
const readRef = readRecord<ClusterRef>(refFields)
const readKind = readRecord<WatchedKind>({ apiVersion: readText, kind: readText })
const readSent = readList(
  readRecord<SentObject>({ id: readText, namespace: readNullable(readText), manifest: readText }),
  MOST_OBJECTS,
)
const readContext = readRecord<{ readonly context: string }>({ context: readText })
const readTask = readRecord<{ readonly task: string }>({ task: readText })
const readDesign = readRecord<DesignQuestion>({
  task: readText,
  context: readText,
  root: readNullable(readText),
  namespace: readText,
  isWhole: readBoolean,
  objects: readSent,
})
const readAction: Reader<LiveAction> = (raw, at = '') => {
  const { type } = readRecord<{ type: LiveAction['type'] }>({
    type: readOneOf('restart', 'pause', 'resume', 'scale', 'roll-back'),
  })(raw, at)
  if (type === 'scale') return { type, ...readRecord<{ replicas: number }>({ replicas: readCount })(raw, at) }
  if (type === 'roll-back')
    return { type, ...readRecord<{ revision: number | null }>({ revision: readNullable(readCount) })(raw, at) }
  return { type }
}

/** A design held against a cluster. `root` is the opened folder's token, null for a design that was never saved. */
export type DesignQuestion = {
  readonly task: string
  readonly context: string
  readonly root: string | null
  /** The design's default namespace: where the inventory is kept. */
  readonly namespace: string
  /** As `designToSend` says: nothing is pruned for a design of which a file can't be read. */
  readonly isWhole: boolean
  readonly objects: readonly SentObject[]
}
type WatchQuestion = {
  readonly watch: string
  readonly context: string
  readonly namespaces: readonly string[]
  readonly kinds: readonly WatchedKind[]
}
type OneObject = { readonly context: string; readonly ref: ClusterRef }
type ActQuestion = OneObject & { readonly action: LiveAction; readonly confirmed: string | null }
type ForwardQuestion = OneObject & { readonly id: string; readonly remotePort: number; readonly localPort: number }
type ShellQuestion = {
  readonly context: string
  readonly namespace: string
  readonly pod: string
  readonly container: string | null
}
type ApplyQuestion = ApplyChoices & { readonly task: string; readonly plan: string }

/**
 * What a window may ask of a cluster: all of it through the user's own kubectl. A failure's code is a
 * ClusterFailureCode, its sentence says what to try. Every call with a `task` can be ended by `cluster:cancel`.
 */
export const clusterCalls = {
  'cluster:contexts': call<void, ClusterContexts>(readNothing),
  /** Whether the cluster answers, in a few seconds. */
  'cluster:reach': call<{ readonly task: string; readonly context: string }, ClusterReach>(
    readRecord({ task: readText, context: readText }),
  ),
  /** What the user marks: kept on this machine. `namespaces` replaces the marks on namespaces (`kube-*` are always). */
  'cluster:protect': call<
    { readonly context: string; readonly isProtected: boolean; readonly namespaces: readonly string[] },
    ClusterContexts
  >(readRecord({ context: readText, isProtected: readBoolean, namespaces: readList(readText, 1000) })),
  /** What has to be confirmed before something is written into these namespaces. */
  'cluster:confirmation': call<{ readonly context: string; readonly namespaces: readonly string[] }, Confirmation>(
    readRecord({ context: readText, namespaces: readList(readText, 1000) }),
  ),
  'cluster:cancel': call<{ readonly task: string }, null>(readTask),
  /** The last commands that ran, the oldest first. */
  'cluster:commands': call<void, readonly ShownCommand[]>(readNothing),

  /** Asks the server what applying the design would do. Changes nothing. */
  'cluster:diff': call<DesignQuestion, ApplyPlan>(readDesign),
  /** Carries out a plan that was shown, with notices of its progress. */
  'cluster:apply': call<ApplyQuestion, ApplyOutcome>(
    readRecord({
      task: readText,
      plan: readText,
      force: readList(readText, MOST_OBJECTS),
      leaveOut: readList(readText, MOST_OBJECTS),
      prune: readBoolean,
      confirmed: readNullable(readText),
      confirmedLoss: readNullable(readText),
    }),
  ),
  /** What putting back the state before an apply would do: a plan for `cluster:apply`. */
  'cluster:undo-plan': call<{ readonly task: string; readonly undo: string }, ApplyPlan>(
    readRecord({ task: readText, undo: readText }),
  ),
  'cluster:drift': call<DesignQuestion, Drift>(readDesign),

  /** Begins to tell `cluster:live`: first what is there, then what changes. No namespaces: all of them. */
  'cluster:watch': call<WatchQuestion, null>(
    readRecord({
      watch: readText,
      context: readText,
      namespaces: readList(readText, 1000),
      kinds: readList(readKind, 100),
    }),
  ),
  /** Ends a watch at once. */
  'cluster:unwatch': call<{ readonly watch: string }, null>(readRecord({ watch: readText })),

  /** Begins to tell `cluster:log`; `cluster:cancel` ends it. */
  'cluster:logs': call<LogQuestion, null>(
    readRecord({
      task: readText,
      context: readText,
      namespace: readText,
      pod: readText,
      container: readNullable(readText),
      previous: readBoolean,
      follow: readBoolean,
      tail: readNullable(readCount),
    }),
  ),
  'cluster:describe': call<OneObject, { readonly text: string }>(readRecord({ context: readText, ref: readRef })),
  /** Of one object, the newest first. */
  'cluster:events': call<OneObject, readonly ClusterEvent[]>(readRecord({ context: readText, ref: readRef })),
  /** Does something to a running object and answers what kubectl said. */
  'cluster:act': call<ActQuestion, { readonly says: string; readonly command: ShownCommand }>(
    readRecord({ context: readText, ref: readRef, action: readAction, confirmed: readNullable(readText) }),
  ),
  /** `localPort` 0 takes a free one. Answers when it listens. */
  'cluster:forward': call<ForwardQuestion, Forward>(
    readRecord({ id: readText, context: readText, ref: readRef, remotePort: readPort, localPort: readPort }),
  ),
  'cluster:unforward': call<{ readonly id: string }, null>(readRecord({ id: readText })),
  /** A shell in a container: opens the system's terminal where there is one; the command can be copied in any case. */
  'cluster:shell': call<ShellQuestion, { readonly opened: boolean; readonly command: ShownCommand }>(
    readRecord({ context: readText, namespace: readText, pod: readText, container: readNullable(readText) }),
  ),

  /** What can be imported. */
  'cluster:kinds': call<{ readonly context: string }, readonly ServedKind[]>(readContext),
  'cluster:import': call<ImportQuestion, Imported>(
    readRecord({
      task: readText,
      context: readText,
      namespaces: readList(readText, 1000),
      kinds: readNullable(readList(readKind, 1000)),
      secrets: readBoolean,
    }),
  ),
}
