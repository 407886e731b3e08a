import { useState } from 'react'
import type { FormEvent } from 'react'
import type { ObjectId } from '../../shared/workspace/kube-object'
import { tryRename } from '../store/edits'
import { titleOf } from '../store/naming'
import { useApp, useSession } from '../store/session'
import { closeDialog } from '../store/view'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import css from './rename-dialog.module.css'

/** Asks for an object's new name. It is changed together with every reference to it. */
export function RenameDialog({ id }: { readonly id: ObjectId }) {
  const session = useSession()
  const object = useApp(state => state.open?.design.workspace.object(id) ?? null)
  const [name, setName] = useState(object?.name ?? '')
  const [refusal, setRefusal] = useState<string | null>(null)
  if (!object) return null
  const close = () => closeDialog(session)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = name.trim()
    if (wanted === object.name || wanted === '') return close()
    const why = tryRename(session, id, wanted)
    if (why === null) close()
    else setRefusal(why)
  }
  return (
    <Dialog
      width="s"
      title={`Rename ${titleOf(object)}`}
      says="Every reference to it in this workspace is changed with it."
      onClose={close}
      foot={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" type="submit" form="rename">
            Rename
          </Button>
        </>
      }
    >
      <form id="rename" onSubmit={submit}>
        <Field
          aria-label="Name"
          autoFocus
          value={name}
          onChange={event => setName(event.target.value)}
          onFocus={event => event.target.select()}
          wrong={refusal !== null}
          aria-describedby={refusal === null ? undefined : 'rename-refusal'}
        />
        {refusal !== null && (
          <p id="rename-refusal" role="alert" className={css.refusal}>
            {refusal}
          </p>
        )}
      </form>
    </Dialog>
  )
}
