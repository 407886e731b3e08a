import type { CanvasState } from '../canvas-store'
import { NO_HIGHLIGHT } from '../highlight'
import { fitted, seenRect } from '../view'
import type { Colours } from './colours'
import { areCardsShown, hasCollapseButtons, paintLifted, paintPicture, type PaintSteps } from './paint-picture'
import { place, setSize, type Sheet } from './sheet'

/** So many cards and edges are painted anew for every frame. */
const FEW = 600
/**
 * In milliseconds of a frame: for painting while the view moves, and while it rests. The browser takes as long again to
 * carry out what was painted.
 */
const BUSY_MOVING = 2.5
const BUSY_RESTING = 4
/** The whole design, for where nothing else has been painted yet: small, as it is seen for a moment. */
const OVERVIEW = { width: 1200, height: 800 }

/** What a sheet shows. */
type Painted = {
  readonly state: CanvasState
  readonly ratio: number
  /** What is being dragged is not on it, but on a sheet of its own. */
  readonly lifts: boolean
}
type Painting = Painted & { readonly steps: PaintSteps }

export type Sheets = {
  /** Two, of which one is shown. */
  readonly turned: readonly [Sheet, Sheet]
  readonly overview: Sheet
  readonly lifted: Sheet
}

/**
 * What lies under the elements. A view of few things is painted for every frame. One of many is painted a little a frame
 * on a sheet behind, while the sheet painted last is moved and scaled; what that doesn't cover, an overview does.
 */
export class PaintedLayer {
  private front: Sheet
  private back: Sheet
  private shown: Painted | null = null
  private inWork: Painting | null = null
  private whole: Painted | null = null
  private wholeInWork: Painting | null = null

  constructor(private readonly sheets: Sheets) {
    this.front = sheets.turned[0]
    this.back = sheets.turned[1]
    for (const { canvas } of [sheets.overview, sheets.lifted]) canvas.hidden = true
    this.lay()
  }

  /** Show a state as well as it can be done in one frame. Answers whether there is more to do in the next. */
  show(state: CanvasState, colours: Colours, ratio: number): boolean {
    const isFew = this.shown === null || hasFew(state)
    const now: Painted = { state, ratio, lifts: !isFew }
    if (isFew) this.paintAtOnce(now, colours)
    else this.paintBehind(now, colours)
    const { shown } = this
    if (shown) place(this.front, shown.state.view, state.view)
    this.showLifted(now, colours)
    const isBehind = shown === null || !isSame(shown, now)
    return this.showOverview(now, colours, isBehind) || isBehind
  }

  private paintAtOnce(now: Painted, colours: Colours): void {
    this.inWork = null
    if (this.shown && isSame(this.shown, now)) return
    goOn(begin(this.front, now, colours), Infinity)
    this.shown = now
  }

  private paintBehind(now: Painted, colours: Colours): void {
    // A sheet of other things is of no use any more. One for another view is, while the view moves on.
    if (this.inWork && !hasSameContent(this.inWork, now)) this.inWork = null
    if (this.inWork === null && this.shown && isSame(this.shown, now)) return
    this.inWork ??= begin(this.back, now, colours)
    const isMoving = this.inWork.state.view !== now.state.view
    if (!goOn(this.inWork, isMoving ? BUSY_MOVING : BUSY_RESTING)) return
    this.shown = this.inWork
    this.inWork = null
    const { front, back } = this
    this.front = back
    this.back = front
    this.lay()
  }

  /**
   * The sheet behind lies under the overview, not hidden: else all of it would be drawn in the frame that turns it. Past
   * the overview's borders there is nothing but ground.
   */
  private lay(): void {
    const { overview, lifted } = this.sheets
    for (const [z, { canvas }] of [this.back, overview, this.front, lifted].entries()) canvas.style.zIndex = `${z}`
  }

  /** What is being dragged over a sheet that lacks it. */
  private showLifted({ state, ratio, lifts }: Painted, colours: Colours): void {
    const { lifted } = this.sheets
    const isSeen = lifts && state.gesture?.type === 'move' && this.shown?.lifts === true
    lifted.canvas.hidden = !isSeen
    if (!isSeen) return
    setSize(lifted, state.size, ratio)
    paintLifted(lifted.context, state, colours, ratio)
  }

  /** The overview of a large design is painted anew when there is nothing else to do. Answers as `show` does. */
  private showOverview(from: Painted, colours: Colours, isBusy: boolean): boolean {
    const { overview } = this.sheets
    const now = overviewOf(from)
    if (now && this.wholeInWork && !hasSameContent(this.wholeInWork, now)) this.wholeInWork = null
    const isStale = now !== null && !(this.whole && hasSameContent(this.whole, now))
    if (isStale && !isBusy) {
      this.whole = null
      this.wholeInWork ??= begin(overview, now, colours)
      if (goOn(this.wholeInWork, BUSY_MOVING)) {
        this.whole = this.wholeInWork
        this.wholeInWork = null
      }
    }
    overview.canvas.hidden = now === null || this.whole === null
    if (this.whole) place(overview, this.whole.state.view, from.state.view)
    return this.wholeInWork !== null
  }
}

/** The whole design as it is at rest; null where it is so small that there is always a sheet of it. */
function overviewOf({ state }: Painted): Painted | null {
  const { scene } = state
  if (!scene.bounds || scene.cards.length + scene.edges.length <= FEW) return null
  const view = fitted(scene.bounds, OVERVIEW)
  const atRest = { view, settled: view, size: OVERVIEW, highlight: NO_HIGHLIGHT, hasFocus: false, gesture: null }
  return { state: { ...state, ...atRest }, ratio: 1, lifts: false }
}

/** Whether so little is seen that it can be painted for every frame. */
function hasFew({ scene, view, size }: CanvasState): boolean {
  if (scene.cards.length + scene.edges.length <= FEW) return true
  const seen = seenRect(view, size)
  return scene.cardsIn(seen).length + scene.edgesIn(seen).length <= FEW
}

function begin(sheet: Sheet, what: Painted, colours: Colours): Painting {
  setSize(sheet, what.state.size, what.ratio)
  return { ...what, steps: paintPicture(sheet.context, what.state, colours, what) }
}

/** Paint for so many milliseconds. Answers whether it is done. */
function goOn({ steps }: Painting, busy: number): boolean {
  const end = performance.now() + busy
  while (performance.now() < end) if (steps.next().done) return true
  return false
}

function isSame(a: Painted, b: Painted): boolean {
  return a.state.view === b.state.view && hasSameContent(a, b)
}

function hasSameContent(a: Painted, b: Painted): boolean {
  return a.ratio === b.ratio && CONTENT.every(part => part(a) === part(b))
}

/**
 * What a sheet shows but for its view; not `mounted`: cards that come into the DOM stand over what was painted for them,
 * so that nothing is painted anew while they come.
 */
const CONTENT: readonly ((painted: Painted) => unknown)[] = [
  ({ state }) => state.scene,
  ({ state }) => state.size,
  ({ state }) => state.highlight,
  ({ state }) => state.hasFocus && state.focused,
  ({ state }) => state.gesture?.type === 'wire',
  ({ state: { gesture } }) => gesture?.type === 'move' && gesture.cards,
  ({ state: { gesture }, lifts }) => gesture?.type === 'move' && (lifts || gesture.by),
  ({ state }) => areCardsShown(state),
  ({ state }) => hasCollapseButtons(state),
  ({ state }) => state.props.theme,
  ({ state }) => state.props.looks,
  ({ state }) => state.props.problems,
  ({ state }) => state.props.edgeMarks,
]
