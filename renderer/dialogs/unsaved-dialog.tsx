import { counted } from '../store/naming'
import { save } from '../store/save'
import { useApp, useSession } from '../store/session'
import { unsavedWork } from '../store/unsaved'
import { closeDialog } from '../store/view'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'

/** Asks before unsaved work is left behind. */
export function UnsavedDialog({ then }: { readonly then: () => void }) {
  const session = useSession()
  const count = useApp(state => unsavedWork(state).length)
  const close = () => closeDialog(session)
  const saveFirst = async () => {
    close()
    if (await save(session)) then()
  }
  return (
    <Dialog
      width="s"
      title="There are unsaved changes"
      says={`${counted(count, 'file')} would be lost.`}
      onClose={close}
      foot={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button
            look="outline"
            onClick={() => {
              close()
              then()
            }}
          >
            Don’t save
          </Button>
          <Button look="primary" onClick={() => void saveFirst()}>
            Save
          </Button>
        </>
      }
    />
  )
}
