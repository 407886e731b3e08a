import { useCallback, useMemo } from 'react'
import { canWire } from '../../shared/relations/wire'
import type { ObjectId } from '../../shared/workspace/kube-object'
import { Canvas } from '../canvas/canvas'
import type { CanvasHandle, CanvasProps } from '../canvas/canvas-props'
import { dropKind, makeMissing, placeCards, unwire } from '../store/edits'
import { goToYaml } from '../store/reveal'
import { select } from '../store/selection'
import { setCanvas, useApp, useSession } from '../store/session'
import { themeOf } from '../store/state'
import type { OpenDesign } from '../store/state'
import { announce } from '../store/toasts'
import { openDialog } from '../store/view'
import { offerWire } from '../store/wiring'
import { shownObjects } from './shown-objects'
import { focusIn } from './regions'

/** The canvas on the open design. */
export function DesignCanvas({ open }: { readonly open: OpenDesign }) {
  const session = useSession()
  const { design } = open
  const selection = useApp(state => state.selection)
  const filter = useApp(state => state.filter)
  const theme = useApp(state => themeOf(state.view))
  const { objects } = design.workspace
  const shown = useMemo(
    () => shownObjects(objects, design.problemsByObject, filter),
    [objects, design.problemsByObject, filter],
  )
  const targetsOf = useCallback((from: ObjectId) => canWire(design.graph, from), [design.graph])
  const register = useCallback(
    (handle: CanvasHandle | null) => {
      setCanvas(session, handle)
    },
    [session],
  )
  const callbacks = useCallbacks()
  return (
    <Canvas
      ref={register}
      designKey={open.key}
      objects={objects}
      graph={design.graph}
      complete={open.reading === null}
      problems={design.problemsByObject}
      places={design.places}
      selection={selection}
      shown={shown}
      hiddenGroups={filter.hiddenGroups}
      theme={theme}
      targetsOf={targetsOf}
      {...callbacks}
    />
  )
}

type Callbacks = Pick<CanvasProps, Exclude<Extract<keyof CanvasProps, `on${string}`>, 'onArrangeProgress'>>

/** What the canvas says back, as verbs of the store. The same functions for the life of the session. */
function useCallbacks(): Callbacks {
  const session = useSession()
  return useMemo(
    () => ({
      onSelect: selection => select(session, selection),
      onMove: places => placeCards(session, places),
      onArrange: places => placeCards(session, places, 'Arrange'),
      onWire: (from, to, at) => offerWire(session, from, to, at),
      onUnwire: relation => unwire(session, relation),
      onOpen: id => {
        select(session, { objects: [id], relation: null })
        requestAnimationFrame(() => focusIn('inspector'))
      },
      onRename: object => openDialog(session, { type: 'rename-object', object }),
      onDelete: ids => openDialog(session, { type: 'delete-objects', objects: ids }),
      onDropKind: (kind, point, namespace, onto) => {
        const made = dropKind(session, kind, point, namespace, onto)
        if (made !== null && onto !== null) offerWire(session, made, onto, middleOfWindow())
      },
      onNew: () => openDialog(session, { type: 'commands' }),
      onCreateMissing: (relation, point) => makeMissing(session, relation, point),
      onGoToYaml: id => goToYaml(session, id),
      onMenu: (target, at) => openDialog(session, { type: 'menu', target, at }),
      onAnnounce: sentence => announce(session, sentence),
    }),
    [session],
  )
}

function middleOfWindow() {
  return { clientX: window.innerWidth / 2, clientY: window.innerHeight / 3 }
}
