import type { ApplyPlan, ObjectPlan } from '../../../shared/cluster/apply-plan'
import { dataLossOf } from '../../../shared/cluster/data-loss'
import type { DataLoss } from '../../../shared/cluster/data-loss'
import type { ClusterRef } from '../../../shared/cluster/cluster-ref'
import type { PlanChoices } from './cluster-state'

/** How many objects a plan adds, changes and removes with what was chosen, and what stands in its way. */
export type PlanCounts = {
  readonly add: number
  readonly change: number
  readonly remove: number
  readonly all: number
  /** Refused by the server, or in a conflict that nobody has decided. */
  readonly blocked: number
}

/** Counts what a plan would do. Removals count when they were asked for, and what is left out counts nowhere. */
export function countPlan({ objects }: ApplyPlan, choices: PlanChoices): PlanCounts {
  const taken = objects.filter(object => !isLeftOut(object, choices))
  const count = (...states: readonly ObjectPlan['state'][]) => taken.filter(each => states.includes(each.state)).length
  const add = count('added', 'unchecked')
  const change = count('changed')
  const remove = choices.prune ? count('removed') : 0
  const blocked = taken.filter(object => isBlocked(object, choices)).length
  return { add, change, remove, all: add + change + remove, blocked }
}

/** What would be lost for good by a plan with what was chosen; null for nothing. */
export function lossBy({ objects, purpose }: ApplyPlan, { prune }: PlanChoices): DataLoss | null {
  return prune || purpose === 'undo' ? dataLossOf(objects) : null
}

/** Whether the user leaves an object of the plan as it is in the cluster. */
export function isLeftOut({ id }: ObjectPlan, { leaveOut }: PlanChoices): boolean {
  return id !== null && leaveOut.has(id)
}

/** Whether an object stands in the way of the apply: refused, or in a conflict that nobody has decided. */
export function isBlocked({ state, conflicts, id }: ObjectPlan, { force, leaveOut }: PlanChoices): boolean {
  if (id !== null && leaveOut.has(id)) return false
  return state === 'refused' || (conflicts.length > 0 && !(id !== null && force.has(id)))
}

/** "1 to add, 2 to change"; "Nothing to change" where the cluster has it all. */
export function countsSay({ add, change, remove, all }: PlanCounts): string {
  if (all === 0) return 'Nothing to change'
  const parts = [
    [add, 'to add'],
    [change, 'to change'],
    [remove, 'to remove'],
  ] as const
  return parts.flatMap(([n, says]) => (n > 0 ? [`${n} ${says}`] : [])).join(', ')
}

/** What an object is called in a list: "Deployment api". */
export function refTitle({ kind, name }: ClusterRef): string {
  return `${kind} ${name}`
}
