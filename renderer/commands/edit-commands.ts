import { goToYamlAndBack } from '../store/reveal'
import { redo, redoable, undo, undoable } from '../store/history'
import type { State } from '../store/state'
import { duplicateSelected } from '../store/edits'
import { openMove, openRename, renamables, unwireSelected } from '../store/refactor'
import { copySelected, pasteFromClipboard } from '../store/clipboard'
import { openDialog } from '../store/view'
import type { Named } from '../../shared/relations/renames/named'
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
      if (object !== undefined) openRename(session, object)
    },
  },
  renameCommand('label', 'Rename a label…'),
  renameCommand('service-port', 'Rename a port…', 'container-port'),
  renameCommand('key', 'Rename a key…'),
  renameCommand('container', 'Rename a container…'),
  renameCommand('volume', 'Rename a volume…'),
  {
    id: 'rename-namespace',
    label: 'Rename the namespace…',
    icon: 'i-pencil',
    where: 'window',
    available: state => namespaceOfSelected(state) !== null,
    run: session => {
      const namespace = namespaceOfSelected(session.store.getState())
      if (namespace !== null) openDialog(session, { type: 'rename', named: { what: 'namespace', namespace } })
    },
  },
  {
    id: 'move-to-namespace',
    label: 'Move to namespace…',
    icon: 'i-folder',
    where: 'window',
    available: state => namespaceOfSelected(state) !== null,
    run: openMove,
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

/** Renames a part of the selected object that others use by its name: the dialog offers all of its sort. */
function renameCommand(what: Named['what'], label: string, or: Named['what'] = what): Command {
  const first = (state: State) => renamables(state).find(named => named.what === what || named.what === or)
  return {
    id: `rename-${what}`,
    label,
    icon: 'i-pencil',
    where: 'window',
    available: state => first(state) !== undefined,
    run: session => {
      const named = first(session.store.getState())
      if (named) openDialog(session, { type: 'rename', named })
    },
  }
}

function namespaceOfSelected({ open, selection }: State): string | null {
  const [id] = selection.objects
  return (id !== undefined && open?.design.workspace.object(id)?.namespace) || null
}

function undoableNow({ open }: State): string | null {
  return open && undoable(open.history)
}

function redoableNow({ open }: State): string | null {
  return open && redoable(open.history)
}

function withStep(label: string, step: string | null): string {
  return step === null ? label : `${label}: ${step}`
}
