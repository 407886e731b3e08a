import type { ObjectId } from '../../shared/workspace/kube-object'
import { useApp, useSession } from '../store/session'
import { setPanel } from '../store/view'
import { Icon } from '../ui/icon'
import css from './live-line.module.css'

/** How an object does on the cluster, in a sentence that leads to the rest of it. */
export function LiveLine({ id }: { readonly id: ObjectId }) {
  const session = useSession()
  const live = useApp(state => state.cluster.live?.states.get(id))
  if (!live) return null
  return (
    <button type="button" className={css.line} data-live={live.state} onClick={() => setPanel(session, 'live', true)}>
      <Icon name={`s-${live.state}`} size="s" />
      <span>{live.says}</span>
    </button>
  )
}
