import { useCallback, useState } from 'react'
import { askCluster } from '../store/cluster/ask'
import { useApp, useSession } from '../store/session'
import { agoInWords } from '../start/ago'
import { FailureNote, LinkButton } from './failure-note'
import type { TabProps } from './live-drawer'
import css from './live-drawer.module.css'
import { LiveTable } from './live-table'
import { useAsked } from './use-asked'

/** What was reported of the object, the newest first. */
export function EventsTab({ of, context }: TabProps) {
  const session = useSession()
  const [turn, setTurn] = useState(0)
  const version = useApp(state => state.cluster.live?.states)
  const { apiVersion, kind, namespace, name } = of
  const ask = useCallback(
    () => askCluster(session, 'cluster:events', { context, ref: { apiVersion, kind, namespace, name } }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- asked again on demand, and when the object does something else
    [session, context, apiVersion, kind, namespace, name, turn, version],
  )
  const events = useAsked(ask)
  if (!events) return <p className={css.none}>Asking.</p>
  if (!events.ok) return <FailureNote failure={events.failure} />
  return (
    <div className={css.scroller} tabIndex={0} role="region" aria-label="Events of the object">
      <p>
        <LinkButton onClick={() => setTurn(turn + 1)}>Look again</LinkButton>
      </p>
      {events.value.length === 0 ? (
        <p className={css.muted}>Nothing was reported lately.</p>
      ) : (
        <LiveTable caption="Events" heads={['Reason', 'When', 'Times', 'What']}>
          {events.value.map((event, n) => (
            <tr key={n} data-tone={event.type === 'Warning' ? 'warning' : undefined}>
              <td>{event.reason}</td>
              <td>{agoInWords(event.at, new Date())}</td>
              <td>{event.count}</td>
              <td>{event.message}</td>
            </tr>
          ))}
        </LiveTable>
      )}
    </div>
  )
}
