import { leaveCluster } from './cluster/contexts'
import { rememberOpen } from './last-window'
import { closeFolder } from './open-folder'
import type { Session } from './session'
import { NOTHING_SELECTED } from './state'
import { hasUnsavedWork } from './unsaved'
import { openDialog } from './view'

/** Goes on with what would put another design in place of this one; asks first where there is unsaved work. */
export function whenSaved(session: Session, then: () => void): void {
  if (!hasUnsavedWork(session.store.getState())) then()
  else openDialog(session, { type: 'unsaved', then })
}

/** Back to the start page. Unsaved work is gone: ask first. */
export function closeDesign(session: Session): void {
  leaveCluster(session)
  closeFolder(session)
  rememberOpen(session, null)
  session.store.setState({ open: null, selection: NOTHING_SELECTED, file: null, reveal: null, dialog: null })
}
