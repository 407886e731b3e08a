import type { FilePath } from '../../shared/workspace/kube-object'
import type { ScreenPoint } from '../canvas/canvas-props'
import { removeFile, split } from '../store/files'
import { openFile } from '../store/reveal'
import { useSession } from '../store/session'
import { closeDialog, openDialog } from '../store/view'
import { MenuItem, MenuRule, PointMenu } from '../ui/menu'
import { CommandItem } from '../window/command-button'
import { afterDialog } from './after-dialog'

/** What can be done with a file of the tree. */
export function FileMenu({ file, at }: { readonly file: FilePath; readonly at: ScreenPoint }) {
  const session = useSession()
  return (
    <PointMenu at={at} label={file} onClose={() => closeDialog(session)}>
      <MenuItem icon="i-rows" keys="Enter" onChoose={() => openFile(session, file)}>
        Open
      </MenuItem>
      <MenuItem
        icon="i-pencil"
        keys="F2"
        onChoose={() => afterDialog(() => openDialog(session, { type: 'file-path', file }))}
      >
        Rename or move…
      </MenuItem>
      <MenuItem icon="i-split" onChoose={() => split(session, file)}>
        Split into one file a document
      </MenuItem>
      <MenuItem onChoose={() => afterDialog(() => openDialog(session, { type: 'merge-file', file }))}>
        Merge into another file…
      </MenuItem>
      <CommandItem id="new-file" />
      <MenuRule />
      <MenuItem icon="i-trash" keys="Delete" danger onChoose={() => removeFile(session, file)}>
        Delete
      </MenuItem>
    </PointMenu>
  )
}
