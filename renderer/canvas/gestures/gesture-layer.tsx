import { CARD_WIDTH, HEADER_HEIGHT } from '../../../shared/layout/card-size'
import type { Rect } from '../../../shared/layout/rect'
import type { Point } from '../../../shared/workspace/change'
import { useCanvas } from '../canvas-store'
import css from './gesture-layer.module.css'

/** What is seen of a gesture besides the cards: the marquee, the wire on its way, the guides of a move. */
export function GestureLayer() {
  const gesture = useCanvas(state => state.gesture)
  const from = useCanvas(state => (state.gesture?.type === 'wire' ? state.scene.card(state.gesture.from) : null))
  if (gesture?.type === 'marquee')
    return <div className={css.marquee} style={boxStyle(boxBetween(gesture.from, gesture.to))} />
  if (gesture?.type === 'wire' && from) {
    const { start, end } = wireEnds(from.rect, gesture.at)
    const bend = Math.max(24, Math.abs(end.x - start.x) / 2) * (start.x > from.rect.x ? 1 : -1)
    return (
      <svg className={css.lines} width="1" height="1" aria-hidden="true">
        <path
          className={css.wire}
          d={`M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`}
        />
        <circle className={css.wireEnd} cx={end.x} cy={end.y} r="4" />
      </svg>
    )
  }
  if (gesture?.type === 'move')
    return (
      <>
        {gesture.into && (
          <div className={css.into} style={boxStyle(gesture.into.rect)}>
            <span>Move to {gesture.into.namespace}</span>
          </div>
        )}
        {gesture.guides.map(({ from: start, to, gap }) => (
          <div key={`${start.y}`} className={css.guide} style={{ left: start.x, top: start.y, width: to.x - start.x }}>
            {gap !== null && <span className={css.gap}>{gap}</span>}
          </div>
        ))}
      </>
    )
  return null
}

/** The box that a marquee spans. */
export function boxBetween(a: Point, b: Point): Rect {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }
}

function boxStyle({ x, y, width, height }: Rect) {
  return { left: x, top: y, width, height }
}

/** A wire leaves from the side that faces the pointer. */
function wireEnds(card: Rect, at: Point): { start: Point; end: Point } {
  const toTheRight = at.x > card.x + CARD_WIDTH / 2
  return { start: { x: card.x + (toTheRight ? CARD_WIDTH : 0), y: card.y + HEADER_HEIGHT / 2 }, end: at }
}
