import type { Point } from '../workspace/change'

/** Place boxes in rows, in their order, so that the whole is about `aspect` times as wide as it is high. */
export function packShelves(
  boxes: readonly { readonly width: number; readonly height: number }[],
  { aspect, gap }: { readonly aspect: number; readonly gap: number },
): Point[] {
  const area = boxes.reduce((sum, box) => sum + (box.width + gap) * (box.height + gap), 0)
  const widest = Math.max(0, ...boxes.map(box => box.width))
  const most = Math.max(widest, Math.sqrt(area * aspect))
  let x = 0
  let y = 0
  let rowHeight = 0
  return boxes.map(box => {
    if (x > 0 && x + box.width > most) {
      x = 0
      y += rowHeight + gap
      rowHeight = 0
    }
    const corner = { x, y }
    x += box.width + gap
    rowHeight = Math.max(rowHeight, box.height)
    return corner
  })
}
