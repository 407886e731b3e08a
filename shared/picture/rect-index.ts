import type { Rect } from '../layout/rect'

/**
 * Boxes in flat arrays, asked by box. Reading all of 20,000 takes some 30 µs, less than a grid would need to be kept up
 * to date, so there is none.
 */
export class RectIndex {
  /** Left, top, right and bottom of each. */
  private readonly sides: Float64Array

  private constructor(sides: Float64Array) {
    this.sides = sides
  }

  static of(rects: readonly Rect[]): RectIndex {
    const sides = new Float64Array(4 * rects.length)
    for (let i = 0; i < rects.length; i++) put(sides, i, rects[i]!)
    return new RectIndex(sides)
  }

  /** The same boxes with some replaced. */
  with(replaced: Iterable<readonly [number: number, rect: Rect]>): RectIndex {
    const sides = this.sides.slice()
    for (const [number, rect] of replaced) put(sides, number, rect)
    return new RectIndex(sides)
  }

  /** The numbers of the boxes that touch a box, in rising order. */
  touching(rect: Rect): number[] {
    const { sides } = this
    const found: number[] = []
    const farRight = rect.x + rect.width
    const farBottom = rect.y + rect.height
    for (let i = 0, at = 0; at < sides.length; i++, at += 4)
      if (sides[at]! <= farRight && sides[at + 2]! >= rect.x && sides[at + 1]! <= farBottom && sides[at + 3]! >= rect.y)
        found.push(i)
    return found
  }
}

function put(sides: Float64Array, number: number, { x, y, width, height }: Rect): void {
  const at = 4 * number
  sides[at] = x
  sides[at + 1] = y
  sides[at + 2] = x + width
  sides[at + 3] = y + height
}
