import type { ApplyOutcome, ObjectResult } from '../../shared/cluster/apply-plan'
import { commandLine } from '../../shared/cluster/command-line'
import type { ObjectId } from '../../shared/workspace/kube-object'
import { planApply, planUndo } from '../store/cluster/apply'
import type { EndedRun } from '../store/cluster/cluster-state'
import { refTitle } from '../store/cluster/plan-words'
import { copyText } from '../store/clipboard'
import { counted } from '../store/naming'
import { select } from '../store/selection'
import { useSession } from '../store/session'
import { Button } from '../ui/button'
import { ApplyFrame } from './apply-frame'
import { CommandLines } from './command-lines'
import { LinkButton, Note } from './failure-note'
import css from './plan.module.css'
import { ResultList, resultWord } from './result-list'

type EndedProps = { readonly run: EndedRun; readonly onClose: () => void }

/** The account: what was done, what was not and why, and the way on or back. */
export function ApplyEnded({ run, onClose }: EndedProps) {
  const session = useSession()
  const { plan, outcome } = run
  const { results, notes, undo, ended } = outcome
  const shown = results.filter(result => result.state !== 'unchanged')
  const left = results.filter(({ state }) => state === 'failed' || state === 'not-started').length
  const show = (id: ObjectId) => {
    onClose()
    select(session, { objects: [id], relation: null })
    session.parts.canvas?.showCard(id)
  }
  return (
    <ApplyFrame
      title={titleOf(outcome, plan.context)}
      onClose={onClose}
      foot={
        <>
          <Button icon="i-copy" onClick={() => void copyText(session, reportOf(outcome), 'Copied the report')}>
            Copy report
          </Button>
          {undo !== null && plan.purpose === 'apply' && (
            <Button icon="i-undo" onClick={() => void planUndo(session, undo)}>
              Undo…
            </Button>
          )}
          <span className={css.push} />
          <Button look={left > 0 ? 'plain' : 'primary'} autoFocus={left === 0} onClick={onClose}>
            Close
          </Button>
          {left > 0 && plan.purpose === 'apply' && (
            <Button look="primary" autoFocus onClick={() => void planApply(session)}>
              {`Apply the other ${left}…`}
            </Button>
          )}
        </>
      }
    >
      {ended === 'cancelled' && <Note>Stopped. What was sent before is done; nothing more was sent.</Note>}
      {shown.length > 0 ? (
        <ResultList objects={shown.map(result => ({ ...result, result }))} help={result => helpFor(result, show)} />
      ) : (
        <p>The cluster has all of it already.</p>
      )}
      <div className={css.below}>
        {notes.map(note => (
          <Note key={note}>{note}</Note>
        ))}
        {outcome.commands.length > 0 && <CommandLines commands={outcome.commands} />}
      </div>
    </ApplyFrame>
  )
}

function helpFor({ id }: ObjectResult, show: (id: ObjectId) => void) {
  return id === null ? null : <LinkButton onClick={() => show(id)}>Show the card</LinkButton>
}

function titleOf({ ended, results }: ApplyOutcome, context: string): string {
  const sent = results.filter(({ state }) => state === 'created' || state === 'changed' || state === 'deleted').length
  const wanted = results.filter(({ state }) => state !== 'unchanged' && state !== 'kept').length
  return ended === 'done' ? `Applied to ${context}` : `Applied ${sent} of ${counted(wanted, 'change')}`
}

function reportOf({ results, notes, commands }: ApplyOutcome): string {
  const lines = results.map(result => {
    const where = result.namespace === null ? '' : ` in ${result.namespace}`
    const why = result.failure ? `: ${result.failure.message}` : ''
    return `${resultWord(result)}\t${refTitle(result)}${where}${why}`
  })
  return `${[...lines, ...notes, ...commands.map(command => `$ ${commandLine(command)}`)].join('\n')}\n`
}
