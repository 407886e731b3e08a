import { useApp, useSession } from '../store/session'
import { forgetPlan, openApply, stopPlanning } from '../store/cluster/apply'
import { closeDialog } from '../store/view'
import { ApplyEnded } from './apply-ended'
import { ApplyFrame } from './apply-frame'
import { ApplyingView } from './applying-view'
import { ChooseCluster } from './choose-cluster'
import { ConfirmView } from './confirm-view'
import { NotPlanned } from './not-planned'
import { PlanView } from './plan-view'
import { PlanningView } from './planning-view'
import { unreachable } from '../unreachable'

/** From the plan to the account: nothing reaches a cluster that was not seen here. */
export function ApplyDialog() {
  const session = useSession()
  const run = useApp(state => state.cluster.run)
  const isChosen = useApp(state => state.cluster.chosen !== null)
  const leave = () => {
    closeDialog(session)
    stopPlanning(session)
    forgetPlan(session)
  }
  if (!run)
    return (
      <ApplyFrame title="Apply to cluster" onClose={leave}>
        {isChosen ? null : <ChooseCluster then={() => openApply(session)} />}
      </ApplyFrame>
    )
  switch (run.stage) {
    case 'planning':
      return <PlanningView context={run.context} onClose={leave} />
    case 'not-planned':
      return <NotPlanned failure={run.failure} onClose={leave} />
    case 'planned':
      return <PlanView run={run} onClose={leave} />
    case 'confirming':
      return <ConfirmView run={run} onClose={leave} />
    case 'applying':
      return <ApplyingView run={run} onClose={() => closeDialog(session)} />
    case 'ended':
      return <ApplyEnded run={run} onClose={leave} />
    default:
      return unreachable(run)
  }
}
