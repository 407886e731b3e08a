import type { Point } from '../../../shared/workspace/change'

/** Where the pointer is: in the picture, in the canvas element, and in the window. */
export type PointerPlace = {
  readonly canvas: Point
  readonly element: Point
  readonly clientX: number
  readonly clientY: number
  /** Alt: no snapping. */
  readonly exact: boolean
}

/** A gesture that begins once the pointer, held down, has moved a little. Escape ends it without a drop. */
export type Drag = {
  begin(start: PointerPlace): void
  move(now: PointerPlace, start: PointerPlace): void
  drop(end: PointerPlace, start: PointerPlace): void
  /** The pointer was let go where it was pressed. */
  click(): void
}

export const NO_DRAG: Drag = { begin() {}, move() {}, drop() {}, click() {} }
