import { startLive, stopLive } from '../store/cluster/live'
import { useApp, useSession } from '../store/session'
import { openDialog } from '../store/view'
import { Icon } from '../ui/icon'
import css from './cluster-status.module.css'

/** In the foot of the window: how far an apply is, and whether the cluster is watched. */
export function ClusterStatus() {
  const session = useSession()
  const isChosen = useApp(state => state.cluster.chosen !== null)
  const run = useApp(state => state.cluster.run)
  if (!isChosen) return null
  return (
    <>
      {run?.stage === 'applying' && (
        <button type="button" className={css.item} onClick={() => openDialog(session, { type: 'apply' })}>
          <span className={css.progressing}>
            <Icon name="s-progressing" size="s" />
          </span>
          Applied {run.done} of {run.of}
        </button>
      )}
      <LiveToggle />
      <span className={css.rule} />
    </>
  )
}

function LiveToggle() {
  const session = useSession()
  const isOn = useApp(state => state.cluster.live !== null)
  const waiting = useApp(state => {
    const kinds = [...(state.cluster.live?.kinds.values() ?? [])]
    return kinds.some(kind => kind.state === 'waiting')
  })
  const says = !isOn ? 'Not watched' : waiting ? 'Live: the server is away' : 'Live'
  return (
    <button
      type="button"
      className={css.item}
      aria-pressed={isOn}
      title={isOn ? 'Stop watching the cluster' : 'Watch what the objects do on the cluster'}
      onClick={() => (isOn ? stopLive(session) : startLive(session))}
    >
      <span className={waiting ? css.progressing : isOn ? css.ready : css.off}>
        <Icon name={waiting ? 's-progressing' : isOn ? 's-ready' : 's-pending'} size="s" />
      </span>
      {says}
    </button>
  )
}
