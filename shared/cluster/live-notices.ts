import type { PlainMap } from '../yaml/plain'
import type { ClusterRef } from './cluster-ref'
import type { ClusterFailure } from './failure'

/** A kind to watch: one process each. */
export type WatchedKind = { readonly apiVersion: string; readonly kind: string }

/** Objects that are new or differ, and objects that are gone. Without managedFields; secrets' values are masked. */
export type LiveChange =
  | { readonly type: 'there'; readonly uid: string; readonly object: PlainMap }
  | { readonly type: 'gone'; readonly uid: string; readonly ref: ClusterRef }

export type LiveNotice = { readonly watch: string; readonly changes: readonly LiveChange[] }

/**
 * How the watch of one kind stands. `live`: all that is there was told, changes follow. `waiting`: the server is away, it
 * is tried again by itself. `stopped`: it can't be watched (forbidden, unknown kind); `failure` says why.
 */
export type WatchState = {
  readonly watch: string
  readonly kind: WatchedKind
  readonly state: 'live' | 'waiting' | 'stopped'
  readonly failure: ClusterFailure | null
}

/** More text of a log that was asked for. */
export type LogNotice = { readonly task: string; readonly text: string }
/** A log's end: by itself, or why it broke off. */
export type LogEnd = { readonly task: string; readonly failure: ClusterFailure | null }

export type LogQuestion = {
  readonly task: string
  readonly context: string
  readonly namespace: string
  readonly pod: string
  /** Null: the only one, or the one that the pod's annotation names. */
  readonly container: string | null
  readonly previous: boolean
  readonly follow: boolean
  /** How many of the last lines to begin with; null for all. */
  readonly tail: number | null
}

export type ClusterEvent = {
  readonly type: 'Normal' | 'Warning'
  readonly reason: string
  readonly message: string
  readonly count: number
  /** ISO time of the last one. */
  readonly at: string
  readonly by: string
}

/** Something that is done to a running object. */
export type LiveAction =
  | { readonly type: 'restart' | 'pause' | 'resume' }
  | { readonly type: 'scale'; readonly replicas: number }
  /** To the revision before, or to the one that is named. */
  | { readonly type: 'roll-back'; readonly revision: number | null }

export type Forward = {
  readonly id: string
  readonly context: string
  readonly ref: ClusterRef
  readonly remotePort: number
  readonly localPort: number
  /** Why it ended by itself; null while it is open. */
  readonly failure: ClusterFailure | null
}
