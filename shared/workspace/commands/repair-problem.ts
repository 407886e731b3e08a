import type { Problem } from '../../checks/problem'
import type { Planned } from '../change'
import type { Design } from '../design'
import { refuse } from '../refusal'
import { patchObject } from './patch-object'

/** Corrects a problem that knows how (`Problem.repair`), and touches nothing else. */
export function repairProblem(design: Design, { problem }: { readonly problem: Problem }): Planned {
  const { object, repair, fix, code } = problem
  if (object === null || !repair)
    return refuse('nothing-to-repair', `No correction is known that is sure to be right. ${fix ?? ''}`.trim())
  return patchObject(design, { object, patch: repair, says: `Correct ${code.replaceAll('-', ' ')}` })
}
