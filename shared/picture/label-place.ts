import type { Point } from '../workspace/change'
import { textWidth } from './fit-text'
import type { Route } from './route'

/** Where an edge's words stand, and whether there is room for them there. */
export type LabelPlace = { readonly at: Point; readonly fits: boolean }

/** What a label is about: the line that it stands on, and its words. */
export type Labelled = { readonly route: Route; readonly says: string }

/** The size that labels are drawn in where cards are drawn in full. */
export const LABEL_SIZE = 11
/** What a label has left and right of its words, and between its upper and lower edge, for each pixel of its size. */
const PADDING = 5 / LABEL_SIZE
const HEIGHT = 17 / LABEL_SIZE
/** The sign at the end of a line stays to be seen. */
const FROM_END = 8
const FROM_TURN = 2

/**
 * The middle of each line's last run, where that is level and long enough for the words and the sign at its end. Words
 * that would stand over each other, of lines that end in one run or come from both its ends, stand above each other.
 */
export function labelPlaces(lines: readonly Labelled[], size = LABEL_SIZE): readonly LabelPlace[] {
  const places = lines.map(line => placeOne(line, size))
  const stacked = [...places]
  for (const stack of stacksOf(lines, places, size))
    stack.forEach((i, nth) => {
      const { at, fits } = places[i]!
      stacked[i] = { at: { x: at.x, y: at.y + (nth - (stack.length - 1) / 2) * HEIGHT * size }, fits }
    })
  return stacked
}

/** Which labels cover each other, by their numbers, each stack in the order of the lines. */
function stacksOf(lines: readonly Labelled[], places: readonly LabelPlace[], size: number): readonly number[][] {
  const rows = new Map<number, { readonly i: number; readonly from: number; readonly to: number }[]>()
  places.forEach(({ at, fits }, i) => {
    if (!fits) return
    // What differs by less than a letter would be drawn over each other all the same.
    const row = Math.round(at.y / size)
    const half = widthOf(lines[i]!.says, size) / 2
    const label = { i, from: at.x - half, to: at.x + half }
    const there = rows.get(row)
    if (there) there.push(label)
    else rows.set(row, [label])
  })
  return [...rows.values()].flatMap(row => {
    const stacks: number[][] = []
    let end = -Infinity
    for (const { i, from, to } of row.sort((a, b) => a.from - b.from)) {
      if (from < end) stacks.at(-1)!.push(i)
      else stacks.push([i])
      end = Math.max(end, to)
    }
    return stacks.map(stack => stack.sort((a, b) => a - b))
  })
}

function widthOf(says: string, size: number): number {
  return textWidth(says, size) + 2 * PADDING * size
}

function placeOne({ route, says }: Labelled, size: number): LabelPlace {
  const end = route.at(-1)!
  const before = route.at(-2)!
  const width = widthOf(says, size)
  const run = Math.abs(end.x - before.x)
  const fits = before.y === end.y && run >= width + FROM_END + FROM_TURN
  const fromEnd = Math.max(run / 2, fits ? width / 2 + FROM_END : 0)
  const x = before.y === end.y ? end.x - Math.sign(end.x - before.x) * fromEnd : (end.x + before.x) / 2
  return { at: { x, y: (end.y + before.y) / 2 }, fits }
}
