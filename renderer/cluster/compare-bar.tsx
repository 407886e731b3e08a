import { forgetPlan } from '../store/cluster/apply'
import { countPlan, countsSay } from '../store/cluster/plan-words'
import { useApp, useSession } from '../store/session'
import { openDialog } from '../store/view'
import { Button, IconButton } from '../ui/button'
import { Icon } from '../ui/icon'
import css from './compare-bar.module.css'
import { planShown } from './use-comparison'

/** What the marks on the cards are of, and the way to the plan and out of it. */
export function CompareBar() {
  const session = useSession()
  const run = useApp(planShown)
  if (!run) return null
  return (
    <div className={css.bar} role="group" aria-label="Comparison">
      <Icon name="i-split" />
      <span className={css.says}>
        <b>{run.plan.context}</b> {countsSay(countPlan(run.plan, run.choices))}
      </span>
      <Button size="s" look="outline" onClick={() => openDialog(session, { type: 'apply' })}>
        Show the plan
      </Button>
      <IconButton icon="i-x" label="End the comparison" size="s" onClick={() => forgetPlan(session)} />
    </div>
  )
}
