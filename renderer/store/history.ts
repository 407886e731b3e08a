import { redo as redoStep, undo as undoStep } from '../../shared/workspace/history'
import type { History } from '../../shared/workspace/history'
import { settle } from './change'
import type { Session } from './session'
import { announce } from './toasts'

/** Takes the last step back. */
export function undo(session: Session): void {
  step(session, 'Undo')
}

/** Makes the step again that was taken back last. */
export function redo(session: Session): void {
  step(session, 'Redo')
}

/** What "Undo" would take back, as its change says it; null when there is nothing. */
export function undoable(history: History): string | null {
  return history.past.at(-1)?.says ?? null
}

/** What "Redo" would make again; null when there is nothing. */
export function redoable(history: History): string | null {
  return history.future.at(-1)?.says ?? null
}

function step(session: Session, direction: 'Undo' | 'Redo'): void {
  const { open } = session.store.getState()
  if (!open) return
  const says = direction === 'Undo' ? undoable(open.history) : redoable(open.history)
  const stepped =
    direction === 'Undo' ? undoStep(open.design.workspace, open.history) : redoStep(open.design.workspace, open.history)
  if (!stepped || says === null) return
  const { applied, history } = stepped
  const done = `${direction}: ${says}`
  settle(session, { ...open, history }, applied.workspace, {
    select: applied.made.length > 0 ? applied.made : null,
    done,
  })
  announce(session, done)
}
