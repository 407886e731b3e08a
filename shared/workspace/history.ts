import type { Change } from './change'
import { composeChanges } from './compose-changes'
import { saysForeign } from './from-disk'
import type { FilePath } from './kube-object'
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

/** How long another program may pause inside one step: a checkout that makes folders is heard of over more than a second. */
const FOREIGN_PAUSE = 2000

/**
 * Records a change that was applied. It becomes part of the last step when both are of one group and no second lies
 * between them. What could be redone can't any more.
 */
export function record(history: History, change: Change, applied: Applied, at: number): History {
  return recordWithin(GROUP_PAUSE, history, change, applied, at)
}

function recordWithin(pause: number, history: History, change: Change, applied: Applied, at: number): History {
  const group = change.group ?? null
  const step: Step = { says: change.says, change: applied.inverse, group, at }
  const last = history.past.at(-1)
  const isOpen = group !== null && last?.group === group && at - last.at <= pause && history.future.length === 0
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

/**
 * Records what another program did. What could be redone still can, where the two concern different files: the user's
 * way back and forth is not another program's to end.
 */
export function recordForeign(history: History, change: Change, applied: Applied, at: number): History {
  const touched = touchedBy(change)
  const isFree = history.future.every(step => isDisjoint(touchedBy(step.change), touched))
  const joinable = recordWithin(FOREIGN_PAUSE, { ...history, future: [] }, change, applied, at)
  const step = joinable.past.at(-1)!
  const says = joinable.past.length === history.past.length ? saysForeign([...step.change.files.keys()]) : step.says
  return { past: [...joinable.past.slice(0, -1), { ...step, says }], future: isFree ? history.future : [] }
}

/**
 * The history without what concerns these files, whose texts were replaced without a step: undoing it would put splices
 * where they don't belong. Other files of the same steps can still be undone.
 */
export function forgetFiles(history: History, paths: readonly FilePath[]): History {
  const forgotten = new Set(paths)
  const forget = (steps: readonly Step[]): readonly Step[] => {
    // A file that was renamed to or from a forgotten one goes with it.
    for (const { change } of steps)
      for (const [path, edit] of change.files)
        if (edit.type === 'rename' && (forgotten.has(path) || forgotten.has(edit.to))) forgotten.add(path).add(edit.to)
    return steps.flatMap(step => {
      const files = new Map([...step.change.files].filter(([path]) => !forgotten.has(path)))
      if (files.size === step.change.files.size) return [step]
      const isEmpty = files.size === 0 && (step.change.layout?.size ?? 0) === 0 && !step.change.marks
      return isEmpty ? [] : [{ ...step, change: { ...step.change, files } }]
    })
  }
  return paths.length === 0 ? history : { past: forget(history.past), future: forget(history.future) }
}

/** Files by every path that they have before or behind the change. */
function touchedBy(change: Change): ReadonlySet<FilePath> {
  const paths = [...change.files].flatMap(([path, edit]) => (edit.type === 'rename' ? [path, edit.to] : [path]))
  return new Set(paths)
}

function isDisjoint(a: ReadonlySet<FilePath>, b: ReadonlySet<FilePath>): boolean {
  return [...a].every(path => !b.has(path))
}
