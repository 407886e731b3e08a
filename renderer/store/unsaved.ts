import { savePlan } from '../../shared/workspace/save'
import type { Save } from '../../shared/workspace/save'
import type { Workspace } from '../../shared/workspace/workspace'
import type { State } from './state'

export { isUnsaved } from '../../shared/workspace/save'

const NONE: readonly Save[] = []
const plans = new WeakMap<Workspace, readonly Save[]>()

/** What the next save would write or remove. Found once for each workspace, so that every part may ask. */
export function unsavedWork(state: State): readonly Save[] {
  const workspace = state.open?.design.workspace
  if (!workspace) return NONE
  const plan = plans.get(workspace) ?? savePlan(workspace)
  plans.set(workspace, plan)
  return plan
}

/** Whether a save would write anything. */
export function hasUnsavedWork(state: State): boolean {
  return unsavedWork(state).length > 0
}
