import { chains } from '../../shared/relations/chains'
import type { Alignment } from '../../shared/layout/align'
import type { CanvasHandle } from '../canvas/canvas-props'
import { openDialog } from '../store/view'
import type { Session } from '../store/session'
import { hasDesign, hasObjects, hasOneObject } from './command'
import type { Command } from './command'

/** What the canvas is asked to do. It hears its own keys itself; the rows tell them to menus and the palette. */
export const canvasCommands: readonly Command[] = [
  row('arrange', 'Arrange', 'i-arrange', 'A', canvas => canvas.arrange()),
  {
    id: 'arrange-selection',
    label: 'Arrange the selection',
    icon: 'i-arrange',
    where: 'canvas',
    available: state => state.open !== null && state.selection.objects.length > 1,
    run: ({ parts }) => parts.canvas?.arrangeSelection(),
  },
  {
    id: 'views',
    label: 'Views…',
    icon: 'i-eye',
    keys: 'V',
    where: 'canvas',
    available: hasDesign,
    run: session => openDialog(session, { type: 'views' }),
  },
  row('fit', 'Fit', 'i-fit', '1', canvas => canvas.fit()),
  row('zoom-100', 'Zoom to 100%', undefined, '0', canvas => canvas.zoomTo(1)),
  { ...row('zoom-selection', 'Zoom to selection', undefined, '2', c => c.zoomToSelection()), available: hasObjects },
  row('zoom-in', 'Zoom in', 'i-plus', '+', canvas => canvas.zoomBy(1.25)),
  row('zoom-out', 'Zoom out', 'i-minus', '-', canvas => canvas.zoomBy(0.8)),
  row('minimap', 'Show or hide the minimap', 'i-minimap', 'M', canvas => canvas.toggleMinimap()),
  { ...row('show-around', 'Show only what is connected', undefined, 'O', c => c.showAround()), available: hasObjects },
  row('go-back', 'Back to the last place', undefined, '[', canvas => canvas.goBack(-1)),
  row('go-forward', 'Forward to the next place', undefined, ']', canvas => canvas.goBack(1)),
  row('add-note', 'Add a note', 'i-pencil', 'T', canvas => canvas.addNote()),
  {
    id: 'add-frame',
    label: 'Frame the selection',
    where: 'canvas',
    available: hasObjects,
    run: ({ parts }) => parts.canvas?.addFrame(),
  },
  {
    ...row('toggle-namespace', 'Collapse or expand the namespace', undefined, 'G', c => c.toggleNamespaces()),
    available: hasObjects,
  },
  alignRow('left', 'Align left edges'),
  alignRow('top', 'Align top edges'),
  alignRow('spread-across', 'Spread evenly across'),
  alignRow('spread-down', 'Spread evenly down'),
  row('show-all', 'Show all', 'i-eye', '3', canvas => canvas.showAll()),
  ...chains.map(({ name, label }, i) =>
    row(`lens-${name}`, `${label} lens`, undefined, String(i + 4), canvas => canvas.lookThrough(name)),
  ),
  {
    id: 'connect',
    label: 'Connect…',
    icon: 'i-link',
    keys: 'C',
    where: 'canvas',
    available: hasOneObject,
    run: session => {
      const [object] = session.store.getState().selection.objects
      if (object !== undefined) session.parts.canvas?.connectFrom(object)
    },
  },
]

function alignRow(how: Alignment, label: string): Command {
  return {
    id: `align-${how}`,
    label,
    where: 'canvas',
    available: state => state.open !== null && state.selection.objects.length > 1,
    run: ({ parts }) => parts.canvas?.align(how),
  }
}

function row(
  id: string,
  label: string,
  icon: string | undefined,
  keys: string,
  ask: (canvas: CanvasHandle) => void,
): Command {
  const run = ({ parts }: Session) => {
    if (parts.canvas) ask(parts.canvas)
  }
  return { id, label, keys, where: 'canvas', available: hasDesign, run, ...(icon === undefined ? {} : { icon }) }
}
