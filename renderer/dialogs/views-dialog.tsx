import { useState } from 'react'
import type { FormEvent } from 'react'
import type { SavedView } from '../../shared/workspace/layout-marks'
import { useApp, useSession } from '../store/session'
import { closeDialog } from '../store/view'
import { forgetView, keepViewNow, showView } from '../store/views'
import { Button, IconButton } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import css from './views-dialog.module.css'

const NO_VIEWS: ReadonlyMap<string, SavedView> = new Map()

/** The kept views: go to one, forget one, or keep what is shown now. */
export function ViewsDialog() {
  const session = useSession()
  const views = useApp(state => state.open?.design.workspace.layout.marks.views ?? NO_VIEWS)
  const [name, setName] = useState('')
  const close = () => closeDialog(session)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (keepViewNow(session, name.trim())) close()
  }
  return (
    <Dialog
      width="s"
      title="Views"
      says="A view is what is filtered, the lens, and the place on the canvas. It is kept with the layout."
      onClose={close}
      foot={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" type="submit" form="keep-view" disabled={name.trim() === ''}>
            {views.has(name.trim()) ? 'Replace' : 'Keep this view'}
          </Button>
        </>
      }
    >
      {views.size > 0 && (
        <ul className={css.views} aria-label="Kept views">
          {[...views.keys()].toSorted().map(kept => (
            <li key={kept} className={css.view}>
              <Button
                className={css.name}
                onClick={() => {
                  close()
                  showView(session, kept)
                }}
              >
                {kept}
              </Button>
              <IconButton icon="i-trash" label={`Forget ${kept}`} size="s" onClick={() => forgetView(session, kept)} />
            </li>
          ))}
        </ul>
      )}
      <form id="keep-view" onSubmit={keep}>
        <Field
          aria-label="Name of the view"
          placeholder="Name of the view"
          autoFocus
          value={name}
          onChange={event => setName(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
