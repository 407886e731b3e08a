import { useState } from 'react'
import type { FormEvent } from 'react'
import { applyPlan, setConfirming } from '../store/cluster/apply'
import type { PlannedRun } from '../store/cluster/cluster-state'
import { countPlan, countsSay, lossBy } from '../store/cluster/plan-words'
import { counted } from '../store/naming'
import { useSession } from '../store/session'
import { Button } from '../ui/button'
import { ApplyFrame } from './apply-frame'
import { Note } from './failure-note'
import { WordField } from './word-field'
import css from './plan.module.css'

type ConfirmViewProps = { readonly run: PlannedRun; readonly onClose: () => void }

/**
 * The last question before something is sent: an agreement for a cluster that is new, a name to type for a protected one
 * and for data that would be lost.
 */
export function ConfirmView({ run, onClose }: ConfirmViewProps) {
  const session = useSession()
  const { plan, choices } = run
  const { confirmation } = plan
  const [typed, setTyped] = useState('')
  const [typedLoss, setTypedLoss] = useState('')
  const counts = countPlan(plan, choices)
  const word = confirmation.needs === 'typing' ? confirmation.word : null
  const loss = lossBy(plan, choices)
  const isConfirmed = (word === null || typed === word) && (loss === null || typedLoss === loss.word)
  const asksNoWord = word === null && loss === null
  const go = () => {
    if (!isConfirmed) return
    const confirmed = confirmation.needs === 'nothing' ? null : (word ?? plan.context)
    void applyPlan(session, { confirmed, confirmedLoss: loss?.word ?? null })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    go()
  }
  return (
    <ApplyFrame
      title={`Apply to ${plan.context}?`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={() => setConfirming(session, false)}>Back</Button>
          <span className={css.push} />
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={!isConfirmed} autoFocus={asksNoWord} type="submit" form="confirm-apply">
            {`Apply ${counted(counts.all, 'change')}`}
          </Button>
        </>
      }
    >
      <form id="confirm-apply" className={css.below} onSubmit={submit}>
        {confirmation.needs !== 'nothing' && (
          <Note tone="warning" icon="i-lock">
            {confirmation.why} Nothing has been sent yet.
          </Note>
        )}
        <p>{countsSay(counts)}.</p>
        {word !== null && <WordField word={word} typed={typed} autoFocus onType={setTyped} />}
        {loss !== null && (
          <>
            <Note tone="warning">
              {loss.why} An undo makes the object again, empty.
              {loss.objects.length > 1 && ` It is about ${loss.objects.map(({ name }) => name).join(', ')}.`}
            </Note>
            <WordField word={loss.word} typed={typedLoss} autoFocus={word === null} onType={setTypedLoss} />
          </>
        )}
      </form>
    </ApplyFrame>
  )
}
