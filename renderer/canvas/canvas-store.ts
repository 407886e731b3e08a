import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { boundsOf, overlaps, type Rect } from '../../shared/layout/rect'
import type { ObjectId } from '../../shared/workspace/kube-object'
import type { Note, NoteId } from '../../shared/workspace/layout-marks'
import type { Point } from '../../shared/workspace/change'
import type { Arranging } from './arranging'
import type { CanvasProps } from './canvas-props'
import type { Guide } from './gestures/snap'
import { highlightOf, NO_HIGHLIGHT, type Highlight } from './highlight'
import { NOTHING_PLACED, type Placed } from '../../shared/picture/automatic-places'
import { buildScene } from '../../shared/picture/build-scene'
import type { CardId, Scene, SceneGroup } from '../../shared/picture/scene'
import type { Mounted } from './mounting'
import { WHOLE_DESIGN, type LaneHead, type Scope } from './scene/scene-in-scope'
import { firstView, fitted, seenRect, showing, viewAt, type Size, type View } from './view'

/** What the pointer is doing. Nothing of it is written anywhere until it ends; Escape forgets it. */
export type Gesture =
  | { readonly type: 'pan' }
  | { readonly type: 'marquee'; readonly from: Point; readonly to: Point }
  | {
      readonly type: 'move'
      readonly cards: ReadonlySet<CardId>
      readonly notes: ReadonlySet<NoteId>
      readonly by: Point
      readonly guides: readonly Guide[]
      /** Another namespace whose box the cards are over: dropped here, they go there. */
      readonly into?: SceneGroup | null
    }
  | {
      readonly type: 'wire'
      readonly from: ObjectId
      readonly at: Point
      readonly targets: ReadonlySet<ObjectId>
      readonly over: CardId | null
    }
  /** A note's lower right corner is dragged. */
  | { readonly type: 'resize-note'; readonly note: NoteId; readonly by: Point }
  /** A kind is dragged here from the palette; `targets` are the objects that it can be made for. */
  | { readonly type: 'drop-kind'; readonly targets: ReadonlySet<ObjectId>; readonly over: CardId | null }

/** Everything that the canvas's layers draw from. */
export type CanvasState = {
  readonly props: CanvasProps
  /** The props that the scene was made from: while a design comes in, the window is ahead of the picture. */
  readonly pictured: CanvasProps
  /** The arrangement that is being made between frames. */
  readonly arranging: Arranging | null
  readonly scene: Scene
  /** What part of the design the scene shows; with a lens, `lanes` are its columns. */
  readonly scope: Scope
  readonly lanes: readonly LaneHead[]
  /** How many objects the scope leaves out. */
  readonly hidden: number
  /** Where the user was before he narrowed the scope. */
  readonly viewOfWhole: View | null
  /** Where all cards stand, those that the filters hide included. */
  readonly placed: Placed
  readonly view: View
  /** The wheel or a pinch is zooming now. */
  readonly isZooming: boolean
  /**
   * The view that the elements are made for: while a zoom lasts, the one that it began with, so that what is there is
   * only scaled. What is seen meanwhile is painted.
   */
  readonly settled: View
  readonly size: Size
  /** Where the view was before it went somewhere else by itself, the latest last. */
  readonly visited: { readonly past: readonly View[]; readonly future: readonly View[] }
  /** The user has moved the view, so it is not fitted again when more of the design arrives. */
  readonly viewTouched: boolean
  readonly hovered: CardId | null
  /** A relation's id, or a trunk's. */
  readonly hoveredEdge: string | null
  /** The card that has the keyboard, or had it last: where the arrows start. */
  readonly focused: CardId | null
  /** That card, or one of its edges, has the keyboard now. */
  readonly hasFocus: boolean
  /** Counts up when the card's element shall take the focus, even though the state says that it has it. */
  readonly focusRequest: number
  /** Counts up when the region itself shall take the focus. */
  readonly regionRequest: number
  readonly gesture: Gesture | null
  readonly spaceHeld: boolean
  readonly refused: CardId | null
  /** The card whose list "Connect to" is open. */
  readonly connectingFrom: ObjectId | null
  /** The note that is being written. It is in no file before that is done. */
  readonly writing: { readonly id: NoteId; readonly note: Note } | null
  readonly minimap: boolean
  readonly highlight: Highlight
  /** The cards that are in the DOM. */
  readonly mounted: Mounted
}

const ORIGIN: View = { x: 0, y: 0, zoom: 1 }

/** No place was left yet. */
export const NOWHERE: CanvasState['visited'] = { past: [], future: [] }

export type CanvasStore = StoreApi<CanvasState>

