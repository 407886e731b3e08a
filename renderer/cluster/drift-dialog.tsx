import { useCallback, useEffect, useState } from 'react'
import type { Drift, DriftChange, ObjectDrift } from '../../shared/cluster/drift'
import { cancelTask, newTask } from '../store/cluster/ask'
import type { Failure } from '../store/cluster/ask'
import { acceptDrift, askDrift, driftKey } from '../store/cluster/drift'
import { refTitle } from '../store/cluster/plan-words'
import { counted } from '../store/naming'
import { useSession } from '../store/session'
import { closeDialog, toggled } from '../store/view'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Switch } from '../ui/field'
import { FailureNote, Note } from './failure-note'
import css from './drift-dialog.module.css'

/** What the cluster has otherwise since the last apply; each change is taken into the design or not. */
export function DriftDialog() {
  const session = useSession()
  const [drift, setDrift] = useState<Drift | Failure | null>(null)
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set())
  const ask = useCallback(() => {
    const task = newTask()
    let isGone = false
    void askDrift(session, task).then(answered => {
      if (isGone) return
      setDrift(answered.ok ? answered.value : answered.failure)
      if (answered.ok) setAccepted(new Set(answered.value.objects.flatMap(takenAtFirst)))
    })
    return () => {
      isGone = true
      cancelTask(session, task)
    }
  }, [session])
  useEffect(ask, [ask])
  const close = () => closeDialog(session)
  const found = drift && 'objects' in drift ? drift : null
  return (
    <Dialog
      width="l"
      title="Changes in the cluster"
      says="What somebody else changed since the last apply. What you take is written into the files as one step."
      onClose={close}
      foot={
        <>
          <Button onClick={close}>{found && found.objects.length === 0 ? 'Close' : 'Cancel'}</Button>
          {found && found.objects.length > 0 && (
            <Button
              look="primary"
              disabled={accepted.size === 0}
              onClick={() => acceptDrift(session, found, accepted) && close()}
            >
              {`Take ${counted(accepted.size, 'change')}`}
            </Button>
          )}
        </>
      }
    >
      {drift === null && <p role="status">Comparing with the cluster.</p>}
      {drift && 'code' in drift && <FailureNote failure={drift} />}
      {found?.objects.length === 0 && <p role="status">The cluster has nothing that the design has not.</p>}
      {found?.objects.map(object => (
        <DriftOf
          key={object.id}
          object={object}
          accepted={accepted}
          onToggle={key => setAccepted(toggled(accepted, key))}
        />
      ))}
      {found?.failures.map(({ failure, ...ref }) => (
        <FailureNote
          key={refTitle(ref)}
          failure={{ code: failure.code, message: `${refTitle(ref)}: ${failure.message}` }}
        />
      ))}
    </Dialog>
  )
}

type DriftOfProps = {
  readonly object: ObjectDrift
  readonly accepted: ReadonlySet<string>
  readonly onToggle: (key: string) => void
}

function DriftOf({ object, accepted, onToggle }: DriftOfProps) {
  const title = `${refTitle(object)}${object.namespace === null ? '' : ` in ${object.namespace}`}`
  const gone = driftKey(object, null)
  return (
    <section className={css.object} aria-label={title}>
      <h3 className={css.title}>{title}</h3>
      {object.state === 'gone' && (
        <div className={css.change}>
          <Switch on={accepted.has(gone)} label={`Delete ${refTitle(object)}`} onChange={() => onToggle(gone)} />
          <p>It is not in the cluster any more. Take it out of the design too.</p>
        </div>
      )}
      {object.changes.map(change => {
        const key = driftKey(object, change)
        return (
          <div key={key} className={css.change}>
            <Switch on={accepted.has(key)} label={`Take ${change.path}`} onChange={() => onToggle(key)} />
            <div className={css.words}>
              <p className={css.path}>{change.path}</p>
              <p className={css.values}>
                <Value label="design" value={change.design} /> → <Value label="cluster" value={change.live} />
                {change.manager !== null && <span className={css.manager}> by {change.manager}</span>}
              </p>
              {change.isConflict && (
                <Note tone="warning">
                  The design changed it as well, from <code>{change.applied ?? 'nothing'}</code>. Taking it loses that.
                </Note>
              )}
            </div>
          </div>
        )
      })}
    </section>
  )
}

function Value({ label, value }: { readonly label: string; readonly value: string | null }) {
  return <code title={label}>{value ?? 'nothing'}</code>
}

/** What doesn't lose anything of the design is taken unless it is switched off. */
function takenAtFirst(object: ObjectDrift): readonly string[] {
  return object.changes.filter((change: DriftChange) => !change.isConflict).map(change => driftKey(object, change))
}
