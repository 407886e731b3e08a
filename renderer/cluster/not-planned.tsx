import { planApply } from '../store/cluster/apply'
import type { Failure } from '../store/cluster/ask'
import { useSession } from '../store/session'
import { Button } from '../ui/button'
import { ApplyFrame } from './apply-frame'
import { FailureNote } from './failure-note'

/** The cluster could not be asked, or would not be told: why, and the way to try it again. */
export function NotPlanned({ failure, onClose }: { readonly failure: Failure; readonly onClose: () => void }) {
  const session = useSession()
  return (
    <ApplyFrame
      title="Apply to cluster"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button look="primary" autoFocus onClick={() => void planApply(session)}>
            Compare again
          </Button>
        </>
      }
    >
      <FailureNote failure={failure} />
    </ApplyFrame>
  )
}
