import { useState } from 'react'
import type { FocusEvent, FormEvent } from 'react'
import type { FilePath } from '../../shared/workspace/kube-object'
import { tryMoveFile, tryNewFile } from '../store/files'
import { useSession } from '../store/session'
import { closeDialog } from '../store/view'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import css from './rename-dialog.module.css'

/** Asks for a path: of a new file, or the new one of a file that is there. A slash makes folders. */
export function FilePathDialog({ file }: { readonly file: FilePath | null }) {
  const session = useSession()
  const [path, setPath] = useState(file ?? '')
  const [refusal, setRefusal] = useState<string | null>(null)
  const close = () => closeDialog(session)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = path.trim()
    if (wanted === '' || wanted === file) return close()
    const why = file === null ? tryNewFile(session, wanted) : tryMoveFile(session, file, wanted)
    if (why === null) close()
    else setRefusal(why)
  }
  return (
    <Dialog
      width="s"
      title={file === null ? 'New file' : `Rename or move ${file}`}
      says="The path inside the folder, such as shop/web.yaml."
      onClose={close}
      foot={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" type="submit" form="file-path">
            {file === null ? 'Make' : 'Move'}
          </Button>
        </>
      }
    >
      <form id="file-path" onSubmit={submit}>
        <Field
          aria-label="Path"
          code
          autoFocus
          value={path}
          placeholder="shop/web.yaml"
          onChange={event => setPath(event.target.value)}
          onFocus={selectName}
          wrong={refusal !== null}
          aria-describedby={refusal === null ? undefined : 'file-path-refusal'}
        />
        {refusal !== null && (
          <p id="file-path-refusal" role="alert" className={css.refusal}>
            {refusal}
          </p>
        )}
      </form>
    </Dialog>
  )
}

/** Selects the name without its folders and its ending: what is changed most. */
function selectName({ target }: FocusEvent<HTMLInputElement>): void {
  const start = target.value.lastIndexOf('/') + 1
  const dot = target.value.lastIndexOf('.')
  target.setSelectionRange(start, dot > start ? dot : target.value.length)
}
