import { useMemo } from 'react'
import type { Relation } from '../../shared/relations/relation'
import { disconnect } from '../../shared/workspace/commands/disconnect'
import { unwireAllTheSame } from '../store/refactor'
import { useApp, useSession } from '../store/session'
import { closeDialog } from '../store/view'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import css from './delete-dialog.module.css'

/** Un-wiring this would do more than end the tie: it says what, and asks. */
export function UnwireDialog({ relation }: { readonly relation: Relation }) {
  const session = useSession()
  const design = useApp(state => state.open?.design ?? null)
  const planned = useMemo(() => design && disconnect(design, { relations: [relation] }), [design, relation])
  if (!planned?.ok) return null
  const close = () => closeDialog(session)
  const goOn = () => {
    close()
    unwireAllTheSame(session, relation)
    session.parts.canvas?.focus()
  }
  return (
    <Dialog
      width="s"
      title={`${planned.change.says}?`}
      says="This does more than end the one tie:"
      onClose={close}
      foot={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="danger" autoFocus onClick={goOn}>
            Un-wire
          </Button>
        </>
      }
    >
      <ul aria-label="Consequences" className={css.dangling}>
        {planned.consequences.map(({ code, says }) => (
          <li key={`${code} ${says}`}>{says}</li>
        ))}
      </ul>
    </Dialog>
  )
}
