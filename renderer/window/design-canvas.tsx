import { memo, useCallback, useMemo, useState } from 'react'
import type { Problem } from '../../shared/checks/problem'
import type { Relation } from '../../shared/relations/relation'
import { weightOf } from '../../shared/relations/weights'
import { canWire } from '../../shared/relations/wire'
import { takersOf } from '../../shared/workspace/commands/add-connected'
import { updateDesign } from '../../shared/workspace/design'
import type { ObjectId } from '../../shared/workspace/kube-object'
import { NO_MARKS } from '../../shared/workspace/layout-marks'
import { emptyWorkspace } from '../../shared/workspace/workspace'
import { Canvas } from '../canvas/canvas'
import type { CanvasHandle, CanvasProps, KindReference } from '../canvas/canvas-props'
import { dropKindOnto } from '../store/canvas-edits'
import { rememberLook } from '../store/last-window'
import { keepNotes, lookAtNamespaces } from '../store/marks'
import { dropKind, makeMissing, placeCards } from '../store/edits'
import { dropIntoNamespace, openRename, unwire, weigh } from '../store/refactor'
import { goToYaml } from '../store/reveal'
import { select } from '../store/selection'
import { setCanvas, useApp, useSession } from '../store/session'
import { themeOf } from '../store/state'
import { announce } from '../store/toasts'
import { clearFilter, openDialog } from '../store/view'
import { offerWire } from '../store/wiring'
import { Button } from '../ui/button'
import { useComparison } from '../cluster/use-comparison'
import { shownObjects } from './shown-objects'
import { focusIn } from './regions'

/**
 * The canvas on the open design. It reads slices, not the whole: with thousands of cards in view a repaint is dear, and
 * typing in a comment changes none of them.
 */
export function DesignCanvas() {
  const session = useSession()
  const designKey = useApp(state => state.open?.key ?? '')
  const firstLook = useApp(state => state.open?.look ?? null)
  const isComplete = useApp(state => state.open?.reading === null)
  const objects = useApp(state => state.open?.design.workspace.objects ?? NOTHING.workspace.objects)
  const graph = useApp(state => state.open?.design.graph ?? NOTHING.graph)
  const places = useApp(state => state.open?.design.places ?? NOTHING.places)
  const problems = useSameProblems(useApp(state => state.open?.design.problemsByObject ?? NOTHING.problemsByObject))
  const marks = useApp(state => state.open?.design.workspace.layout.marks ?? NO_MARKS)
  const selection = useApp(state => state.selection)
  const filter = useApp(state => state.filter)
  const theme = useApp(state => themeOf(state.view))
  const comparison = useComparison()
  const live = useApp(state => state.cluster.live?.states)
  const drawn = comparison?.objects ?? objects
  const shown = useMemo(() => shownObjects(drawn, problems, filter), [drawn, problems, filter])
  const targetsOf = useCallback((from: ObjectId) => canWire(graph, from), [graph])
  const targetsOfKind = useCallback((kind: KindReference) => takersOf(graph, kind), [graph])
  const weightFor = useCallback((relation: Relation) => weightOf(graph, relation), [graph])
  const register = useCallback(
    (handle: CanvasHandle | null) => {
      setCanvas(session, handle)
    },
    [session],
  )
  const callbacks = useCallbacks()
  return (
    <CanvasOfSameProps
      ref={register}
      designKey={designKey}
      firstLook={firstLook}
      objects={drawn}
      graph={comparison?.graph ?? graph}
      readOnly={comparison !== null}
      marks={comparison?.marks}
      edgeMarks={comparison?.edgeMarks}
      live={live}
      complete={isComplete}
      problems={problems}
      places={places}
      notes={marks.notes}
      looks={marks.namespaces}
      selection={selection}
      shown={shown}
      hiddenGroups={filter.hiddenGroups}
      theme={theme}
      targetsOf={targetsOf}
      targetsOfKind={targetsOfKind}
      weightOf={weightFor}
      whenEmpty={isComplete ? WHY_EMPTY : null}
      {...callbacks}
    />
  )
}

/** Why there is no card, and what to do about it. */
function WhyEmpty() {
  const session = useSession()
  const hidden = useApp(state => state.open?.design.workspace.objects.length ?? 0)
  if (hidden === 0) return <p>No manifest here yet. Drag a kind from the left, press N, or paste YAML.</p>
  return (
    <>
      <p>The filter hides all {hidden} cards.</p>
      <Button size="s" onClick={() => clearFilter(session)}>
        Show all
      </Button>
    </>
  )
}

const WHY_EMPTY = <WhyEmpty />

/** Every rendering of the canvas paints it anew. */
const CanvasOfSameProps = memo(Canvas)

const NOTHING = updateDesign(null, emptyWorkspace())

type ProblemsByObject = ReadonlyMap<ObjectId, readonly Problem[]>

/** The map from before while it says the same of every object. Where a problem stands in its file is nothing to a card. */
function useSameProblems(map: ProblemsByObject): ProblemsByObject {
  const [kept, keep] = useState(map)
  if (kept === map || isSame(kept, map)) return kept
  keep(map)
  return map
}

function isSame(one: ProblemsByObject, other: ProblemsByObject): boolean {
  if (one.size !== other.size) return false
  for (const [id, problems] of one) if (!saysSame(problems, other.get(id))) return false
  return true
}

function saysSame(one: readonly Problem[], other: readonly Problem[] | undefined): boolean {
  if (one === other) return true
  if (one.length !== other?.length) return false
  return one.every((problem, n) => {
    const same = other[n]
    return problem.severity === same?.severity && problem.message === same.message
  })
}

type Callbacks = Pick<CanvasProps, Extract<keyof CanvasProps, `on${string}`>>

/** What the canvas says back, as verbs of the store. The same functions for the life of the session. */
function useCallbacks(): Callbacks {
  const session = useSession()
  return useMemo(
    () => ({
      onSelect: selection => select(session, selection),
      onMove: places => placeCards(session, places),
      onArrange: places => placeCards(session, places, 'Arrange'),
      onNotes: (notes, cards) => keepNotes(session, notes, cards),
      onCollapse: (namespaces, isCollapsed) => lookAtNamespaces(session, { namespaces, isCollapsed }),
      onShowAll: () => clearFilter(session),
      onRest: look => rememberLook(session, look),
      onWire: (from, to, at) => offerWire(session, from, to, at),
      onUnwire: relation => unwire(session, relation),
      onWeigh: (relation, weight) => weigh(session, relation, weight),
      onDropInto: (ids, namespace, places) => dropIntoNamespace(session, ids, namespace, places),
      onOpen: id => {
        select(session, { objects: [id], relation: null })
        requestAnimationFrame(() => focusIn('inspector'))
      },
      onRename: object => openRename(session, object),
      onDelete: ids => openDialog(session, { type: 'delete-objects', objects: ids }),
      onDropKind: (kind, point, namespace, onto) => {
        if (onto === null) dropKind(session, kind, point, namespace, null)
        else dropKindOnto(session, kind, point, onto)
      },
      onNew: at => openDialog(session, { type: 'commands', at }),
      onCreateMissing: (relation, point) => makeMissing(session, relation, point),
      onGoToYaml: id => goToYaml(session, id),
      onMenu: (target, at) => openDialog(session, { type: 'menu', target, at }),
      onAnnounce: sentence => announce(session, sentence),
    }),
    [session],
  )
}
