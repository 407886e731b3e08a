import type { Imported } from '../../shared/cluster/imported'
import { refTitle } from '../store/cluster/plan-words'
import { counted } from '../store/naming'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { FailureNote } from './failure-note'
import css from './import-dialog.module.css'

type ImportedViewProps = {
  readonly imported: Imported
  readonly onBack: () => void
  readonly onClose: () => void
  readonly onTake: () => void
}

/** What was read, before it comes into the design. */
export function ImportedView({ imported, onBack, onClose, onTake }: ImportedViewProps) {
  const { files, objects, left, failures } = imported
  return (
    <Dialog
      width="l"
      title="Import from a cluster"
      says={`${counted(objects, 'object')} in ${counted(files.length, 'file')}. They come into the design as one step, and are saved when you save.`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onBack}>Back</Button>
          <span className={css.count} />
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" autoFocus disabled={objects === 0} onClick={onTake}>
            {`Import ${counted(objects, 'object')}`}
          </Button>
        </>
      }
    >
      <ul className={css.files} aria-label="Files" tabIndex={0}>
        {files.map(({ path }) => (
          <li key={path}>{path}</li>
        ))}
      </ul>
      {failures.length > 0 && (
        <div className={css.notes}>
          {failures.map(({ kind, failure }) => (
            <FailureNote key={kind} failure={{ code: failure.code, message: `${kind}: ${failure.message}` }} />
          ))}
        </div>
      )}
      {left.length > 0 && (
        <details className={css.left}>
          <summary>{counted(left.length, 'object')} left out</summary>
          <ul>
            {left.map(({ why, ...ref }) => (
              <li key={`${refTitle(ref)} ${ref.namespace ?? ''}`}>
                {refTitle(ref)}: {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Dialog>
  )
}
