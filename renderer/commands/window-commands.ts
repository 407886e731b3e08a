import { focusFilter, focusRegion } from '../window/regions'
import { kubernetesVersions, type KubernetesVersion } from '../../shared/kinds/schemas/versions'
import {
  chooseKubernetes,
  chooseTheme,
  chooseVersions,
  clearFilter,
  isPanelOn,
  openDialog,
  setPanel,
} from '../store/view'
import type { Session } from '../store/session'
import { hasDesign } from './command'
import type { Command } from './command'

/** The window itself: what is shown, and how to get around. */
export const windowCommands: readonly Command[] = [
  {
    id: 'commands',
    label: 'Commands',
    icon: 'i-search',
    keys: 'Ctrl K',
    where: 'window',
    available: () => true,
    run: session => openDialog(session, { type: 'commands' }),
  },
  {
    id: 'search',
    label: 'Search objects and texts…',
    icon: 'i-search',
    keys: 'Ctrl Shift F',
    where: 'window',
    available: hasDesign,
    run: session => openDialog(session, { type: 'search' }),
  },
  {
    id: 'find-in-yaml',
    label: 'Find in YAML',
    icon: 'i-search',
    keys: 'Ctrl F',
    where: 'window',
    available: hasDesign,
    run: session => session.parts.source?.openFind(),
  },
  {
    id: 'filter',
    label: 'Filter cards',
    icon: 'i-filter',
    keys: 'F',
    where: 'canvas',
    available: hasDesign,
    run: () => focusFilter(),
  },
  {
    id: 'clear-filter',
    label: 'Show all cards',
    icon: 'i-eye',
    where: 'window',
    available: hasDesign,
    run: clearFilter,
  },
  {
    id: 'problems',
    label: 'Problems',
    icon: 'i-warning',
    keys: 'P',
    where: 'canvas',
    available: hasDesign,
    run: toggleProblems,
  },
  {
    id: 'next-region',
    label: 'Next region',
    keys: 'F6',
    where: 'window',
    available: hasDesign,
    run: () => focusRegion(1),
  },
  {
    id: 'previous-region',
    label: 'Previous region',
    keys: 'Shift F6',
    where: 'window',
    available: hasDesign,
    run: () => focusRegion(-1),
  },
  {
    id: 'keys',
    label: 'Keyboard shortcuts',
    icon: 'i-keyboard',
    keys: 'F1',
    where: 'window',
    available: () => true,
    run: session => openDialog(session, { type: 'keys' }),
  },
  theme('dark', 'Dark theme'),
  theme('light', 'Light theme'),
  theme('system', 'Theme of the system'),
  ...kubernetesVersions.toSorted().map(kubernetes),
  {
    id: 'versions-on',
    label: 'Tell me of new versions of Chartroom',
    where: 'window',
    available: ({ app, view }) => app.asksForVersions !== null && !view.versions,
    run: session => chooseVersions(session, true),
  },
  {
    id: 'versions-off',
    label: 'Ask nobody for new versions of Chartroom',
    where: 'window',
    available: ({ app, view }) => app.asksForVersions !== null && view.versions,
    run: session => chooseVersions(session, false),
  },
]

function kubernetes(version: KubernetesVersion): Command {
  return {
    id: `kubernetes-${version}`,
    label: `Check against Kubernetes ${version}`,
    where: 'window',
    available: state => state.view.kubernetes !== version,
    run: session => chooseKubernetes(session, version),
  }
}

function theme(name: 'dark' | 'light' | 'system', label: string): Command {
  return {
    id: `theme-${name}`,
    label,
    icon: 'i-eye',
    where: 'window',
    available: state => state.view.theme !== name,
    run: session => chooseTheme(session, name),
  }
}

function toggleProblems(session: Session): void {
  const { view } = session.store.getState()
  setPanel(session, 'problems', !isPanelOn(view, 'problems', false))
}
