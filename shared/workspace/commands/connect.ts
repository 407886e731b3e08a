import type { WireAnswers } from '../../relations/relation'
import { planWire, type Consequence } from '../../relations/wire'
import type { Change, Refusal } from '../change'
import type { Design } from '../design'
import type { ObjectId } from '../kube-object'
import { planTie } from '../plan-edits'

export type Connect = {
  readonly rule: string
  readonly from: ObjectId
  readonly to: ObjectId
  readonly answers?: WireAnswers
}

/** A planned change of a tie, with what it brings about that was not asked for: to be said before it is done. */
export type PlannedTie =
  { readonly ok: true; readonly change: Change; readonly consequences: readonly Consequence[] } | Refusal

/** Makes a relation: what a wire that was dropped writes. */
export function connect({ workspace, graph }: Design, { rule, from, to, answers = {} }: Connect): PlannedTie {
  const planned = planWire(graph, rule, from, to, answers)
  if (!planned.ok) return planned
  const edits = planTie(workspace, planned)
  return edits.ok ? { ...edits, consequences: planned.consequences } : edits
}
