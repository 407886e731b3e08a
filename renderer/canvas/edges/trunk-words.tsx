import { labelOfTrunk, longestRun, trunkOf, trunkRoute } from '../../../shared/picture/rest-edges'
import { useCanvas } from '../canvas-store'
import css from './edges.module.css'

/** What the trunk under the pointer stands for, above its number; as large on the screen from near and far. */
export function TrunkWords() {
  const trunk = useCanvas(({ scene, hoveredEdge }) => (hoveredEdge === null ? null : trunkOf(scene, hoveredEdge)))
  const zoom = useCanvas(state => state.view.zoom)
  const rests = useCanvas(state => state.gesture === null)
  if (!trunk || !rests) return null
  const { middle } = longestRun(trunkRoute(trunk.from.rect, trunk.to.rect))
  return (
    <div
      role="tooltip"
      className={css.trunk}
      style={{ left: middle.x, top: middle.y, transform: `scale(${1 / zoom}) translate(-50%, calc(-100% - 12px))` }}
    >
      {labelOfTrunk(trunk)}
    </div>
  )
}
