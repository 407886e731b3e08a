import { startDesign } from '../store/new-design'
import { chooseFolder } from '../store/open-folder'
import { closeDesign, whenSaved } from '../store/leave'
import { save } from '../store/save'
import { hasUnsavedWork } from '../store/unsaved'
import { openDialog } from '../store/view'
import { removeFile, split } from '../store/files'
import { copyPicture } from '../store/export'
import { hasDesign, hasOneObject } from './command'
import type { Command } from './command'

/** Opening, beginning, saving and leaving a design. */
export const fileCommands: readonly Command[] = [
  {
    id: 'open-folder',
    label: 'Open folder…',
    icon: 'i-folder',
    keys: 'Ctrl O',
    where: 'window',
    available: () => true,
    run: session => whenSaved(session, () => void chooseFolder(session)),
  },
  {
    id: 'new-design',
    label: 'New design',
    icon: 'i-plus',
    where: 'window',
    available: () => true,
    run: session => whenSaved(session, () => startDesign(session)),
  },
  {
    id: 'new-file',
    label: 'New file…',
    icon: 'i-file',
    where: 'window',
    available: hasDesign,
    run: session => openDialog(session, { type: 'file-path', file: null }),
  },
  {
    id: 'move-file',
    label: 'Rename or move the file…',
    icon: 'i-pencil',
    where: 'window',
    available: state => state.file !== null,
    run: session => openDialog(session, { type: 'file-path', file: session.store.getState().file }),
  },
  {
    id: 'split-file',
    label: 'Split the file into one a document',
    where: 'window',
    available: state => state.file !== null,
    run: session => {
      const { file } = session.store.getState()
      if (file !== null) split(session, file)
    },
  },
  {
    id: 'merge-file',
    label: 'Merge the file into another…',
    where: 'window',
    available: state => state.file !== null,
    run: session => {
      const { file } = session.store.getState()
      if (file !== null) openDialog(session, { type: 'merge-file', file })
    },
  },
  {
    id: 'move-to-file',
    label: 'Move to another file…',
    icon: 'i-file',
    where: 'window',
    available: hasOneObject,
    run: session => {
      const [object] = session.store.getState().selection.objects
      if (object !== undefined) openDialog(session, { type: 'object-file', object })
    },
  },
  {
    id: 'delete-file',
    label: 'Delete the file',
    icon: 'i-trash',
    where: 'window',
    available: state => state.file !== null,
    run: session => {
      const { file } = session.store.getState()
      if (file !== null) removeFile(session, file)
    },
  },
  {
    id: 'save',
    label: 'Save',
    icon: 'i-download',
    keys: 'Ctrl S',
    where: 'window',
    available: state => hasUnsavedWork(state),
    run: session => void save(session),
  },
  {
    id: 'export',
    label: 'Export',
    icon: 'i-external',
    keys: 'Ctrl Shift E',
    where: 'window',
    available: hasDesign,
    run: session => openDialog(session, { type: 'export' }),
  },
  {
    id: 'copy-picture',
    label: 'Copy as picture',
    icon: 'i-copy',
    where: 'window',
    available: hasDesign,
    run: session => void copyPicture(session),
  },
  {
    id: 'close-design',
    label: 'Close',
    icon: 'i-x',
    where: 'window',
    available: hasDesign,
    run: session => whenSaved(session, () => closeDesign(session)),
  },
]
