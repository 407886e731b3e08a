import { grow } from '../../../shared/layout/rect'
import type { CardId, SceneCard, SceneEdge } from '../../../shared/picture/scene'
import type { GroupLook } from '../../../shared/workspace/layout-marks'
import type { CanvasState } from '../canvas-store'
import { levelOf, seenRect } from '../view'
import type { Colours } from './colours'
import { paintBlocks, paintFrames, paintMarks } from './paint-blocks'
import { paintEdges, paintFarEdges, type Moving } from './paint-edges'
import { groupRectNow, paintGroups } from './paint-groups'
import { edgesAtRest, paintStubs, paintTrunks } from './paint-rest'

const DOT_GAP = 20
const DOT_RADIUS = 0.75
const DOTS_FROM = 0.5
const FADED = 0.34

/** A picture that is being painted; it may be interrupted between steps, or given up. */
export type PaintSteps = Generator<void, void>

/** What is painted at a stretch of a picture that is painted in steps: a millisecond or less. */
const AT_A_STRETCH = 300

/**
 * Draw everything that lies under the cards, and the cards themselves from afar. `ratio`: device pixels to one of CSS;
 * `lifts`: without what is being dragged. Nothing else may be drawn with the context between the steps.
 */
export function* paintPicture(
  context: CanvasRenderingContext2D,
  state: CanvasState,
  colours: Colours,
  { ratio, lifts }: { readonly ratio: number; readonly lifts: boolean },
): PaintSteps {
  const { view, size, scene, gesture, highlight } = state
  const near = levelOf(view.zoom) !== 'block'
  const lifted = lifts && gesture?.type === 'move' ? gesture.cards : NO_CARDS
  const moving: Moving | null = !lifts && gesture?.type === 'move' ? gesture : null
  const seen = grow(seenRect(view, size), 24)

  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.fillStyle = colours.canvas
  context.fillRect(0, 0, size.width, size.height)
  if (view.zoom >= DOTS_FROM) paintDots(context, state, colours)
  context.setTransform(view.zoom * ratio, 0, 0, view.zoom * ratio, view.x * ratio, view.y * ratio)

  const groups = scene.groups.filter(group => {
    const rect = groupRectNow(group, moving)
    return (
      rect.x < seen.x + seen.width &&
      seen.x < rect.x + rect.width &&
      rect.y < seen.y + seen.height &&
      seen.y < rect.y + rect.height
    )
  })
  for (const some of inParts(groups)) {
    paintGroups(context, some, colours, {
      moving,
      zoom: view.zoom,
      near,
      looks: state.props.looks ?? NO_LOOKS,
      headEnd: hasCollapseButtons(state) ? HEAD_END_WITH_BUTTON : HEAD_END,
    })
    yield
  }

  const edges = scene.edgesIn(seen)
  const dragged = moving ? [...moving.cards].flatMap(id => scene.edgesOf(id)) : []
  const inView = lifted.size > 0 ? edges.filter(edge => !isLifted(edge, lifted)) : edges
  const { lines, stubs } = edgesAtRest(scene, inView, highlight, dragged)
  if (gesture?.type === 'wire') context.globalAlpha = FADED
  paintTrunks(context, scene, colours, { moving, seen, zoom: view.zoom })
  for (const some of inParts(lines)) {
    if (near) paintEdges(context, some, colours, { moving, seen, lit: false })
    else paintFarEdges(context, some, colours, { moving, pixel: 1 / view.zoom })
    yield
  }
  for (const some of inParts(near ? stubs : [])) {
    paintStubs(context, some, colours, moving)
    yield
  }
  context.globalAlpha = 1
  const hasElements = areCardsShown(state)
  if (!hasElements || highlight.paintOnly) {
    const lit = [...highlight.edges.keys()].filter(edge => !isLifted(edge, lifted))
    paintEdges(context, lit, colours, { moving, seen, lit: true, marks: state.props.edgeMarks })
  }

  const cards = scene.cardsIn(seen).filter(card => !lifted.has(card.id))
  const blocks = hasElements ? cards.filter(card => !state.mounted.has(card.id)) : cards
  for (const some of inParts(blocks)) {
    paintBlocks(context, some, colours, { moving, zoom: view.zoom })
    yield
  }
  if (!hasElements) paintSigns(context, cards, state, colours, moving)
}

