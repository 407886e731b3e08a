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
 * The middle of each line's last run, where that is level and long enough for the words and the sign at its end. Lines
 * that end in the same run have their words above each other.
 */
export function labelPlaces(lines: readonly Labelled[], size = LABEL_SIZE): readonly LabelPlace[] {
  const places = lines.map(line => placeOne(line, size))
  const stacks = new Map<string, number[]>()
  places.forEach(({ at, fits }, i) => {
    if (!fits) return
    // What differs by less than a letter would be drawn over each other all the same.
    const key = `${Math.round(at.y / size)} ${Math.round(lines[i]!.route.at(-1)!.x)}`
    stacks.set(key, [...(stacks.get(key) ?? []), i])
  })
  const stacked = [...places]
  for (const stack of stacks.values())
    stack.forEach((i, nth) => {
      const { at, fits } = places[i]!
      stacked[i] = { at: { x: at.x, y: at.y + (nth - (stack.length - 1) / 2) * HEIGHT * size }, fits }
    })
  return stacked
}

function placeOne({ route, says }: Labelled, size: number): LabelPlace {
  const end = route.at(-1)!
  const before = route.at(-2)!
  const width = textWidth(says, size) + 2 * PADDING * size
  const run = Math.abs(end.x - before.x)
  const fits = before.y === end.y && run >= width + FROM_END + FROM_TURN
  const fromEnd = Math.max(run / 2, fits ? width / 2 + FROM_END : 0)
  const x = before.y === end.y ? end.x - Math.sign(end.x - before.x) * fromEnd : (end.x + before.x) / 2
  return { at: { x, y: (end.y + before.y) / 2 }, fits }
}
