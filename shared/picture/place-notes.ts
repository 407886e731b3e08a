import { boundsOf } from '../layout/rect'
import type { Note } from '../workspace/layout-marks'
import { textWidth } from './fit-text'
import type { CardId, Scene } from './scene'

/** A text that explains a card. */
export type NoteBeside = { readonly beside: CardId; readonly text: string }

const WIDTH = 208
const GAP = 20
const TEXT_SIZE = 12
const LINE = 17
const PADDING = { x: 10, y: 8 }

/** Notes in a column right of the whole picture, each level with the card that it explains. */
export function placeNotes(scene: Scene, notes: readonly NoteBeside[]): readonly Note[] {
  const bounds = scene.bounds ?? { x: 0, y: 0, width: 0, height: 0 }
  const x = bounds.x + bounds.width + GAP
  const wanted = notes.map(({ beside, text }) => ({ text, y: scene.card(beside)?.rect.y ?? bounds.y }))
  const placed: Note[] = []
  for (const { text, y } of [...wanted].sort((a, b) => a.y - b.y)) {
    const above = boundsOf(placed)
    const top = above ? Math.max(y, above.y + above.height + GAP) : y
    placed.push({
      x,
      y: top,
      width: WIDTH,
      height: noteHeight(text, WIDTH),
      text,
      isFrame: false,
      colour: 'amber',
      more: {},
    })
  }
  return placed
}

/** About how high a note is in which a text is to be read whole. */
export function noteHeight(text: string, width: number): number {
  const room = width - 2 * PADDING.x
  // Words don't fill their lines to the end.
  const lines = text.split('\n').map(line => Math.max(1, Math.ceil((textWidth(line, TEXT_SIZE) * 1.08) / room)))
  return lines.reduce((sum, count) => sum + count, 0) * LINE + 2 * PADDING.y
}
