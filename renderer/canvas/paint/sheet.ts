import type { Size, View } from '../view'

/** A canvas that is painted for one view and may then be shown in another, moved and scaled. */
export type Sheet = { readonly canvas: HTMLCanvasElement; readonly context: CanvasRenderingContext2D }

/** A sheet on a canvas; `clear`: what is under it shows through where it isn't painted. */
export function sheetOn(canvas: HTMLCanvasElement, clear = false): Sheet {
  const context = canvas.getContext('2d', { alpha: clear })
  if (!context) throw new Error('This browser has no 2D canvas')
  return { canvas, context }
}

/** Make a sheet so large, in CSS pixels. */
export function setSize({ canvas }: Sheet, size: Size, ratio: number): void {
  const width = Math.round(size.width * ratio)
  const height = Math.round(size.height * ratio)
  // Setting the size clears a canvas, even where it is the same.
  if (canvas.width === width && canvas.height === height) return
  canvas.width = width
  canvas.height = height
  canvas.style.width = `${size.width}px`
  canvas.style.height = `${size.height}px`
}

/** Show a sheet that was painted for one view in another. */
export function place({ canvas }: Sheet, painted: View, view: View): void {
  const scale = view.zoom / painted.zoom
  const isThere = scale === 1 && view.x === painted.x && view.y === painted.y
  canvas.style.transform = isThere
    ? ''
    : `translate(${view.x - painted.x * scale}px, ${view.y - painted.y * scale}px) scale(${scale})`
}
