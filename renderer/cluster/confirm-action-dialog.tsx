import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Confirmation } from '../../shared/cluster/contexts'
import { useSession } from '../store/session'
import { closeDialog } from '../store/view'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Note } from './failure-note'
import css from './plan.module.css'
import { WordField } from './word-field'

type ConfirmActionProps = {
  readonly confirmation: Confirmation
  readonly says: string
  readonly then: (confirmed: string) => void
}

/** Asks before something is done to what runs on a cluster that is protected, or new. */
export function ConfirmActionDialog({ confirmation, says, then }: ConfirmActionProps) {
  const session = useSession()
  const [typed, setTyped] = useState('')
  if (confirmation.needs === 'nothing') return null
  const word = confirmation.needs === 'typing' ? confirmation.word : null
  const answer = word ?? (confirmation.needs === 'agreement' ? confirmation.context : '')
  const isConfirmed = word === null || typed === word
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isConfirmed) then(answer)
  }
  return (
    <Dialog
      title={`${says}?`}
      onClose={() => closeDialog(session)}
      foot={
        <>
          <Button onClick={() => closeDialog(session)}>Cancel</Button>
          <Button look="primary" type="submit" form="confirm-action" disabled={!isConfirmed} autoFocus={word === null}>
            {says}
          </Button>
        </>
      }
    >
      <form id="confirm-action" className={css.below} onSubmit={submit}>
        <Note tone="warning" icon="i-lock">
          {confirmation.why}
        </Note>
        {word !== null && <WordField autoFocus word={word} typed={typed} onType={setTyped} />}
      </form>
    </Dialog>
  )
}
