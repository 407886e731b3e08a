import { chains } from '../../../shared/relations/chains'
import { Icon } from '../../ui/icon'
import { useCanvas, useCanvasStore } from '../canvas-store'
import { FIRST_LENS_KEY, lookThrough, showAll, showAround } from '../scope'
import css from './scope-bar.module.css'

const HEAD_SIZE = 13
const HEAD_ON_SCREEN = 11
const HEAD_LINE = 1.4
const HEAD_GAP = 16
/** How far the name of a narrow lane may reach into the gutter behind it. */
const HEAD_INTO_GUTTER = 80

const DEPTHS = [
  { depth: 1, label: '1' },
  { depth: 2, label: '2' },
  { depth: Infinity, label: 'all' },
]

/** Through which lens the design is looked at, what it is narrowed to, and the way back: in the lower left corner. */
export function ScopeBar() {
  const store = useCanvasStore()
  const lens = useCanvas(state => state.scope.lens)
  const around = useCanvas(state => state.scope.around)
  const filtered = useCanvas(({ props }) => (props.shown ? props.objects.length - props.shown.size : 0))
  const hidden = useCanvas(state => state.hidden) + filtered
  const onShowAll = useCanvas(state => state.props.onShowAll)
  const isEmpty = useCanvas(state => state.props.objects.length === 0)
  if (isEmpty) return null
  return (
    <div className={css.bar} role="toolbar" aria-label="Lenses" data-canvas-chrome>
      {chains.map((chain, i) => (
        <button
          key={chain.name}
          type="button"
          className={css.lens}
          aria-pressed={lens === chain}
          title={`${chain.label} (${i + FIRST_LENS_KEY})`}
          onClick={() => lookThrough(store, chain)}
        >
          {chain.label}
        </button>
      ))}
      {around && (
        <span className={css.around}>
          Steps
          {DEPTHS.map(({ depth, label }) => (
            <button
              key={label}
              type="button"
              className={css.lens}
              aria-pressed={around.depth === depth}
              aria-label={depth === Infinity ? 'All that is connected' : `Connected within ${label}`}
              onClick={() => showAround(store, depth)}
            >
              {label}
            </button>
          ))}
        </span>
      )}
      {(lens !== null || around !== null || filtered > 0) && (
        <button
          type="button"
          className={css.back}
          title="Show all (3)"
          onClick={() => {
            showAll(store)
            if (filtered > 0) onShowAll?.()
          }}
        >
          <Icon name="i-eye" size="s" />
          {hidden === 0 ? 'Show all' : `${hidden} hidden: show all`}
        </button>
      )}
    </div>
  )
}

/** The names of a lens's lanes, above them in the picture. From afar they are as large on the screen as a namespace's. */
export function LaneHeads() {
  const lanes = useCanvas(state => state.lanes)
  const size = useCanvas(state =>
    state.lanes.length === 0 ? 0 : Math.max(HEAD_SIZE, HEAD_ON_SCREEN / state.view.zoom),
  )
  return lanes.map(({ lane, x, width, label }) => (
    <div
      key={lane}
      className={css.lane}
      title={label}
      style={{ left: x, width: width + HEAD_INTO_GUTTER, top: -HEAD_GAP - size * HEAD_LINE, fontSize: size }}
    >
      {label}
    </div>
  ))
}