export function createCanvasStore(props: CanvasProps): CanvasStore {
  const scene = buildScene([], [], new Map(), null)
  const store = createStore<CanvasState>(() => ({
    props,
    pictured: props,
    arranging: null,
    scene,
    scope: WHOLE_DESIGN,
    lanes: [],
    hidden: 0,
    viewOfWhole: null,
    placed: NOTHING_PLACED,
    view: ORIGIN,
    isZooming: false,
    settled: ORIGIN,
    size: { width: 0, height: 0 },
    visited: NOWHERE,
    viewTouched: false,
    hovered: null,
    hoveredEdge: null,
    focused: null,
    hasFocus: false,
    focusRequest: 0,
    regionRequest: 0,
    gesture: null,
    spaceHeld: false,
    refused: null,
    connectingFrom: null,
    writing: null,
    minimap: true,
    highlight: NO_HIGHLIGHT,
    mounted: new Map(),
  }))
  return store
}

/** Change the state, and what follows from it: what is highlighted, and the view that the elements are made for. */
export function update(store: CanvasStore, change: Partial<CanvasState>): void {
  const before = store.getState()
  const changed = { ...before, ...change }
  const settled = changed.isZooming ? before.settled : changed.view
  const after = { ...changed, settled }
  const same =
    before.scene === after.scene &&
    before.props.selection === after.props.selection &&
    before.props.edgeMarks === after.props.edgeMarks &&
    before.hovered === after.hovered &&
    before.focused === after.focused &&
    before.hasFocus === after.hasFocus &&
    before.hoveredEdge === after.hoveredEdge
  store.setState(same ? { ...change, settled } : { ...change, settled, highlight: highlightOf(after) })
}

/** Show the design as it opens, as long as the user has not chosen a view. */
export function fitUntouched(store: CanvasStore): void {
  const { size, viewTouched, props } = store.getState()
  const bounds = boundsOfAll(store.getState())
  if (viewTouched || !bounds || size.width === 0) return
  const wanted = props.firstLook ? viewAt(props.firstLook, size) : null
  const isThere = wanted !== null && overlaps(bounds, seenRect(wanted, size))
  update(store, { view: isThere ? wanted : firstView(bounds, aboveBars(size)) })
}

/** Around all cards and notes; null while there are none. A lens shows no notes. */
function boundsOfAll({ scene, scope, props }: CanvasState): Rect | null {
  const notes = scope.lens ? [] : (props.notes?.values() ?? [])
  return boundsOf([...(scene.bounds ? [scene.bounds] : []), ...notes])
}

/** What the bars at the bottom leave free. */
function aboveBars(size: Size): Size {
  return { ...size, height: Math.max(size.height / 2, size.height - BAR) }
}
const BAR = 36

/** Show all of the design, or all of some cards. */
export function fit(store: CanvasStore, cards?: readonly CardId[]): void {
  const { scene, size } = store.getState()
  const rects = cards?.flatMap(id => scene.standsFor(id)?.rect ?? [])
  const bounds = rects ? boundsOf(rects) : boundsOfAll(store.getState())
  if (bounds) visit(store, fitted(bounds, aboveBars(size)))
}

/** Show as much as can be read of what has just been narrowed down to. */
export function goToFirstView(store: CanvasStore): void {
  const bounds = boundsOfAll(store.getState())
  if (bounds) visit(store, firstView(bounds, aboveBars(store.getState().size)))
}

const MOST_VISITED = 50

/** Go to another place of the picture, from which Back leads here. */
export function visit(store: CanvasStore, view: View): void {
  const { view: here, visited } = store.getState()
  if (view.x === here.x && view.y === here.y && view.zoom === here.zoom) return
  setView(store, view)
  update(store, { visited: { past: [...visited.past.slice(-MOST_VISITED), here], future: [] } })
}

/** Back to the place that was left last, or forward to the one that was gone back from. */
export function goBack(store: CanvasStore, step: -1 | 1): void {
  const { view, visited } = store.getState()
  const { past, future } = visited
  const to = step === -1 ? past.at(-1) : future.at(-1)
  if (!to) return
  setView(store, to)
  update(store, {
    visited:
      step === -1
        ? { past: past.slice(0, -1), future: [...future, view] }
        : { past: [...past, view], future: future.slice(0, -1) },
  })
}

/** A view that the user chose. */
export function setView(store: CanvasStore, view: View): void {
  update(store, { view, viewTouched: true })
}

/** Bring a card into view. */
export function bringIntoView(store: CanvasStore, id: CardId): void {
  const { scene, view, size } = store.getState()
  const card = scene.standsFor(id)
  if (card) visit(store, showing(view, card.rect, size))
}

const CanvasContext = createContext<CanvasStore | null>(null)
export const CanvasStoreProvider = CanvasContext.Provider

export function useCanvasStore(): CanvasStore {
  const store = useContext(CanvasContext)
  if (!store) throw new Error('Parts of the canvas stand inside <Canvas>')
  return store
}

/** A part of the state. Pick something that keeps its identity while it is the same. */
export function useCanvas<T>(pick: (state: CanvasState) => T): T {
  return useStore(useCanvasStore(), pick)
}
