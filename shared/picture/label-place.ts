import type { Point } from '../workspace/change'
import type { Route } from './route'

/** Where an edge's words stand, and whether there is room for them there. */
export type LabelPlace = { readonly at: Point; readonly fits: boolean }

const PADDING = 10
const FROM_END = 8
/** About what a letter of 11 px takes; nothing but the decision to show the label depends on it. */
const LETTER = 5.6

/** The middle of the last run, where that is level and long enough for the words and the sign at its end. */
export function labelPlace(route: Route, words: string): LabelPlace {
  const end = route.at(-1)!
  const before = route.at(-2)!
  const at = { x: (end.x + before.x) / 2, y: (end.y + before.y) / 2 }
  const level = before.y === end.y
  return { at, fits: level && Math.abs(end.x - before.x) >= words.length * LETTER + PADDING + 2 * FROM_END }
}
