import { conditionsOf } from '../../shared/cluster/live/condition'
import { podState, restartsOf } from '../../shared/cluster/live/pod-state'
import { textAt } from '../../shared/yaml/plain'
import { liveObject, livePods } from '../store/cluster/live'
import { useApp, useSession } from '../store/session'
import { Icon } from '../ui/icon'
import { FailureNote } from './failure-note'
import type { TabProps } from './live-drawer'
import css from './live-drawer.module.css'
import { LiveTable } from './live-table'

/** How the object does, its conditions in its controller's words, and its pods. */
export function StatusTab({ object, of }: TabProps) {
  const session = useSession()
  // Asked anew whenever something else is known.
  useApp(state => state.cluster.live?.version)
  const state = useApp(({ cluster }) => cluster.live?.states.get(object.id))
  const watched = useApp(({ cluster }) => cluster.live?.kinds.get(`${of.apiVersion}/${of.kind}`))
  const live = liveObject(session, object)
  const conditions = live ? conditionsOf(live) : []
  const pods = object.kind === 'Pod' ? [] : livePods(session, object)
  return (
    <div className={css.scroller} tabIndex={0} role="region" aria-label="Status of the object">
      {watched?.failure && <FailureNote failure={watched.failure} />}
      {state ? (
        <p className={css.says} data-live={state.state}>
          <Icon name={`s-${state.state}`} size="s" />
          {state.says}
        </p>
      ) : (
        <p className={css.muted}>The cluster says nothing of how a {of.kind} does.</p>
      )}
      {pods.length > 0 && (
        <LiveTable caption="Pods" heads={['Name', 'Node', 'Restarts', 'Status']}>
          {pods.map(pod => {
            const name = textAt(pod, 'metadata', 'name') ?? ''
            const how = podState(pod)
            return (
              <tr key={name}>
                <td>{name}</td>
                <td>{textAt(pod, 'spec', 'nodeName') ?? ''}</td>
                <td>{restartsOf(pod)}</td>
                <td>
                  <span className={css.glyph} data-live={how.state}>
                    <Icon name={`s-${how.state}`} size="s" />
                  </span>
                  {how.says}
                </td>
              </tr>
            )
          })}
        </LiveTable>
      )}
      {conditions.length > 0 && (
        <LiveTable caption="Conditions" heads={['Condition', 'Is', 'Why']}>
          {conditions.map(condition => (
            <tr key={condition.type}>
              <td>{condition.type}</td>
              <td>{condition.status}</td>
              <td>{condition.message || condition.reason}</td>
            </tr>
          ))}
        </LiveTable>
      )}
    </div>
  )
}
