import { update, type CanvasState, type CanvasStore } from './canvas-store'
import { nextMounted } from './mounting'
import { readColours, type Colours } from './paint/colours'
import { paintPicture } from './paint/paint-picture'
import { compactNameSize, labelSizeAt, levelOf } from './view'

type Elements = {
  readonly root: HTMLElement
  /** Holds the cards; moved as a whole. */
  readonly stage: HTMLElement
  readonly canvas: HTMLCanvasElement
}

/**
 * Draw a frame whenever the state has changed: the painted layer and the place of the cards' stage together, so that
 * they never come apart, and at most once a screen refresh. Returns what ends it.
 */
export function runFrames(store: CanvasStore, { root, stage, canvas }: Elements): () => void {
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('This browser has no 2D canvas')
  let colours: Colours | null = null
  let theme = store.getState().props.theme
  let request = 0
  let painted: CanvasState | null = null

  const draw = () => {
    request = 0
    const { mounted, more } = nextMounted(store.getState())
    if (mounted !== store.getState().mounted) update(store, { mounted })
    const state = store.getState()
    const { view, size, props } = state
    if (colours === null || theme !== props.theme) {
      colours = readColours(root)
      theme = props.theme
    }
    const ratio = window.devicePixelRatio
    const isCleared = setSize(canvas, Math.round(size.width * ratio), Math.round(size.height * ratio))
    stage.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.zoom})`
    stage.toggleAttribute('data-far', levelOf(view.zoom) === 'block')
    stage.style.setProperty('--compact-size', `${compactNameSize(view.zoom)}px`)
    stage.style.setProperty('--label-size', `${labelSizeAt(view.zoom)}px`)
    const last = painted
    if (isCleared || !last || PAINTED.some(part => last[part] !== state[part]))
      paintPicture(context, state, colours, ratio)
    painted = state
    if (more) ask()
  }
  const ask = () => {
    request ||= requestAnimationFrame(draw)
  }
  const unsubscribe = store.subscribe(ask)
  ask()
  return () => {
    unsubscribe()
    cancelAnimationFrame(request)
  }
}

/**
 * What the painted layer shows, but for `mounted`: cards that come into the DOM stand over what was painted for them, so
 * that nothing is painted anew while they come.
 */
const PAINTED = ['props', 'scene', 'view', 'size', 'gesture', 'highlight', 'focused', 'hasFocus'] as const

/** Setting a canvas's size clears it, even where it is the same. Answers whether it did. */
function setSize(canvas: HTMLCanvasElement, width: number, height: number): boolean {
  if (canvas.width === width && canvas.height === height) return false
  canvas.width = width
  canvas.height = height
  return true
}
