import type { Change } from './change'
import { composeChanges } from './compose-changes'
import { applyChange, type Applied, type Workspace } from './workspace'

/** What can be undone and redone, the latest last. A value: recording, undo and redo give another one. */
export type History = { readonly past: readonly Step[]; readonly future: readonly Step[] }

export type Step = {
  /** What the Edit menu shows behind "Undo" or "Redo". */
  readonly says: string
  /** Takes the step back (in `past`) or makes it again (in `future`). */
  readonly change: Change
  readonly group: string | null
  /** Milliseconds of any clock: when the step last grew. */
  readonly at: number
}

export const EMPTY_HISTORY: History = { past: [], future: [] }

/** How long a pause may be inside one step of typing, in milliseconds. */
const GROUP_PAUSE = 1000

/**
 * Records a change that was applied. It becomes part of the last step when both are of one group and no second lies
 * between them. What could be redone can't any more.
 */
export function record(history: History, change: Change, applied: Applied, at: number): History {
  const group = change.group ?? null
  const step: Step = { says: change.says, change: applied.inverse, group, at }
  const last = history.past.at(-1)
  const isOpen = group !== null && last?.group === group && at - last.at <= GROUP_PAUSE && history.future.length === 0
  const joined = isOpen ? composeChanges(applied.inverse, last.change) : null
  const past = joined ? [...history.past.slice(0, -1), { ...step, change: joined }] : [...history.past, step]
  return { past, future: [] }
}

export type Stepped = { readonly applied: Applied; readonly history: History }

/** Takes the last step back; null when there is none. */
export function undo(workspace: Workspace, { past, future }: History): Stepped | null {
  const step = past.at(-1)
  if (!step) return null
  const applied = applyChange(workspace, step.change)
  return { applied, history: { past: past.slice(0, -1), future: [...future, turned(step, applied)] } }
}

/** Makes the step again that was taken back last; null when there is none. */
export function redo(workspace: Workspace, { past, future }: History): Stepped | null {
  const step = future.at(-1)
  if (!step) return null
  const applied = applyChange(workspace, step.change)
  return { applied, history: { past: [...past, turned(step, applied)], future: future.slice(0, -1) } }
}

/** The step seen from the other side. Typing goes on in a step of its own afterwards. */
function turned(step: Step, applied: Applied): Step {
  return { ...step, change: applied.inverse, group: null }
}
