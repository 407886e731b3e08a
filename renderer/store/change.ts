import { updateDesign } from '../../shared/workspace/design'
import { record } from '../../shared/workspace/history'
import type { Change, Planned } from '../../shared/workspace/change'
import type { ObjectId } from '../../shared/workspace/kube-object'
import { applyChange } from '../../shared/workspace/workspace'
import type { Applied, Workspace } from '../../shared/workspace/workspace'
import { CHECKED_AT_ONCE } from './checks'
import { atMost } from './pace'
import { turnTo } from './reveal'
import type { Session } from './session'
import type { OpenDesign, Selection } from './state'
import { showRefusal } from './toasts'

/**
 * Makes a planned change, or says why it can't be made. The one way in which a design changes by the user's hand:
 * applied, recorded for undo, and selected what the change asks for. Answers what was applied, null for a refusal.
 */
export function perform(session: Session, planned: Planned): Applied | null {
  if (planned.ok) return commit(session, planned.change)
  showRefusal(session, planned)
  return null
}

function commit(session: Session, change: Change): Applied | null {
  const { open } = session.store.getState()
  if (!open) return null
  const applied = applyChange(open.design.workspace, change)
  const history = record(open.history, change, applied, performance.now())
  const isTyping = change.group !== undefined
  settle(session, { ...open, history }, applied.workspace, {
    select: isTyping ? null : (change.select ?? madeOrNull(applied)),
    done: change.says,
  })
  return applied
}

type Settling = { readonly select: readonly ObjectId[] | null; readonly done: string }

/** Puts another workspace into the window: what is computed from it, and a selection without what is gone. */
export function settle(session: Session, open: OpenDesign, workspace: Workspace, { select, done }: Settling): void {
  const design = updateDesign(open.design, workspace, open.design.known, atMost(CHECKED_AT_ONCE))
  session.store.setState(state => ({
    open: { ...open, design },
    selection: stillThere(select ? { objects: select, relation: null } : state.selection, workspace, state.selection),
    file: state.file !== null && workspace.files.has(state.file) ? state.file : null,
    lastDone: done,
    ...turnTo(workspace, select?.[0]),
  }))
}

function madeOrNull(applied: Applied): readonly ObjectId[] | null {
  return applied.made.length > 0 ? applied.made : null
}

/** The selection without objects that are gone; the same one where nothing is, so that nothing is drawn again. */
function stillThere(selection: Selection, workspace: Workspace, before: Selection): Selection {
  const objects = selection.objects.filter(id => workspace.object(id) !== null)
  if (selection === before && objects.length === before.objects.length) return before
  return { objects, relation: objects.length === selection.objects.length ? selection.relation : null }
}
