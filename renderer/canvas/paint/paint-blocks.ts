import type { Problem } from '../../../shared/checks/problem'
import type { Family } from '../../../shared/kinds/kind-row'
import type { ObjectId } from '../../../shared/workspace/kube-object'
import type { SceneCard } from '../../../shared/picture/scene'
import type { Colours } from './colours'
import { rectNow, type Moving } from './paint-edges'

const RADIUS = 10
/** Corners are left square where nobody could see them round. */
const ROUND_FROM = 0.12
/** Below this a block is so small that its border would be all of it. */
const FILL_FROM = 0.06
const MARK_ON_SCREEN = 8

type Options = { readonly moving: Moving | null; readonly zoom: number }

/** Cards as blocks in their family's colours: from afar, and for the moment until a card is in the DOM. */
export function paintBlocks(
  context: CanvasRenderingContext2D,
  cards: readonly SceneCard[],
  colours: Colours,
  { moving, zoom }: Options,
): void {
  const byFamily = new Map<Family, SceneCard[]>()
  for (const card of cards) {
    if (card.ghost) {
      paintGhost(context, card, colours, { moving, zoom })
      continue
    }
    const list = byFamily.get(card.content.row.family)
    if (list) list.push(card)
    else byFamily.set(card.content.row.family, [card])
  }
  const border = Math.max(2, 1 / zoom)
  for (const [family, list] of byFamily) {
    fillCards(context, list, colours.blockBorder[family], 0, { moving, zoom })
    if (zoom >= FILL_FROM) fillCards(context, list, colours.blockFill[family], border, { moving, zoom })
  }
}

/** The dots of errors and the diamonds of warnings on blocks, 8 px on screen. */
export function paintMarks(
  context: CanvasRenderingContext2D,
  cards: readonly SceneCard[],
  problems: ReadonlyMap<ObjectId, readonly Problem[]>,
  colours: Colours,
  { moving, zoom }: Options,
): void {
  const radius = MARK_ON_SCREEN / 2 / zoom
  for (const card of cards) {
    const found = problems.get(card.id)
    if (!found || found.length === 0) continue
    const { x: left, y, width } = rectNow(card, moving)
    const x = left + width
    context.beginPath()
    if (found.some(problem => problem.severity === 'error')) {
      context.fillStyle = colours.errorSolid
      context.arc(x, y, radius, 0, 2 * Math.PI)
    } else if (found.some(problem => problem.severity === 'warning')) {
      context.fillStyle = colours.warningSolid
      context.moveTo(x, y - radius)
      context.lineTo(x + radius, y)
      context.lineTo(x, y + radius)
      context.lineTo(x - radius, y)
    }
    context.fill()
  }
}

/** A frame around blocks: the selection's, or the keyboard's. */
export function paintFrames(
  context: CanvasRenderingContext2D,
  cards: readonly SceneCard[],
  colour: string,
  { moving, zoom }: Options,
): void {
  const width = Math.max(6, 2 / zoom)
  context.strokeStyle = colour
  context.lineWidth = width
  context.beginPath()
  for (const card of cards) {
    const rect = rectNow(card, moving)
    context.roundRect(rect.x - width / 2, rect.y - width / 2, rect.width + width, rect.height + width, RADIUS)
  }
  context.stroke()
}

function fillCards(
  context: CanvasRenderingContext2D,
  cards: readonly SceneCard[],
  colour: string,
  inset: number,
  { moving, zoom }: Options,
): void {
  context.fillStyle = colour
  if (zoom < ROUND_FROM) {
    for (const card of cards) {
      const { x, y, width, height } = rectNow(card, moving)
      context.fillRect(x + inset, y + inset, width - 2 * inset, height - 2 * inset)
    }
    return
  }
  context.beginPath()
  for (const card of cards) {
    const { x, y, width, height } = rectNow(card, moving)
    context.roundRect(x + inset, y + inset, width - 2 * inset, height - 2 * inset, RADIUS - inset)
  }
  context.fill()
}

function paintGhost(
  context: CanvasRenderingContext2D,
  card: SceneCard,
  colours: Colours,
  { moving, zoom }: Options,
): void {
  const { x, y, width, height } = rectNow(card, moving)
  context.strokeStyle = colours.error
  context.lineWidth = Math.max(2, 1 / zoom)
  context.setLineDash([12, 8])
  context.beginPath()
  context.roundRect(x, y, width, height, RADIUS)
  context.stroke()
  context.setLineDash([])
}
