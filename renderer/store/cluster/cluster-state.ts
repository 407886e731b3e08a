import type { ApplyOutcome, ApplyPlan, ObjectResult } from '../../../shared/cluster/apply-plan'
import type { ClusterContexts, ClusterReach } from '../../../shared/cluster/contexts'
import type { Forward, WatchState } from '../../../shared/cluster/live-notices'
import type { LiveState } from '../../../shared/cluster/live/live-state'
import type { ObjectId } from '../../../shared/workspace/kube-object'
import type { Workspace } from '../../../shared/workspace/workspace'
import type { Failure } from './ask'

/** What the window knows of clusters. Nothing of it is asked before a design is open. */
export type ClusterState = {
  /** What the kubeconfig files say, or why they can't be read; null until it was asked. */
  readonly contexts: ClusterContexts | Failure | null
  /** Null: the design is held against no cluster. */
  readonly chosen: Chosen | null
  /** The plan that was asked for and what became of it. It outlives its dialog. */
  readonly run: ApplyRun | null
  /** The last apply that changed something, for taking it back. */
  readonly undo: { readonly token: string; readonly context: string } | null
  /** Null: nothing is watched. */
  readonly live: Live | null
  readonly forwards: readonly Forward[]
}

/** The context that the user chose. Its namespace is the design's default one. */
export type Chosen = { readonly context: string; readonly namespace: string; readonly reach: Reach }

export type Reach =
  | { readonly type: 'asking' }
  | ({ readonly type: 'reached' } & ClusterReach)
  | { readonly type: 'failed'; readonly failure: Failure }

/** What the user decided about a plan before it is applied. */
export type PlanChoices = {
  /** Objects whose conflicts the design wins. */
  readonly force: ReadonlySet<ObjectId>
  /** Objects that stay in the cluster as they are. */
  readonly leaveOut: ReadonlySet<ObjectId>
  readonly prune: boolean
}

type Planned = {
  readonly plan: ApplyPlan
  /** The design that was sent: another one makes the plan stale. Null for an undo, which doesn't come from the design. */
  readonly made: Workspace['objects'] | null
  readonly choices: PlanChoices
}

/** A plan that is looked at, or asked about for the last time. */
export type PlannedRun = Planned & { readonly stage: 'planned' | 'confirming' }

/** A plan that is being carried out. */
export type ApplyingRun = Planned & {
  readonly stage: 'applying'
  readonly task: string
  readonly says: string
  readonly done: number
  readonly of: number
  readonly results: ReadonlyMap<string, ObjectResult>
  readonly isStopping: boolean
}

/** A plan that was carried out, to its end or not. */
export type EndedRun = Planned & { readonly stage: 'ended'; readonly outcome: ApplyOutcome }

/** An apply, or the undo of one, from the question to the account. */
export type ApplyRun =
  | { readonly stage: 'planning'; readonly context: string; readonly task: string }
  | { readonly stage: 'not-planned'; readonly context: string; readonly failure: Failure }
  | PlannedRun
  | ApplyingRun
  | EndedRun

/** What is watched, and what it says of the design's objects. */
export type Live = {
  readonly watch: string
  readonly states: ReadonlyMap<ObjectId, LiveState>
  /** Counts up whenever something else is known of the objects: `liveObject` answers it. */
  readonly version: number
  /** By `apiVersion/kind`; a kind that nothing was said of yet is not among them. */
  readonly kinds: ReadonlyMap<string, WatchState>
}

export const NO_CLUSTER: ClusterState = {
  contexts: null,
  chosen: null,
  run: null,
  undo: null,
  live: null,
  forwards: [],
}

/** The contexts that can be chosen; none while they aren't known. */
export function knownContexts(cluster: ClusterState): ClusterContexts['contexts'] {
  return cluster.contexts && 'contexts' in cluster.contexts ? cluster.contexts.contexts : []
}

/** The context that is chosen, as the kubeconfig has it. */
export function chosenContext(cluster: ClusterState): ClusterContexts['contexts'][number] | null {
  return knownContexts(cluster).find(context => context.name === cluster.chosen?.context) ?? null
}

/** Why nothing can be asked of any cluster from here, or null: no kubectl, or no context in any kubeconfig file. */
export function whyNoCluster({ contexts }: ClusterState): Failure | null {
  if (contexts === null) return null
  if ('code' in contexts) return contexts
  if ('code' in contexts.kubectl) return contexts.kubectl
  if (contexts.contexts.length > 0) return null
  return { code: 'no-context', message: 'No kubeconfig file names a cluster. Log in to one, and look again.' }
}
