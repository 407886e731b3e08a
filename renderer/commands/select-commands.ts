import { selectConnected, selectEverything, selectKind, selectNamespaces, selectNeighbours } from '../store/select-many'
import { hasDesign, hasObjects } from './command'
import type { Command } from './command'

/** What takes more into the selection. */
export const selectCommands: readonly Command[] = [
  {
    id: 'select-all',
    label: 'Select all',
    keys: 'Ctrl A',
    where: 'canvas',
    available: hasDesign,
    run: selectEverything,
  },
  {
    id: 'select-kind',
    label: 'Select all of the same kind',
    where: 'canvas',
    available: hasObjects,
    run: selectKind,
  },
  {
    id: 'select-namespace',
    label: 'Select all in the namespace',
    where: 'canvas',
    available: hasObjects,
    run: selectNamespaces,
  },
  {
    id: 'select-neighbours',
    label: 'Select what is one step away',
    where: 'canvas',
    available: hasObjects,
    run: selectNeighbours,
  },
  {
    id: 'select-connected',
    label: 'Select all that is connected',
    where: 'canvas',
    available: hasObjects,
    run: selectConnected,
  },
]
