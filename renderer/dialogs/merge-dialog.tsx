import { useCallback, useRef, useState } from 'react'
import { createMergeEditor } from '../source/merge-editor'
import type { MergeEditor } from '../source/merge-editor'
import { finishMerge } from '../store/merge'
import type { OpenMerge } from '../store/merge'
import { counted } from '../store/naming'
import { useSession } from '../store/session'
import { closeDialog } from '../store/view'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import css from './merge-dialog.module.css'

/** Both edits of a file in one text; where they conflict, the user takes mine or theirs, or writes something else. */
export function MergeDialog({ merge }: { readonly merge: OpenMerge }) {
  const session = useSession()
  const editor = useRef<MergeEditor | null>(null)
  // Null until the editor has counted.
  const [open, setOpen] = useState<number | null>(null)
  // A dialog's content comes to the page later than its effects.
  const hold = useCallback(
    (parent: HTMLDivElement) => {
      const made = createMergeEditor(parent, merge, setOpen)
      editor.current = made
      return () => {
        editor.current = null
        made.destroy()
      }
    },
    [merge],
  )
  const take = () => {
    const text = editor.current?.text()
    closeDialog(session)
    if (text !== undefined) void finishMerge(session, merge, text)
  }
  return (
    <Dialog
      width="l"
      title={`Merge ${merge.file}`}
      says={
        open === 0
          ? 'Nothing is left to choose.'
          : `${open === null ? '' : `${counted(open, 'conflict')} to choose. `}All else of both is in the text already, and nothing is written yet.`
      }
      onClose={() => closeDialog(session)}
      foot={
        <>
          <Button onClick={() => closeDialog(session)}>Decide later</Button>
          <Button look="primary" disabled={open !== 0} onClick={take}>
            Use this text
          </Button>
        </>
      }
    >
      <div ref={hold} className={css.editor} />
    </Dialog>
  )
}
