import { Button } from '../ui/button'
import { ApplyFrame } from './apply-frame'
import css from './plan.module.css'

/** The server is being asked what would change. */
export function PlanningView({ context, onClose }: { readonly context: string; readonly onClose: () => void }) {
  return (
    <ApplyFrame title="Apply to cluster" onClose={onClose} foot={<Button onClick={onClose}>Cancel</Button>}>
      <p role="status">Asking {context} what would change. Nothing is changed by that.</p>
      <div className={css.waiting} role="progressbar" aria-label="Comparing" />
    </ApplyFrame>
  )
}
