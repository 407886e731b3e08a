import { useState } from 'react'
import { applyPlan, choosePrune, planApply, setConfirming } from '../store/cluster/apply'
import { chosenContext } from '../store/cluster/cluster-state'
import type { PlannedRun } from '../store/cluster/cluster-state'
import { countPlan, countsSay, lossBy } from '../store/cluster/plan-words'
import { counted } from '../store/naming'
import { useApp, useSession } from '../store/session'
import { closeDialog } from '../store/view'
import { Button } from '../ui/button'
import { Switch } from '../ui/field'
import { Icon } from '../ui/icon'
import { ApplyFrame } from './apply-frame'
import { CommandLines } from './command-lines'
import { LinkButton, Note } from './failure-note'
import { PlanList } from './plan-list'
import css from './plan.module.css'

type PlanViewProps = { readonly run: PlannedRun; readonly onClose: () => void }

/** The plan: what would happen to each object, and the exact commands. */
export function PlanView({ run, onClose }: PlanViewProps) {
  const session = useSession()
  const { plan, choices, made } = run
  const isStale = useApp(state => made !== null && state.open?.design.workspace.objects !== made)
  const [showsSame, setShowsSame] = useState(false)
  const counts = countPlan(plan, choices)
  const removed = plan.objects.filter(object => object.state === 'removed').length
  const same = plan.objects.filter(object => object.state === 'unchanged').length
  const shown = showsSame ? plan.objects : plan.objects.filter(object => object.state !== 'unchanged')
  const asks = plan.confirmation.needs !== 'nothing' || lossBy(plan, choices) !== null
  const go = () => (asks ? setConfirming(session, true) : void applyPlan(session))
  return (
    <ApplyFrame
      title={plan.purpose === 'undo' ? 'Undo the apply' : 'Apply to cluster'}
      onClose={onClose}
      foot={
        <>
          <span className={css.counts} role="status">
            {countsSay(counts)}
          </span>
          <span className={css.push} />
          <Button
            disabled={counts.all === 0 && removed === 0}
            onClick={() => {
              closeDialog(session)
              session.parts.canvas?.fit()
            }}
          >
            Show on the canvas
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={isStale || counts.all === 0 || counts.blocked > 0} onClick={go}>
            {`Apply ${counted(counts.all, 'change')}${asks ? '…' : ''}`}
          </Button>
        </>
      }
    >
      <Where context={plan.context} />
      {isStale && (
        <Note tone="warning">
          The design has changed since it was compared.{' '}
          <LinkButton onClick={() => void planApply(session)}>Compare again</LinkButton>
        </Note>
      )}
      {shown.length > 0 && <PlanList objects={shown} choices={choices} />}
      <div className={css.below}>
        {same > 0 && (
          <p className={css.muted}>
            {counted(same, 'object')} unchanged.{' '}
            <LinkButton onClick={() => setShowsSame(!showsSame)}>{showsSame ? 'Hide' : 'Show'}</LinkButton>
          </p>
        )}
        {removed > 0 && (
          <div className={css.check}>
            <Switch
              on={choices.prune}
              label={`Delete ${counted(removed, 'object')} in no file any more`}
              onChange={on => choosePrune(session, on)}
            />
            <span>Delete {counted(removed, 'object')} that this design made and that is in no file any more</span>
          </div>
        )}
        {plan.purpose === 'apply' && <p className={css.muted}>{plan.pruneSays}</p>}
        {counts.blocked > 0 && (
          <Note tone="warning">
            {counted(counts.blocked, 'object')} can’t be applied like this. Settle that first, or leave it out: nothing
            is applied by halves.
          </Note>
        )}
        {plan.commands.length > 0 && <CommandLines commands={plan.commands} />}
      </div>
    </ApplyFrame>
  )
}

/** Which cluster this is about, always in sight. */
export function Where({ context }: { readonly context: string }) {
  const chosen = useApp(state => state.cluster.chosen)
  const known = useApp(state => chosenContext(state.cluster))
  return (
    <p className={css.where}>
      <Icon name="i-cluster" />
      <b>{context}</b>
      {chosen && <span>objects without a namespace go to {chosen.namespace}</span>}
      {known?.isProtected && (
        <span className={css.guard}>
          <Icon name="i-lock" size="s" />
          Protected
        </span>
      )}
    </p>
  )
}