/** What is being dragged, alone, as far as it is not in the DOM. */
export function paintLifted(
  context: CanvasRenderingContext2D,
  state: CanvasState,
  colours: Colours,
  ratio: number,
): void {
  const { view, size, scene, gesture } = state
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, size.width, size.height)
  if (gesture?.type !== 'move') return
  context.setTransform(view.zoom * ratio, 0, 0, view.zoom * ratio, view.x * ratio, view.y * ratio)
  const cards = [...gesture.cards].flatMap(id => scene.card(id) ?? [])
  const edges = [...new Set(cards.flatMap(({ id }) => scene.edgesOf(id)))]
  paintFarEdges(context, edges, colours, { moving: gesture, pixel: 1 / view.zoom })
  if (areCardsShown(state)) return
  paintBlocks(context, cards, colours, { moving: gesture, zoom: view.zoom })
  paintSigns(context, cards, state, colours, gesture)
}

/** What blocks show besides their family: selection, keyboard, problems. */
function paintSigns(
  context: CanvasRenderingContext2D,
  cards: readonly SceneCard[],
  state: CanvasState,
  colours: Colours,
  moving: Moving | null,
): void {
  const { view, highlight } = state
  const selected = cards.filter(card => highlight.selected.has(card.id))
  paintFrames(context, selected, colours.accent, { moving, zoom: view.zoom })
  const focused = cards.filter(card => state.hasFocus && card.id === state.focused)
  paintFrames(context, focused, colours.focus, { moving, zoom: view.zoom })
  paintMarks(context, cards, state.props.problems, colours, { moving, zoom: view.zoom })
}

const NO_CARDS: ReadonlySet<CardId> = new Set()

function isLifted({ from, to }: SceneEdge, lifted: ReadonlySet<CardId>): boolean {
  return lifted.size > 0 && (lifted.has(from.id) || lifted.has(to.id))
}

function inParts<T>(things: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(things.length / AT_A_STRETCH) }, (_, part) =>
    things.slice(part * AT_A_STRETCH, (part + 1) * AT_A_STRETCH),
  )
}

/** The cards that are in the DOM are seen there; what is painted for them is not. */
export function areCardsShown({ settled }: CanvasState): boolean {
  return levelOf(settled.zoom) !== 'block'
}

/** Namespaces have a button by which they are collapsed (groups/group-heads.tsx). */
export function hasCollapseButtons({ props }: CanvasState): boolean {
  return props.onCollapse !== undefined && !props.readOnly
}

const NO_LOOKS: ReadonlyMap<string, GroupLook> = new Map()
const HEAD_END = 14
const HEAD_END_WITH_BUTTON = 34

let dots: { readonly key: string; readonly pattern: CanvasPattern } | null = null

/** The dotted ground: one tile, repeated by the context. */
function paintDots(context: CanvasRenderingContext2D, { view, size }: CanvasState, colours: Colours): void {
  const gap = DOT_GAP * view.zoom
  const key = `${colours.gridDot} ${colours.canvas}`
  if (dots?.key !== key) {
    const pattern = dotPattern(context, colours)
    if (!pattern) return
    dots = { key, pattern }
  }
  const scale = gap / (DOT_GAP * TILE_SCALE)
  dots.pattern.setTransform(new DOMMatrix([scale, 0, 0, scale, view.x, view.y]))
  context.fillStyle = dots.pattern
  context.fillRect(0, 0, size.width, size.height)
}

/** The tile is drawn larger than it is shown, so that its dot stays round when the view is zoomed in. */
const TILE_SCALE = 2

function dotPattern(context: CanvasRenderingContext2D, colours: Colours): CanvasPattern | null {
  const tile = document.createElement('canvas')
  tile.width = tile.height = DOT_GAP * TILE_SCALE
  const tileContext = tile.getContext('2d')
  if (!tileContext) return null
  tileContext.fillStyle = colours.canvas
  tileContext.fillRect(0, 0, tile.width, tile.height)
  tileContext.fillStyle = colours.gridDot
  tileContext.beginPath()
  tileContext.arc(tile.width / 2, tile.height / 2, DOT_RADIUS * TILE_SCALE, 0, 2 * Math.PI)
  tileContext.fill()
  return context.createPattern(tile, 'repeat')
}
