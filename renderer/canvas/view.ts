import type { Look } from '../../shared/host'
import { centreOf, type Rect } from '../../shared/layout/rect'
import type { Point } from '../../shared/workspace/change'

/** What part of the picture is seen: canvas point × zoom + (x, y) is the point in the canvas element. */
export type View = { readonly x: number; readonly y: number; readonly zoom: number }
export type Size = { readonly width: number; readonly height: number }

/** How much a card shows (VISUAL.md, Cards). */
export type Level = 'full' | 'compact' | 'block'

const LEAST_ZOOM = 0.02
const MOST_ZOOM = 2
const FIT_MOST = 1.1
const FIT_MARGIN = 24
/** Below this a name at full level gets small, so a tighter margin is worth it where cards then stay full. */
const FIT_WANTED = 0.8
/** The first picture of a design has names on its cards, even where it then shows a part only. */
const FIRST_LEAST = 0.4

export function levelOf(zoom: number): Level {
  return zoom >= 0.75 ? 'full' : zoom >= 0.35 ? 'compact' : 'block'
}

/** Compact names are about 11 px on screen, set in three steps so that they are not laid out again for every frame. */
export function compactNameSize(zoom: number): number {
  return Math.round(11.25 / (zoom < 0.45 ? 0.4 : zoom < 0.6 ? 0.5 : 0.65))
}

/** The words on edges, in canvas pixels: in steps as the compact names are, and never too small to be read. */
export function labelSizeAt(zoom: number): number {
  return zoom >= 0.75 ? 11 : zoom >= 0.6 ? 15 : zoom >= 0.45 ? 18 : 22
}

export function toCanvas(view: View, point: Point): Point {
  return { x: (point.x - view.x) / view.zoom, y: (point.y - view.y) / view.zoom }
}

export function toScreen(view: View, point: Point): Point {
  return { x: point.x * view.zoom + view.x, y: point.y * view.zoom + view.y }
}

/** The part of the picture that is seen. */
export function seenRect(view: View, size: Size): Rect {
  const corner = toCanvas(view, { x: 0, y: 0 })
  return { ...corner, width: size.width / view.zoom, height: size.height / view.zoom }
}

/** The point in the middle and how large it is drawn: the same in a window of another size. */
export function lookAt(view: View, size: Size): Look {
  return { ...centreOf(seenRect(view, size)), zoom: view.zoom }
}

/** The view that has a point in its middle. A look that was kept may come from elsewhere: its zoom is brought into bounds. */
export function viewAt({ x, y, zoom: wanted }: Look, size: Size): View {
  const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, wanted))
  return { zoom, x: size.width / 2 - x * zoom, y: size.height / 2 - y * zoom }
}

export function panned(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x + dx, y: view.y + dy }
}

/** Zoomed so that the point in the element stays where it is. */
export function zoomedAt(view: View, zoom: number, at: Point): View {
  const clamped = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom))
  const fixed = toCanvas(view, at)
  return { zoom: clamped, x: at.x - fixed.x * clamped, y: at.y - fixed.y * clamped }
}

/** A view in the middle of which a box stands, as large as it may be. */
export function fitted(bounds: Rect, size: Size, most = FIT_MOST): View {
  const wide = zoomToFit(bounds, size, FIT_MARGIN)
  const tight = zoomToFit(bounds, size, FIT_MARGIN / 3)
  const wanted = wide < FIT_WANTED && levelOf(tight) === 'full' ? Math.min(tight, FIT_WANTED) : wide
  const zoom = Math.min(most, Math.max(LEAST_ZOOM, wanted))
  return {
    zoom,
    x: (size.width - bounds.width * zoom) / 2 - bounds.x * zoom,
    y: (size.height - bounds.height * zoom) / 2 - bounds.y * zoom,
  }
}

/** The view that a design opens with: all of it where its names can then be read, else its upper left part. */
export function firstView(bounds: Rect, size: Size): View {
  const whole = fitted(bounds, size)
  if (whole.zoom >= FIRST_LEAST) return whole
  return { zoom: FIRST_LEAST, x: FIT_MARGIN - bounds.x * FIRST_LEAST, y: FIT_MARGIN - bounds.y * FIRST_LEAST }
}

/** The view moved, and zoomed in where a card would be a mere block, so that a box is seen with a margin around it. */
export function showing(view: View, box: Rect, size: Size): View {
  const zoomed = levelOf(view.zoom) === 'block' ? fitted(box, size, FIT_WANTED) : view
  const seen = seenRect(zoomed, size)
  const margin = Math.min(FIT_MARGIN / zoomed.zoom, seen.width / 8, seen.height / 8)
  const dx = outsideBy(box.x - margin, box.x + box.width + margin, seen.x, seen.x + seen.width)
  const dy = outsideBy(box.y - margin, box.y + box.height + margin, seen.y, seen.y + seen.height)
  return dx === 0 && dy === 0 ? zoomed : panned(zoomed, -dx * zoomed.zoom, -dy * zoomed.zoom)
}

function zoomToFit(bounds: Rect, size: Size, margin: number): number {
  return Math.min((size.width - 2 * margin) / bounds.width, (size.height - 2 * margin) / bounds.height)
}

/** How far a span reaches outside another: what to move by. Its start counts where it is too long. */
function outsideBy(from: number, to: number, seenFrom: number, seenTo: number): number {
  if (from < seenFrom) return from - seenFrom
  if (to > seenTo) return Math.min(to - seenTo, from - seenFrom)
  return 0
}
