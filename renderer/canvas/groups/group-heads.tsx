import { useShallow } from 'zustand/react/shallow'
import { GROUP_PADDING } from '../../../shared/layout/card-size'
import { overlaps } from '../../../shared/layout/rect'
import type { SceneGroup } from '../../../shared/picture/scene'
import { Icon } from '../../ui/icon'
import { useCanvas, type CanvasState } from '../canvas-store'
import { groupRectNow } from '../paint/paint-groups'
import { levelOf, seenRect } from '../view'
import css from './group-heads.module.css'

/** The buttons on the heads of the namespaces in view. The heads themselves are painted (paint/paint-groups.ts). */
export function GroupHeads() {
  const groups = useCanvas(useShallow(groupsInView))
  const onCollapse = useCanvas(state => (state.props.readOnly ? null : (state.props.onCollapse ?? null)))
  const moving = useCanvas(state => (state.gesture?.type === 'move' ? state.gesture : null))
  if (!onCollapse) return null
  return groups.map(group => {
    const { x, y, width } = groupRectNow(group, moving)
    return (
      <button
        key={group.namespace}
        type="button"
        className={css.collapse}
        data-canvas-chrome
        tabIndex={-1}
        aria-label={`Collapse namespace ${group.namespace}`}
        title="Collapse"
        style={{ left: x + width - BUTTON - 6, top: y + (GROUP_PADDING.top - 4 - BUTTON) / 2 }}
        onClick={() => onCollapse([group.namespace], true)}
      >
        <Icon name="i-chevron-down" size="s" />
      </button>
    )
  })
}

/** What the button takes of a head, from its right end. */
const BUTTON = 24
const MOST_BUTTONS = 60

function groupsInView({ scene, settled, size }: CanvasState): readonly SceneGroup[] {
  if (levelOf(settled.zoom) === 'block') return []
  const seen = seenRect(settled, size)
  return scene.groups.filter(({ rect }) => overlaps(rect, seen)).slice(0, MOST_BUTTONS)
}
