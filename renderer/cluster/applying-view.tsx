import { stopApplying } from '../store/cluster/apply'
import type { ApplyingRun } from '../store/cluster/cluster-state'
import { refKey } from '../../shared/cluster/cluster-ref'
import { useSession } from '../store/session'
import { Button } from '../ui/button'
import { ApplyFrame } from './apply-frame'
import { CommandLines } from './command-lines'
import css from './plan.module.css'
import { ResultList } from './result-list'

type ApplyingViewProps = { readonly run: ApplyingRun; readonly onClose: () => void }

/** Progress, object by object. */
export function ApplyingView({ run, onClose }: ApplyingViewProps) {
  const session = useSession()
  const { plan, choices, results, says, done, of, isStopping } = run
  const objects = plan.objects
    .filter(object => object.state !== 'unchanged' && (object.state !== 'removed' || choices.prune))
    .map(({ apiVersion, kind, namespace, name, ...object }) => {
      const ref = { apiVersion, kind, namespace, name, id: object.id }
      return { ...ref, result: results.get(refKey(ref)) ?? null }
    })
  return (
    <ApplyFrame
      title={`Applying to ${plan.context}`}
      onClose={onClose}
      foot={
        <>
          <span className={css.muted}>You can close this; the status bar keeps counting.</span>
          <span className={css.push} />
          <Button look="outline" disabled={isStopping} autoFocus onClick={() => stopApplying(session)}>
            {isStopping ? 'Stopping' : 'Stop'}
          </Button>
        </>
      }
    >
      <p role="status">{isStopping ? 'Stopping: what was sent already is waited for.' : says}</p>
      <div
        className={css.progress}
        role="progressbar"
        aria-label="Applying"
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={done}
      >
        <span style={{ width: `${of > 0 ? (done / of) * 100 : 0}%` }} />
      </div>
      <ResultList objects={objects} />
      <div className={css.below}>{plan.commands.length > 0 && <CommandLines commands={plan.commands} />}</div>
    </ApplyFrame>
  )
}
