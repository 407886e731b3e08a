import type { KeptWork } from '../../shared/host'
import { agoInWords } from '../start/ago'
import { counted } from '../store/naming'
import { discardRecovery, recover } from '../store/recovery'
import { useSession } from '../store/session'
import { closeDialog } from '../store/view'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import css from './delete-dialog.module.css'

/** Offers what a window left that ended without saving. Nothing on disk changes before the user saves. */
export function RecoverDialog({ kept }: { readonly kept: KeptWork }) {
  const session = useSession()
  const close = () => closeDialog(session)
  return (
    <Dialog
      title="Unsaved work was found"
      says={`Chartroom ended with ${counted(kept.files.length, 'unsaved file')} ${kept.folder === null ? 'of a new design' : `in ${kept.folder}`}. Kept: ${agoInWords(kept.keptAt, new Date()).toLowerCase()}.`}
      onClose={close}
      foot={
        <>
          <Button
            look="danger"
            onClick={() => {
              close()
              void discardRecovery(session, kept)
            }}
          >
            Discard
          </Button>
          <Button onClick={close}>Later</Button>
          <Button
            look="primary"
            onClick={() => {
              close()
              void recover(session, kept)
            }}
          >
            Recover unsaved work
          </Button>
        </>
      }
    >
      <ul className={css.dangling}>
        {kept.files.map(file => (
          <li key={file}>{file}</li>
        ))}
      </ul>
    </Dialog>
  )
}
