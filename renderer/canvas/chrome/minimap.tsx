import { useEffect, useRef, type PointerEvent } from 'react'
import type { Rect } from '../../../shared/layout/rect'
import { setView, useCanvas, useCanvasStore, type CanvasState } from '../canvas-store'
import { readColours } from '../paint/colours'
import { seenRect, type View } from '../view'
import css from './chrome.module.css'

const WIDTH = 158
const HEIGHT = 72
const MARGIN = 4

/** The whole design, small, with the part that is seen. Press or drag to go there. */
export function Minimap() {
  const store = useCanvasStore()
  const canvas = useRef<HTMLCanvasElement>(null)
  const seen = useRef<HTMLDivElement>(null)
  const scene = useCanvas(state => state.scene)
  const selected = useCanvas(state => state.highlight.selected)
  const theme = useCanvas(state => state.props.theme)

  // The frame that shows an edit comes first: the map of a large design takes as long as all else together.
  useEffect(() => {
    const request = requestIdleCallback(
      () => {
        if (canvas.current) drawMap(canvas.current, store.getState())
      },
      { timeout: 300 },
    )
    return () => cancelIdleCallback(request)
  }, [store, scene, selected, theme])

  useEffect(() => {
    const follow = () => {
      const state = store.getState()
      const scale = mapScale(state.scene.bounds)
      const box = seenRect(state.view, state.size)
      const left = clamp(box.x * scale.zoom + scale.x, 0, WIDTH)
      const top = clamp(box.y * scale.zoom + scale.y, 0, HEIGHT)
      const right = clamp((box.x + box.width) * scale.zoom + scale.x, 0, WIDTH)
      const bottom = clamp((box.y + box.height) * scale.zoom + scale.y, 0, HEIGHT)
      if (!seen.current) return
      seen.current.style.transform = `translate(${left}px, ${top}px)`
      seen.current.style.width = `${right - left}px`
      seen.current.style.height = `${bottom - top}px`
    }
    follow()
    return store.subscribe(follow)
  }, [store])

  const goTo = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const { scene: now, view, size } = store.getState()
    const box = event.currentTarget.getBoundingClientRect()
    const scale = mapScale(now.bounds)
    const x = (event.clientX - box.left - scale.x) / scale.zoom
    const y = (event.clientY - box.top - scale.y) / scale.zoom
    setView(store, { ...view, x: size.width / 2 - x * view.zoom, y: size.height / 2 - y * view.zoom })
  }
  return (
    <div className={css.minimap} role="img" aria-label="Minimap" onPointerDown={goTo} onPointerMove={goTo}>
      <canvas ref={canvas} width={WIDTH} height={HEIGHT} />
      <div ref={seen} className={css.seen} />
    </div>
  )
}

function drawMap(canvas: HTMLCanvasElement, { scene, highlight }: CanvasState): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const ratio = window.devicePixelRatio
  canvas.width = WIDTH * ratio
  canvas.height = HEIGHT * ratio
  const colours = readColours(canvas)
  const { x, y, zoom } = mapScale(scene.bounds)
  context.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio)
  context.lineWidth = 0.75 / zoom
  for (const { rect } of scene.groups) {
    context.fillStyle = colours.groupFill
    context.strokeStyle = colours.groupBorder
    context.fillRect(rect.x, rect.y, rect.width, rect.height)
    context.strokeRect(rect.x, rect.y, rect.width, rect.height)
  }
  context.globalAlpha = 0.8
  context.strokeStyle = colours.error
  // A context reads a colour each time that it is told one, which is most of the time for thousands of cards.
  let colour = ''
  for (const { id, rect, content, ghost } of scene.cards) {
    if (ghost) {
      context.strokeRect(rect.x, rect.y, rect.width, rect.height)
      continue
    }
    const wanted = highlight.selected.has(id) ? colours.accent : colours.blockBorder[content.row.family]
    if (wanted !== colour) context.fillStyle = colour = wanted
    context.fillRect(rect.x, rect.y, rect.width, rect.height)
  }
}

/** How the whole design is drawn on the map. */
function mapScale(bounds: Rect | null): View {
  if (!bounds) return { x: 0, y: 0, zoom: 1 }
  const zoom = Math.min((WIDTH - 2 * MARGIN) / bounds.width, (HEIGHT - 2 * MARGIN) / bounds.height)
  return {
    zoom,
    x: (WIDTH - bounds.width * zoom) / 2 - bounds.x * zoom,
    y: (HEIGHT - bounds.height * zoom) / 2 - bounds.y * zoom,
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
