import type { Sample, SampleNote } from '../../shared/patterns/samples'
import { updateDesign } from '../../shared/workspace/design'
import { EMPTY_HISTORY } from '../../shared/workspace/history'
import { applyChange, emptyWorkspace } from '../../shared/workspace/workspace'
import type { Workspace } from '../../shared/workspace/workspace'
import type { Change } from '../../shared/workspace/change'
import { closeFolder, nextKey } from './open-folder'
import type { Session } from './session'
import { NO_FILTER, NOTHING_SELECTED } from './state'

/** An empty design, which asks for its folder at its first save. */
export function startDesign(session: Session): void {
  show(session, 'New design', emptyWorkspace(), [])
}

/** A sample as an unsaved design. */
export function openSample(session: Session, sample: Sample): void {
  show(session, sample.title, sampleWorkspace(sample), sample.notes)
}

/** The workspace that a sample is. Its files are new: nothing of it is on a disk. */
export function sampleWorkspace(sample: Sample): Workspace {
  const files: Change['files'] = new Map(sample.files.map(({ path, text }) => [path, { type: 'create', text }]))
  const change: Change = {
    says: `Open sample ${sample.title}`,
    files,
    ...(sample.layout ? { layout: sample.layout } : {}),
  }
  return applyChange(emptyWorkspace(), change).workspace
}

/** Puts the notes of a sample away. */
export function putNotesAway(session: Session): void {
  session.store.setState(({ open }) => (open ? { open: { ...open, notes: [] } } : {}))
}

function show(session: Session, name: string, workspace: Workspace, notes: readonly SampleNote[]): void {
  closeFolder(session)
  session.store.setState({
    open: {
      key: nextKey(),
      folder: null,
      name,
      design: updateDesign(null, workspace),
      history: EMPTY_HISTORY,
      onDisk: new Map(),
      reading: null,
      notes,
    },
    selection: NOTHING_SELECTED,
    file: null,
    reveal: null,
    filter: NO_FILTER,
    dialog: null,
    lastDone: '',
  })
}
