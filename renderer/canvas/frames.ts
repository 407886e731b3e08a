import { update, type CanvasStore } from './canvas-store'
import { nextMounted } from './mounting'
import { readColours, type Colours } from './paint/colours'
import { PaintedLayer, type Sheets } from './paint/painted-layer'
import { compactNameSize, labelSizeAt, levelOf } from './view'

type Elements = {
  readonly root: HTMLElement
  /** Holds the cards; moved as a whole. */
  readonly stage: HTMLElement
  readonly sheets: Sheets
}

/**
 * Draw a frame whenever the state has changed: the painted layer and the place of the cards' stage together, so that
 * they never come apart, and at most once a screen refresh. Returns what ends it.
 */
export function runFrames(store: CanvasStore, { root, stage, sheets }: Elements): () => void {
  const painted = new PaintedLayer(sheets)
  let colours: Colours | null = null
  let theme = store.getState().props.theme
  let request = 0

  const draw = () => {
    request = 0
    const { mounted, more } = nextMounted(store.getState())
    if (mounted !== store.getState().mounted) update(store, { mounted })
    const state = store.getState()
    const { view, settled, props } = state
    if (colours === null || theme !== props.theme) {
      colours = readColours(root)
      theme = props.theme
    }
    stage.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.zoom})`
    // A layer of its own is only scaled. At rest it would not be sharp.
    stage.style.willChange = state.isZooming ? 'transform' : ''
    stage.toggleAttribute('data-far', levelOf(settled.zoom) === 'block')
    stage.style.setProperty('--compact-size', `${compactNameSize(settled.zoom)}px`)
    stage.style.setProperty('--label-size', `${labelSizeAt(settled.zoom)}px`)
    const isBehind = painted.show(state, colours, window.devicePixelRatio)
    if (more || isBehind) ask()
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
