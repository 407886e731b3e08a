import type { Sample } from '../../shared/patterns/samples'
import { placeNotes } from '../../shared/picture/place-notes'
import { sceneOf } from '../../shared/picture/scene-of'
import { updateDesign } from '../../shared/workspace/design'
import { EMPTY_HISTORY } from '../../shared/workspace/history'
import { applyChange, emptyWorkspace } from '../../shared/workspace/workspace'
import type { Workspace } from '../../shared/workspace/workspace'
import type { Change } from '../../shared/workspace/change'
import { layoutKeys } from '../../shared/workspace/layout'
import type { Note } from '../../shared/workspace/layout-marks'
import { rememberOpen } from './last-window'
import { closeFolder, nextKey } from './open-folder'
import type { Session } from './session'
import { NO_FILTER, NOTHING_SELECTED } from './state'

/** An empty design, which asks for its folder at its first save. */
export function startDesign(session: Session): void {
  show(session, 'New design', emptyWorkspace())
}

/** A sample as an unsaved design. */
export function openSample(session: Session, sample: Sample): void {
  show(session, sample.title, withNotes(sampleWorkspace(sample), sample))
}

/** With the sample's notes on the canvas: where it says, else beside everything, level with what they explain. */
function withNotes(workspace: Workspace, { notes }: Sample): Workspace {
  const { graph, places } = updateDesign(null, workspace)
  const ids = new Map([...layoutKeys(workspace.objects)].map(([id, key]) => [key, id]))
  const free = notes.flatMap(({ beside, text, box }) => (box ? [] : [{ beside: ids.get(beside) ?? '', text }]))
  const fixed = notes.flatMap(({ text, box }) =>
    box ? [{ ...box, text, isFrame: false, colour: 'amber' as const, more: {} }] : [],
  )
  const all: readonly Note[] = [...fixed, ...placeNotes(sceneOf(graph, places), free)]
  const marks = { notes: new Map(all.map((note, i) => [`note-${i + 1}`, note])) }
  return applyChange(workspace, { says: 'Add notes', files: new Map(), marks }).workspace
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

function show(session: Session, name: string, workspace: Workspace): void {
  closeFolder(session)
  rememberOpen(session, null)
  session.store.setState({
    open: {
      key: nextKey(),
      folder: null,
      name,
      look: null,
      design: updateDesign(null, workspace),
      history: EMPTY_HISTORY,
      onDisk: new Map(),
      conflicts: new Set(),
      reading: null,
    },
    selection: NOTHING_SELECTED,
    file: null,
    reveal: null,
    filter: NO_FILTER,
    dialog: null,
    lastDone: '',
  })
}
