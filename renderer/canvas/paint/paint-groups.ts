import { GROUP_PADDING } from '../../../shared/layout/card-size'
import type { Rect } from '../../../shared/layout/rect'
import { groupRect } from '../../../shared/picture/build-scene'
import type { SceneGroup } from '../../../shared/picture/scene'
import type { Colours } from './colours'
import { rectNow, type Moving } from './paint-edges'

const RADIUS = 12
const NAME_ON_SCREEN = 11

/** The box of a namespace while some cards are being moved. */
export function groupRectNow(group: SceneGroup, moving: Moving | null): Rect {
  if (!moving || !group.cards.some(card => moving.cards.has(card.id))) return group.rect
  return groupRect(group.cards.map(card => rectNow(card, moving)))
}

/** Namespaces as boxes: with a head where cards can be read, else with a name above that stays 11 px on screen. */
export function paintGroups(
  context: CanvasRenderingContext2D,
  groups: readonly SceneGroup[],
  colours: Colours,
  options: { readonly moving: Moving | null; readonly zoom: number; readonly near: boolean },
): void {
  const { moving, zoom, near } = options
  // Setting a font costs more than drawing with it.
  if (!near) context.font = nameFont(colours, zoom)
  for (const group of groups) {
    const rect = groupRectNow(group, moving)
    context.beginPath()
    context.roundRect(rect.x + 0.5, rect.y + 0.5, rect.width - 1, rect.height - 1, RADIUS)
    context.fillStyle = colours.groupFill
    context.fill()
    context.strokeStyle = colours.groupBorder
    context.lineWidth = Math.max(1, 1 / zoom)
    context.stroke()
    if (near) paintHead(context, group, rect, colours)
    else paintName(context, group, rect, colours, zoom)
  }
}

function paintHead(context: CanvasRenderingContext2D, group: SceneGroup, rect: Rect, colours: Colours): void {
  const middle = rect.y + (GROUP_PADDING.top - 4) / 2
  paintNamespaceIcon(context, rect.x + 12, middle - 7, colours.textMuted)
  const objects = group.cards.filter(card => card.object !== null).length
  const count = objects === 1 ? '1 object' : `${objects} objects`
  context.textBaseline = 'middle'
  context.textAlign = 'right'
  context.font = `400 11px ${colours.fontUi}`
  context.fillStyle = colours.textMuted
  context.fillText(count, rect.x + rect.width - 14, middle + 0.5)
  const room = rect.width - 32 - 20 - context.measureText(count).width - 14
  context.textAlign = 'left'
  context.font = `600 12px ${colours.fontUi}`
  context.fillStyle = colours.text
  context.fillText(shortened(context, group.namespace, room), rect.x + 32, middle + 0.5)
}

function paintName(
  context: CanvasRenderingContext2D,
  group: SceneGroup,
  rect: Rect,
  colours: Colours,
  zoom: number,
): void {
  context.textBaseline = 'alphabetic'
  context.textAlign = 'left'
  context.fillStyle = colours.text
  const name = shortened(context, group.namespace, rect.width)
  // A name that has no room for itself says nothing; the box is still there.
  if (name.length > 3) context.fillText(name, rect.x + RADIUS / 2, rect.y - 4 / zoom)
}

function nameFont(colours: Colours, zoom: number): string {
  return `600 ${NAME_ON_SCREEN / zoom}px ${colours.fontUi}`
}

/** The dashed square that stands for a namespace (icons.svg, k-namespace). */
function paintNamespaceIcon(context: CanvasRenderingContext2D, x: number, y: number, colour: string): void {
  context.strokeStyle = colour
  context.lineWidth = 1.3
  context.setLineDash([2.6, 2])
  context.beginPath()
  context.roundRect(x + 1.5, y + 1.5, 11, 11, 2)
  context.stroke()
  context.setLineDash([])
}

/** The text, or as much of it as there is room for, with an ellipsis. */
function shortened(context: CanvasRenderingContext2D, text: string, room: number): string {
  const width = context.measureText(text).width
  if (width <= room) return text
  const fits = Math.max(0, Math.floor((text.length * room) / width) - 1)
  return `${text.slice(0, fits)}…`
}
