import { openFolder } from '../store/open-folder'
import { saveInto } from '../store/save'
import { useApp, useSession } from '../store/session'
import { ApplyDialog } from '../cluster/apply-dialog'
import { ClusterCommandsDialog } from '../cluster/cluster-commands-dialog'
import { ConfirmActionDialog } from '../cluster/confirm-action-dialog'
import { DriftDialog } from '../cluster/drift-dialog'
import { ImportDialog } from '../cluster/import-dialog'
import { ChangedOnDiskDialog } from './changed-on-disk-dialog'
import { CommandsDialog } from './commands-dialog'
import { ConnectPopover } from './connect-popover'
import { DeleteDialog } from './delete-dialog'
import { ExportDialog } from './export-dialog'
import { FileMenu } from './file-menu'
import { FilePathDialog, MergeFileDialog, ObjectFileDialog } from './file-path-dialog'
import { FolderDialog } from './folder-dialog'
import { KeysDialog } from './keys-dialog'
import { MergeDialog } from './merge-dialog'
import { MoveDialog } from './move-dialog'
import { ObjectMenu } from './object-menu'
import { RecoverDialog } from './recover-dialog'
import { RenameDialog } from './rename-dialog'
import { SearchDialog } from './search-dialog'
import { UnsavedDialog } from './unsaved-dialog'
import { UnwireDialog } from './unwire-dialog'
import { ViewsDialog } from './views-dialog'
import { unreachable } from '../unreachable'

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = useApp(state => state.dialog)
  if (!dialog) return null
  switch (dialog.type) {
    case 'commands':
      return <CommandsDialog at={dialog.at ?? null} />
    case 'search':
      return <SearchDialog />
    case 'pick-folder':
      return <PickFolder purpose={dialog.purpose} />
    case 'export':
      return <ExportDialog />
    case 'export-folder':
      return <FolderDialog purpose="export" then={dialog.then} />
    case 'rename':
      return <RenameDialog named={dialog.named} />
    case 'move-to-namespace':
      return <MoveDialog {...dialog} />
    case 'unwire':
      return <UnwireDialog relation={dialog.relation} />
    case 'file-path':
      return <FilePathDialog file={dialog.file} />
    case 'object-file':
      return <ObjectFileDialog object={dialog.object} />
    case 'merge-file':
      return <MergeFileDialog file={dialog.file} />
    case 'file-menu':
      return <FileMenu file={dialog.file} at={dialog.at} />
    case 'delete-objects':
      return <DeleteDialog ids={dialog.objects} />
    case 'changed-on-disk':
      return <ChangedOnDiskDialog files={dialog.files} />
    case 'merge':
      return <MergeDialog merge={dialog.merge} />
    case 'recover':
      return <RecoverDialog kept={dialog.kept} />
    case 'unsaved':
      return <UnsavedDialog then={dialog.then} />
    case 'apply':
      return <ApplyDialog />
    case 'import':
      return <ImportDialog />
    case 'confirm-action':
      return <ConfirmActionDialog {...dialog} />
    case 'drift':
      return <DriftDialog />
    case 'cluster-commands':
      return <ClusterCommandsDialog />
    case 'keys':
      return <KeysDialog />
    case 'views':
      return <ViewsDialog />
    case 'menu':
      return <ObjectMenu target={dialog.target} at={dialog.at} />
    case 'connect':
      return <ConnectPopover {...dialog} />
    default:
      return unreachable(dialog)
  }
}

function PickFolder({ purpose }: { readonly purpose: 'open' | 'save' }) {
  const session = useSession()
  const then = (path: string) => (purpose === 'open' ? openFolder(session, path) : saveInto(session, path))
  return <FolderDialog purpose={purpose} then={then} />
}
