import type { FilePath } from '../../shared/workspace/kube-object'
import { settleConflict } from '../store/from-disk'
import { startMerge } from '../store/merge'
import { save } from '../store/save'
import { useSession } from '../store/session'
import { closeDialog } from '../store/view'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'

/** Another program wrote files that have unsaved changes here. Nothing is written until the user chose. */
export function ChangedOnDiskDialog({ files }: { readonly files: readonly FilePath[] }) {
  const session = useSession()
  const keepMine = async () => {
    closeDialog(session)
    await settleConflict(session, new Map(files.map(file => [file, 'mine'])))
    await save(session)
  }
  const takeTheirs = () => {
    closeDialog(session)
    void settleConflict(session, new Map(files.map(file => [file, 'theirs'])))
  }
  const merge = () => {
    closeDialog(session)
    void startMerge(session, files)
  }
  return (
    <Dialog
      title="Changed on disk"
      says={`Another program changed ${files.length === 1 ? 'a file' : 'files'} with unsaved changes here. Theirs can be undone; what you write over can't.`}
      onClose={() => closeDialog(session)}
      foot={
        <>
          <Button onClick={() => closeDialog(session)}>Decide later</Button>
          <Button look="outline" onClick={takeTheirs}>
            Take theirs
          </Button>
          <Button look="danger" onClick={() => void keepMine()}>
            Keep mine and save
          </Button>
          <Button look="primary" onClick={merge}>
            Merge…
          </Button>
        </>
      }
    >
      <ul>
        {files.map(file => (
          <li key={file}>{file}</li>
        ))}
      </ul>
    </Dialog>
  )
}
