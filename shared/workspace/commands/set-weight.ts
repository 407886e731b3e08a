import type { Relation } from '../../relations/relation'
import { titleOf } from '../../relations/title'
import { weightOf, weightSteps } from '../../relations/weights'
import type { Planned } from '../change'
import type { Design } from '../design'
import { planEdits } from '../plan-edits'
import { objectIsGone, refuse } from '../refusal'

/** `group`: steps of one gesture that follow each other are undone as one. */
export type SetWeight = { readonly relation: Relation; readonly weight: number; readonly group?: string }

/** Gives a tie its share of the requests. Where shares have a sum the others take the rest, so that it always holds. */
export function setWeight({ workspace, graph }: Design, { relation, weight, group }: SetWeight): Planned {
  const from = workspace.object(relation.from)
  const before = weightOf(graph, relation)
  if (!from) return objectIsGone()
  if (before === null)
    return refuse('no-weight', `${titleOf(from)} ${relation.says} only one thing: there is nothing to share.`)
  if (!Number.isInteger(weight) || weight < 0 || weight > before.most)
    return refuse('no-weight', `A weight is a whole number from 0 to ${before.most}.`)
  const steps = weightSteps(graph, relation, weight)
  const says = `Set weight ${weight} in ${titleOf(from)}`
  const planned = planEdits(workspace, says, steps.length === 0 ? [] : [{ object: from.id, patch: steps }])
  return planned.ok && group !== undefined ? { ok: true, change: { ...planned.change, group } } : planned
}
