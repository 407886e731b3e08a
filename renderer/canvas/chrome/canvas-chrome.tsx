import { Icon } from '../../ui/icon'
import { fit, update, useCanvas, useCanvasStore } from '../canvas-store'
import { zoomTo } from '../keys/keys'
import css from './chrome.module.css'
import { Minimap } from './minimap'

const STEP = 1.25

/** The minimap and the zoom buttons: one block in the lower right corner. */
export function CanvasChrome() {
  const store = useCanvasStore()
  const minimap = useCanvas(state => state.minimap)
  const percent = useCanvas(state => Math.round(state.view.zoom * 100))
  const zoomBy = (factor: number) => zoomTo(store, store.getState().view.zoom * factor)
  return (
    <div className={css.block} data-canvas-chrome>
      {minimap && <Minimap />}
      <div className={css.zoomBar}>
        <ChromeButton icon="i-minus" label="Zoom out" onPress={() => zoomBy(1 / STEP)} />
        <span className={css.zoom}>{percent}%</span>
        <ChromeButton icon="i-plus" label="Zoom in" onPress={() => zoomBy(STEP)} />
        <ChromeButton icon="i-fit" label="Fit" onPress={() => fit(store)} />
        <ChromeButton
          icon="i-minimap"
          label={minimap ? 'Hide minimap' : 'Show minimap'}
          onPress={() => update(store, { minimap: !minimap })}
        />
      </div>
    </div>
  )
}

type ButtonProps = { readonly icon: string; readonly label: string; readonly onPress: () => void }

function ChromeButton({ icon, label, onPress }: ButtonProps) {
  return (
    <button type="button" className={css.button} aria-label={label} title={label} onClick={onPress}>
      <Icon name={icon} />
    </button>
  )
}
