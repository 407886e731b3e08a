import { useMemo, useState } from 'react'
import type { FocusEvent, FormEvent } from 'react'
import type { FilePath, ObjectId } from '../../shared/workspace/kube-object'
import { tryMergeFile, tryMoveFile, tryMoveToFile, tryNewFile } from '../store/files'
import { titleOf } from '../store/naming'
import { useApp, useSession } from '../store/session'
import { closeDialog } from '../store/view'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import css from './rename-dialog.module.css'

/** What a path is asked for. */
type Ask = {
  readonly title: string
  readonly says: string
  readonly verb: string
  /** What stands there at first: choosing it changes nothing. */
  readonly start: FilePath
  /** Files that can be chosen; a path may also be written. */
  readonly files: readonly FilePath[]
  /** Does it, or answers why it can't be done. */
  readonly run: (path: FilePath) => string | null
}

const PATH = 'The path inside the folder, such as shop/web.yaml.'

/** Asks for the path of a new file, or the new one of a file that is there. A slash makes folders. */
export function FilePathDialog({ file }: { readonly file: FilePath | null }) {
  const session = useSession()
  if (file === null)
    return (
      <PathDialog
        title="New file"
        says={PATH}
        verb="Make"
        start=""
        files={NO_FILES}
        run={path => tryNewFile(session, path)}
      />
    )
  return (
    <PathDialog
      title={`Rename or move ${file}`}
      says={PATH}
      verb="Move"
      start={file}
      files={NO_FILES}
      run={path => tryMoveFile(session, file, path)}
    />
  )
}

/** Asks for the file that an object is moved to. */
export function ObjectFileDialog({ object: id }: { readonly object: ObjectId }) {
  const session = useSession()
  const object = useApp(state => state.open?.design.workspace.object(id) ?? null)
  const files = useOtherFiles(object?.file)
  if (!object) return null
  return (
    <PathDialog
      title={`Move ${titleOf(object)} to a file`}
      says={`As it is written, comments included, behind what is there. ${PATH}`}
      verb="Move"
      start={object.file}
      files={files}
      run={path => tryMoveToFile(session, id, path)}
    />
  )
}

/** Asks for the file that another one is merged into. */
export function MergeFileDialog({ file }: { readonly file: FilePath }) {
  const session = useSession()
  const files = useOtherFiles(file)
  return (
    <PathDialog
      title={`Merge ${file} into a file`}
      says="Its documents go behind those of the other file, as they are written."
      verb="Merge"
      start=""
      files={files}
      run={into => tryMergeFile(session, file, into)}
    />
  )
}

const NO_FILES: readonly FilePath[] = []

function useOtherFiles(file: FilePath | undefined): readonly FilePath[] {
  const files = useApp(state => state.open?.design.workspace.files ?? null)
  return useMemo(() => [...(files?.keys() ?? [])].filter(path => path !== file).sort(), [files, file])
}

function PathDialog({ title, says, verb, start, files, run }: Ask) {
  const session = useSession()
  const [path, setPath] = useState(start)
  const [refusal, setRefusal] = useState<string | null>(null)
  const close = () => closeDialog(session)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = path.trim()
    if (wanted === '' || wanted === start) return close()
    const why = run(wanted)
    if (why === null) close()
    else setRefusal(why)
  }
  return (
    <Dialog
      width="s"
      title={title}
      says={says}
      onClose={close}
      foot={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" type="submit" form="file-path">
            {verb}
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
          list={files.length > 0 ? 'file-path-files' : undefined}
          onChange={event => setPath(event.target.value)}
          onFocus={selectName}
          wrong={refusal !== null}
          aria-describedby={refusal === null ? undefined : 'file-path-refusal'}
        />
        {files.length > 0 && (
          <datalist id="file-path-files">
            {files.map(each => (
              <option key={each} value={each} />
            ))}
          </datalist>
        )}
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
