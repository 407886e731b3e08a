import { GROUP_PADDING } from '../../../shared/layout/card-size'
import type { Rect } from '../../../shared/layout/rect'
import { countInGroup, groupRect } from '../../../shared/picture/groups'
import type { SceneGroup } from '../../../shared/picture/scene'
import type { GroupLook } from '../../../shared/workspace/layout-marks'
import { familyOfColour } from '../../../shared/picture/mark-colours'
import type { Colours } from './colours'
import { rectNow, type Moving } from './paint-edges'

const RADIUS = 12
const NAME_ON_SCREEN = 11
/** The name in a head grows as the picture gets smaller, so that it stays readable while the head has room for it. */
const HEAD_SIZE = 12
const HEAD_ON_SCREEN = 10.5

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
  options: {
    readonly moving: Moving | null
    readonly zoom: number
    readonly near: boolean
    readonly looks: ReadonlyMap<string, GroupLook>
    /** What heads leave free at their right ends. */
    readonly headEnd: number
  },
): void {
  const { moving, zoom, near, looks, headEnd } = options
  // Setting a font costs more than drawing with it.
  if (!near) context.font = nameFont(colours, zoom)
  for (const group of groups) {
    const rect = groupRectNow(group, moving)
    context.beginPath()
    context.roundRect(rect.x + 0.5, rect.y + 0.5, rect.width - 1, rect.height - 1, RADIUS)
    context.fillStyle = colours.groupFill
    context.fill()
    const colour = looks.get(group.namespace)?.colour ?? null
    if (colour) paintTint(context, colours.blockFill[familyOfColour[colour]])
    context.strokeStyle = colour ? colours.blockBorder[familyOfColour[colour]] : colours.groupBorder
    context.lineWidth = Math.max(1, 1 / zoom)
    context.stroke()
    if (near) paintHead(context, group, rect, colours, { zoom, headEnd })
    else paintName(context, group, rect, colours, zoom)
  }
}

/** The colour of a person's choice, faint: cards and lines carry the contrast. */
function paintTint(context: CanvasRenderingContext2D, colour: string): void {
  context.globalAlpha = 0.35
  context.fillStyle = colour
  context.fill()
  context.globalAlpha = 1
}

function paintHead(
  context: CanvasRenderingContext2D,
  group: SceneGroup,
  rect: Rect,
  colours: Colours,
  { zoom, headEnd }: { readonly zoom: number; readonly headEnd: number },
): void {
  const scale = Math.max(1, HEAD_ON_SCREEN / (HEAD_SIZE * zoom))
  const middle = rect.y + (GROUP_PADDING.top - 4) / 2
  paintNamespaceIcon(context, rect.x + 12, middle, scale, colours.textMuted)
  context.textBaseline = 'middle'
  context.textAlign = 'right'
  context.font = `400 ${11 * scale}px ${colours.fontUi}`
  context.fillStyle = colours.textMuted
  const count = countInGroup(group)
  const nameFrom = 12 + 20 * scale
  const countWidth = context.measureText(count).width
  const hasRoom = rect.width > 2 * (nameFrom + countWidth)
  if (hasRoom) context.fillText(count, rect.x + rect.width - headEnd, middle + 0.5)
  context.textAlign = 'left'
  context.font = `600 ${HEAD_SIZE * scale}px ${colours.fontUi}`
  context.fillStyle = colours.text
  const room = rect.width - nameFrom - headEnd - (hasRoom ? countWidth + 20 : 0)
  context.fillText(shortened(context, group.namespace, room), rect.x + nameFrom, middle + 0.5)
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

/** The dashed square that stands for a namespace (icons.svg, k-namespace), its middle left at a point. */
function paintNamespaceIcon(
  context: CanvasRenderingContext2D,
  x: number,
  middle: number,
  scale: number,
  colour: string,
): void {
  context.strokeStyle = colour
  context.lineWidth = 1.3 * scale
  context.setLineDash([2.6 * scale, 2 * scale])
  context.beginPath()
  context.roundRect(x + 1.5 * scale, middle - 5.5 * scale, 11 * scale, 11 * scale, 2 * scale)
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
