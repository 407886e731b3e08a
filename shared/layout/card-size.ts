/** Sizes of the canvas in canvas pixels (VISUAL.md, Cards). A card's size is known from how many lines it has. */
export const CARD_WIDTH = 208
export const HEADER_HEIGHT = 40
export const LINE_HEIGHT = 20
export const FOOT_HEIGHT = 8
export const MOST_LINES = 6

/** From one column's left edge to the next: a card and the gutter that edges run in. */
export const COLUMN = 300
/** Between two cards of a column. */
export const ROW_GAP = 22
/** Between two namespaces. */
export const GROUP_GAP = 16
/** What a namespace's box adds around its cards. The left has room for a lane, the top for its head. */
export const GROUP_PADDING = { left: 24, right: 16, bottom: 16, top: 40 } as const
/** Cards that are moved by hand stop at multiples of this. */
export const SNAP = 4

/** The height of a card with so many lines, of which it shows six at most; without any it is its header. */
export function cardHeight(lines: number): number {
  return lines === 0 ? HEADER_HEIGHT : HEADER_HEIGHT + LINE_HEIGHT * Math.min(MOST_LINES, lines) + FOOT_HEIGHT
}
