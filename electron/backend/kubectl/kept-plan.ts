import type { ApplyPlan, FieldConflict, ObjectPlan } from '../../../shared/cluster/apply-plan'
import type { ClusterRef } from '../../../shared/cluster/cluster-ref'
import type { PlainMap } from '../../../shared/yaml/plain'

/** One object of a plan, with what is never shown: secrets in clear, what kubectl will be sent. */
export type PlannedObject = {
  readonly shown: ObjectPlan
  /** What is sent; null for one that is deleted. */
  readonly sent: PlainMap | null
  /** As the cluster had it when the plan was made, with managedFields; null where it wasn't there. */
  readonly live: PlainMap | null
  /** As it would be afterwards, by the server; null where that couldn't be tried. */
  readonly after: PlainMap | null
  /** Nothing of it would be written, not even whose fields they are. */
  readonly isAsItIs: boolean
  /** Its conflicts are with ourselves (an undo writes in another way), or there are none. */
  readonly isOwnConflict: boolean
}

export type PlannedStage = {
  readonly objects: readonly PlannedObject[]
  readonly wait: 'active' | 'established' | null
}

/** A plan that waits to be carried out. It lives in memory alone. */
export type KeptPlan = {
  readonly context: string
  readonly purpose: ApplyPlan['purpose']
  readonly stages: readonly PlannedStage[]
  /** What would be deleted: by pruning, or by an undo. */
  readonly removals: readonly PlannedObject[]
  readonly inventory: ClusterRef | null
  /** What the inventory says now. */
  readonly recorded: readonly ClusterRef[]
  readonly pruneSays: string
}

/** The plan as it is shown. */
export function objectsOf(plan: KeptPlan): readonly PlannedObject[] {
  return [...plan.stages.flatMap(stage => stage.objects), ...plan.removals]
}

/** Conflicts that somebody has to decide about. */
export function openConflicts({ shown, isOwnConflict }: PlannedObject): readonly FieldConflict[] {
  return isOwnConflict ? [] : shown.conflicts
}
