import type { ObjectId } from '../workspace/kube-object'
import type { ClusterRef } from './cluster-ref'
import type { Confirmation } from './contexts'
import type { ClusterFailure } from './failure'

/** A field that another manager owns and that the design would set to something else. */
export type FieldConflict = {
  /** JSON pointer inside the object; null where the server's path leads to nothing in the manifest. */
  readonly path: string | null
  /** As the server writes it: `.spec.template.spec.containers[name="web"].image`. */
  readonly field: string
  readonly manager: string
  /** What the cluster has and what the design says, as exact JSON; null where it has none, or may not be shown (secrets). */
  readonly theirs: string | null
  readonly mine: string | null
}

/** What an apply would do to one object, by the server's own dry run. */
export type ObjectPlan = ClusterRef & {
  /** Null for an object that is in no file any more (`removed`). */
  readonly id: ObjectId | null
  /**
   * `unchecked`: it can't be tried yet, because it needs something that the same apply makes (its namespace, its kind).
   * `refused`: the server would not take it; `failure` says why. `removed`: made by this design, in no file any more;
   * deleted only when pruning is asked for.
   */
  readonly state: 'added' | 'changed' | 'unchanged' | 'removed' | 'unchecked' | 'refused'
  /** Unified diff of the YAML in the cluster and afterwards, secrets masked; '' where nothing changes. */
  readonly diff: string
  /** The object in the cluster and afterwards as exact JSON, secrets masked, without what only the server writes. For relations. */
  readonly before: string | null
  readonly after: string | null
  readonly conflicts: readonly FieldConflict[]
  readonly failure: ClusterFailure | null
}

/** A command as a list of words, `kubectl` first; `stdin` says what it reads ("12 objects"), null for nothing. */
export type ShownCommand = {
  readonly words: readonly string[]
  readonly stdin: string | null
}

/** Everything that an apply would do, before it does it. `plan` names it in `cluster:apply` while the host keeps it. */
export type ApplyPlan = {
  readonly plan: string
  readonly context: string
  /** `undo`: puts back the state before an apply. */
  readonly purpose: 'apply' | 'undo'
  /** In the order in which they would be applied; `removed` ones last. */
  readonly objects: readonly ObjectPlan[]
  /** Where what was made is recorded; null where nothing is recorded, and so nothing can be pruned: `pruneSays` tells why. */
  readonly inventory: ClusterRef | null
  readonly pruneSays: string
  readonly confirmation: Confirmation
  readonly commands: readonly ShownCommand[]
}

export type ApplyChoices = {
  /** Objects whose conflicts are won by the design ("keep mine by force"). */
  readonly force: readonly ObjectId[]
  /** Objects that stay as they are in the cluster: those that are refused, or in conflict, must be left out or corrected. */
  readonly leaveOut: readonly ObjectId[]
  /** Whether `removed` objects are deleted. */
  readonly prune: boolean
  /** What the plan's confirmation asked for. */
  readonly confirmed: string | null
  /** The word of `dataLossOf`, typed; null where no data goes. */
  readonly confirmedLoss: string | null
}

/** What became of one object. */
export type ObjectResult = ClusterRef & {
  readonly id: ObjectId | null
  /**
   * `kept`: left as it is, by choice (left out, not pruned) or because it is somebody else's by now. `not-started`: the
   * apply ended before.
   */
  readonly state: 'created' | 'changed' | 'unchanged' | 'deleted' | 'kept' | 'failed' | 'not-started'
  readonly failure: ClusterFailure | null
}

/** The account of an apply. Running it again does what is left. */
export type ApplyOutcome = {
  readonly ended: 'done' | 'failed' | 'cancelled'
  /** One for each object of the plan, in its order. */
  readonly results: readonly ObjectResult[]
  /** Sentences about what else is worth knowing (the inventory could not be written …). */
  readonly notes: readonly string[]
  readonly commands: readonly ShownCommand[]
  /** For `cluster:undo-plan`; null where nothing was changed. */
  readonly undo: string | null
}

/** Sent while an apply runs; `results` are those that are new. */
export type ApplyProgress = {
  readonly task: string
  /** "Applying 20 Deployments", "Waiting for Namespace shop". */
  readonly says: string
  readonly done: number
  readonly of: number
  readonly results: readonly ObjectResult[]
}
