import { compareWithCluster, openApply, planUndo } from '../store/cluster/apply'
import { startLive, stopLive } from '../store/cluster/live'
import { focusIn } from '../window/regions'
import type { Session } from '../store/session'
import { isPanelOn, openDialog, setPanel } from '../store/view'
import type { State } from '../store/state'
import { hasDesign } from './command'
import type { Command } from './command'

/** A cluster is chosen for the open design. */
function hasCluster(state: State): boolean {
  return state.open !== null && state.cluster.chosen !== null
}

/** What goes to a cluster, and what comes from one. */
export const clusterCommands: readonly Command[] = [
  {
    id: 'apply',
    label: 'Apply',
    icon: 'i-apply',
    keys: 'Ctrl Shift A',
    where: 'window',
    available: hasDesign,
    run: openApply,
  },
  {
    id: 'compare-cluster',
    label: 'Compare with the cluster',
    icon: 'i-split',
    where: 'window',
    available: hasCluster,
    run: session => void compareWithCluster(session),
  },
  {
    id: 'undo-apply',
    label: 'Undo the last apply…',
    icon: 'i-undo',
    where: 'window',
    available: state => hasCluster(state) && state.cluster.undo?.context === state.cluster.chosen?.context,
    run: session => {
      const { undo } = session.store.getState().cluster
      if (undo) void planUndo(session, undo.token)
    },
  },
  {
    id: 'drift',
    label: 'Take changes from the cluster…',
    icon: 'i-history',
    where: 'window',
    available: hasCluster,
    run: session => openDialog(session, { type: 'drift' }),
  },
  {
    id: 'import',
    label: 'Import from a cluster…',
    icon: 'i-download',
    where: 'window',
    available: hasDesign,
    run: session => openDialog(session, { type: 'import' }),
  },
  {
    id: 'live',
    label: 'Watch the cluster',
    icon: 'i-eye',
    keys: 'L',
    where: 'canvas',
    available: hasCluster,
    run: session => (session.store.getState().cluster.live ? stopLive(session) : startLive(session)),
  },
  {
    id: 'live-details',
    label: 'Live: status, logs, events…',
    icon: 'i-rows',
    keys: 'Shift L',
    where: 'canvas',
    available: hasCluster,
    run: showLive,
  },
  {
    id: 'cluster-commands',
    label: 'Commands that ran…',
    icon: 'i-terminal',
    where: 'window',
    available: hasDesign,
    run: session => openDialog(session, { type: 'cluster-commands' }),
  },
]

/** Opens the drawer with the keyboard in it, watches the cluster where nobody does yet, or closes the drawer. */
function showLive(session: Session): void {
  const { view, cluster } = session.store.getState()
  if (isPanelOn(view, 'live', false)) return setPanel(session, 'live', false)
  setPanel(session, 'live', true)
  if (!cluster.live) startLive(session)
  requestAnimationFrame(() => focusIn('live'))
}
