import { useState } from 'react'
import type { ClusterRef } from '../../shared/cluster/cluster-ref'
import type { KubeObject } from '../../shared/workspace/kube-object'
import { refOnCluster } from '../store/cluster/act'
import { startLive } from '../store/cluster/live'
import { titleOf } from '../store/naming'
import { useApp, useSession } from '../store/session'
import { setPanel } from '../store/view'
import { IconButton } from '../ui/button'
import { Segmented } from '../ui/segmented'
import { DescribeTab } from './describe-tab'
import { EventsTab } from './events-tab'
import { LinkButton } from './failure-note'
import { LiveActions } from './live-actions'
import css from './live-drawer.module.css'
import { LogsTab } from './logs-tab'
import { PortsTab } from './ports-tab'
import { StatusTab } from './status-tab'
import { unreachable } from '../unreachable'

type Tab = 'status' | 'events' | 'logs' | 'describe' | 'ports'
const TABS: readonly { readonly value: Tab; readonly label: string }[] = [
  { value: 'status', label: 'Status' },
  { value: 'events', label: 'Events' },
  { value: 'logs', label: 'Logs' },
  { value: 'describe', label: 'Describe' },
  { value: 'ports', label: 'Ports' },
]

/** What the selected object does on the cluster, and what can be done with it there. */
export function LiveDrawer() {
  const session = useSession()
  const [tab, setTab] = useState<Tab>('status')
  const object = useApp(({ open, selection }) => {
    const [id] = selection.objects
    return id === undefined ? null : (open?.design.workspace.object(id) ?? null)
  })
  const cluster = useApp(state => state.cluster)
  const ref = object && refOnCluster(cluster, object)
  return (
    <section className={css.drawer} aria-label="Live" data-region="live">
      <header className={css.head}>
        <span className={css.title}>{object ? titleOf(object) : 'Live'}</span>
        <Segmented label="What to see" value={tab} choices={TABS} onChange={setTab} />
        <span className={css.push} />
        {object && ref && <LiveActions key={object.id} object={object} of={ref} />}
        <IconButton
          icon="i-chevron-down"
          label="Close live"
          className={css.close}
          size="s"
          onClick={() => setPanel(session, 'live', false)}
        />
      </header>
      <div className={css.body}>
        {!cluster.chosen ? (
          <p className={css.none}>Choose a cluster first.</p>
        ) : !object || !ref ? (
          <p className={css.none}>Select a card to see what it does on {cluster.chosen.context}.</p>
        ) : tab === 'status' && !cluster.live ? (
          <p className={css.none}>
            The cluster is not watched. <LinkButton onClick={() => startLive(session)}>Watch it</LinkButton>
          </p>
        ) : (
          <TabOf key={object.id} tab={tab} object={object} of={ref} context={cluster.chosen.context} />
        )}
      </div>
    </section>
  )
}

/** What a tab of the drawer is about. */
export type TabProps = { readonly object: KubeObject; readonly of: ClusterRef; readonly context: string }

function TabOf({ tab, ...props }: TabProps & { readonly tab: Tab }) {
  switch (tab) {
    case 'status':
      return <StatusTab {...props} />
    case 'events':
      return <EventsTab {...props} />
    case 'logs':
      return <LogsTab {...props} />
    case 'describe':
      return <DescribeTab {...props} />
    case 'ports':
      return <PortsTab {...props} />
    default:
      return unreachable(tab)
  }
}
