import { goToYamlAndBack } from '../store/reveal'
import { redo, redoable, undo, undoable } from '../store/history'
import type { State } from '../store/state'
import { duplicateSelected, unwireSelected } from '../store/edits'
import { copySelected, pasteFromClipboard } from '../store/clipboard'
import { openDialog } from '../store/view'
import { hasDesign, hasObjects, hasOneObject } from './command'
import type { Command } from './command'

/** Changes of the design, and steps between them. */
export const editCommands: readonly Command[] = [
  {
    id: 'undo',
    label: 'Undo',
    icon: 'i-undo',
    keys: 'Ctrl Z',
    where: 'window',
    available: state => undoableNow(state) !== null,
    hint: state => withStep('Undo', undoableNow(state)),
    run: undo,
  },
  {
    id: 'redo',
    label: 'Redo',
    icon: 'i-redo',
    keys: 'Ctrl Shift Z',
    where: 'window',
    available: state => redoableNow(state) !== null,
    hint: state => withStep('Redo', redoableNow(state)),
    run: redo,
  },
  {
    id: 'rename-object',
    label: 'Rename…',
    icon: 'i-pencil',
    keys: 'F2',
    where: 'canvas',
    available: hasOneObject,
    run: session => {
      const [object] = session.store.getState().selection.objects
      if (object !== undefined) openDialog(session, { type: 'rename-object', object })
    },
  },
  {
    id: 'copy-yaml',
    label: 'Copy as YAML',
    icon: 'i-copy',
    keys: 'Ctrl C',
    where: 'canvas',
    available: hasObjects,
    run: session => void copySelected(session),
  },
  {
    id: 'paste-yaml',
    label: 'Paste YAML',
    icon: 'i-file',
    keys: 'Ctrl V',
    where: 'canvas',
    available: hasDesign,
    run: session => void pasteFromClipboard(session),
  },
  {
    id: 'duplicate',
    label: 'Duplicate',
    icon: 'i-copy',
    keys: 'Ctrl D',
    where: 'canvas',
    available: hasObjects,
    run: duplicateSelected,
  },
  {
    id: 'delete-objects',
    label: 'Delete…',
    icon: 'i-trash',
    keys: 'Delete',
    where: 'canvas',
    available: hasObjects,
    run: session =>
      openDialog(session, { type: 'delete-objects', objects: session.store.getState().selection.objects }),
  },
  {
    id: 'unwire',
    label: 'Un-wire',
    icon: 'i-unlink',
    where: 'canvas',
    available: state => state.open !== null && state.selection.relation !== null,
    run: unwireSelected,
  },
  {
    id: 'go-to-yaml',
    label: 'Go to YAML, and back',
    icon: 'i-rows',
    keys: 'Ctrl Enter',
    where: 'window',
    available: hasDesign,
    run: goToYamlAndBack,
  },
]

function undoableNow({ open }: State): string | null {
  return open && undoable(open.history)
}

function redoableNow({ open }: State): string | null {
  return open && redoable(open.history)
}

function withStep(label: string, step: string | null): string {
  return step === null ? label : `${label}: ${step}`
}
