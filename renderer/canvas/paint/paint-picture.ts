import { grow } from '../../../shared/layout/rect'
import type { GroupLook } from '../../../shared/workspace/layout-marks'
import type { CanvasState } from '../canvas-store'
import { levelOf, seenRect } from '../view'
import type { Colours } from './colours'
import { paintBlocks, paintFrames, paintMarks } from './paint-blocks'
import { paintEdges, paintFarEdges, type Moving } from './paint-edges'
import { groupRectNow, paintGroups } from './paint-groups'

const DOT_GAP = 20
const DOT_RADIUS = 0.75
const DOTS_FROM = 0.5
const FADED = 0.34

/**
 * Draw everything that lies under the cards, and the cards themselves from afar. `ratio`: device pixels to one of CSS.
 */
export function paintPicture(
  context: CanvasRenderingContext2D,
  state: CanvasState,
  colours: Colours,
  ratio: number,
): void {
  const { view, size, scene, gesture, highlight } = state
  const level = levelOf(view.zoom)
  const near = level !== 'block'
  const moving: Moving | null = gesture?.type === 'move' ? gesture : null
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
  paintGroups(context, groups, colours, {
    moving,
    zoom: view.zoom,
    near,
    looks: state.props.looks ?? NO_LOOKS,
    headEnd: state.props.onCollapse && !state.props.readOnly ? HEAD_END_WITH_BUTTON : HEAD_END,
  })

  const edges = scene.edgesIn(seen)
  const dragged = moving ? [...moving.cards].flatMap(id => scene.edgesOf(id)) : []
  const all = dragged.length > 0 ? [...new Set([...edges, ...dragged])] : edges
  const rest = highlight.edges.size > 0 ? all.filter(edge => !highlight.edges.has(edge)) : all
  if (gesture?.type === 'wire') context.globalAlpha = FADED
  if (near) paintEdges(context, rest, colours, { moving, seen, lit: false })
  else paintFarEdges(context, rest, colours, { moving, pixel: 1 / view.zoom })
  context.globalAlpha = 1
  if (!near || highlight.paintOnly)
    paintEdges(context, [...highlight.edges.keys()], colours, { moving, seen, lit: true, marks: state.props.edgeMarks })

  const cards = scene.cardsIn(seen)
  const blocks = near ? cards.filter(card => !state.mounted.has(card.id)) : cards
  paintBlocks(context, blocks, colours, { moving, zoom: view.zoom })
  if (near) return
  const selected = cards.filter(card => highlight.selected.has(card.id))
  paintFrames(context, selected, colours.accent, { moving, zoom: view.zoom })
  const focused = state.hasFocus && state.focused !== null ? scene.card(state.focused) : null
  if (focused) paintFrames(context, [focused], colours.focus, { moving, zoom: view.zoom })
  paintMarks(context, cards, state.props.problems, colours, { moving, zoom: view.zoom })
}

const NO_LOOKS: ReadonlyMap<string, GroupLook> = new Map()
const HEAD_END = 14
/** The button by which a namespace is collapsed (groups/group-heads.tsx). */
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
