import type { WireAnswers } from '../../relations/relation'
import { planWire } from '../../relations/wire'
import type { Planned } from '../change'
import type { Design } from '../design'
import type { ObjectId } from '../kube-object'
import { planEdits } from '../plan-edits'

export type Connect = {
  readonly rule: string
  readonly from: ObjectId
  readonly to: ObjectId
  readonly answers?: WireAnswers
}

/** Makes a relation: what a wire that was dropped writes. */
export function connect({ workspace, graph }: Design, { rule, from, to, answers = {} }: Connect): Planned {
  const planned = planWire(graph, rule, from, to, answers)
  return planned.ok ? planEdits(workspace, planned.says, planned.edits) : planned
}
