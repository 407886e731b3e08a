import { memo, useEffect, useRef } from 'react'
import { classes } from '../../ui/classes'
import { useCanvas } from '../canvas-store'
import { routeNow } from '../paint/paint-edges'
import type { DiffMark } from '../../../shared/cluster/compare'
import type { SceneEdge } from '../../../shared/picture/scene'
import { labelSizeAt, levelOf } from '../view'
import { edgeStyle, isDangling, widthOf } from '../../../shared/picture/edge-style'
import { EdgeWords } from './edge-words'
import css from './edges.module.css'
import { labelPlaces } from '../../../shared/picture/label-place'
import type { Route } from '../../../shared/picture/route'
import { svgPath } from '../../../shared/picture/trace'

type State = 'selected' | 'lit' | 'hovered'

/** The edges of what is selected, hovered or focused: real elements, with their words. All others are painted. */
export function EdgesLayer() {
  const highlight = useCanvas(state => state.highlight)
  const near = useCanvas(state => levelOf(state.settled.zoom) !== 'block')
  const marks = useCanvas(state => state.props.edgeMarks)
  const labelSize = useCanvas(state => labelSizeAt(state.settled.zoom))
  const moving = useCanvas(state => (state.gesture?.type === 'move' ? state.gesture : null))
  const wiring = useCanvas(state => state.gesture?.type === 'wire')
  if (!near || highlight.paintOnly || wiring) return null
  const lit = [...highlight.edges].map(([edge, state]) => {
    return { edge, state, route: routeNow(edge, moving), says: saysWith(marks?.get(edge.relation.id), edge) }
  })
  const places = labelPlaces(lit, labelSize)
  const edges = lit.map((line, i) => ({ ...line, place: places[i]! }))
  return (
    <>
      <svg className={css.lines} width="1" height="1" aria-hidden="true">
        <Signs />
        {edges.map(({ edge, state, route }) => (
          <Line key={edge.relation.id} edge={edge} state={state} route={route} />
        ))}
      </svg>
      {edges.map(({ edge, state, place }) => (
        <Label key={edge.relation.id} edge={edge} state={state} x={place.at.x} y={place.at.y} fits={place.fits} />
      ))}
    </>
  )
}

type EdgeProps = { readonly edge: SceneEdge; readonly state: State }
type LineProps = EdgeProps & { readonly route: Route }
type LabelProps = EdgeProps & { readonly x: number; readonly y: number; readonly fits: boolean }

const WIDTHS: Readonly<Record<State, number>> = { hovered: 1.5, lit: 1.75, selected: 2 }

const Line = memo(function Line({ edge, state, route }: LineProps) {
  const style = edgeStyle(edge)
  const mark = useCanvas(({ props }) => props.edgeMarks?.get(edge.relation.id))
  const path = svgPath(route)
  return (
    <g
      data-edge={edge.relation.id}
      data-group={edge.relation.group}
      data-diff={mark}
      className={classes(css[state], isDangling(edge) && css.dangling)}
    >
      {state === 'selected' && <path className={css.halo} d={path} />}
      <path
        className={css.line}
        d={path}
        strokeWidth={widthOf(edge, WIDTHS[state])}
        strokeDasharray={style.dash.join(' ') || undefined}
        markerEnd={`url(#canvas-${style.end})`}
      />
      <path className={css.hit} d={path} />
    </g>
  )
})

/** The element that stands for an edge: it can be focused, and its name is the relation as a sentence. */
const Label = memo(function Label({ edge, state, x, y, fits }: LabelProps) {
  const element = useRef<HTMLDivElement>(null)
  const { relation } = edge
  const mark = useCanvas(({ props }) => props.edgeMarks?.get(relation.id))
  const label = mark ? `${edge.label}, ${MARK_WORDS[mark]}` : edge.label
  const takesFocus = useCanvas(({ props, hasFocus }) => hasFocus && props.selection.relation === relation.id)
  useEffect(() => {
    if (takesFocus) element.current?.focus({ preventScroll: true })
  }, [takesFocus])
  return (
    <div
      ref={element}
      role="group"
      aria-label={label}
      aria-selected={state === 'selected'}
      tabIndex={-1}
      title={label}
      className={classes(
        css.label,
        css[state],
        isDangling(edge) && css.dangling,
        !fits && state === 'lit' && css.cramped,
      )}
      data-edge={relation.id}
      data-group={relation.group}
      data-diff={mark}
      style={{ left: x, top: y }}
    >
      <EdgeWords relation={relation} says={saysWith(mark, edge)} canWeigh={state === 'selected'} />
    </div>
  )
})

/** The signs at the ends, as the painted layer draws them (paint/paint-edges.ts). */
function Signs() {
  const shared = {
    viewBox: '0 0 8 8',
    refY: 4,
    markerWidth: 8,
    markerHeight: 8,
    markerUnits: 'userSpaceOnUse',
    orient: 'auto',
  }
  return (
    <defs>
      <marker id="canvas-arrow" {...shared} refX="7">
        <path d="M1 .75 7.25 4 1 7.25z" fill="context-stroke" />
      </marker>
      <marker id="canvas-dot" {...shared} refX="6.5">
        <circle cx="4" cy="4" r="2.75" fill="context-stroke" />
      </marker>
      <marker id="canvas-ring" {...shared} refX="7">
        <circle cx="4" cy="4" r="2.5" className={css.ring} stroke="context-stroke" strokeWidth="1.5" />
      </marker>
      <marker id="canvas-bar" {...shared} refX="7">
        <rect x="2" y="1" width="5" height="6" rx="1" fill="context-stroke" />
      </marker>
      <marker id="canvas-diamond" {...shared} refX="7.5">
        <path d="M4 .75 7.25 4 4 7.25.75 4z" fill="context-stroke" />
      </marker>
    </defs>
  )
}

const MARK_WORDS: Readonly<Record<DiffMark, string>> = { add: 'added', change: 'changed', remove: 'removed' }
const MARK_SIGNS: Readonly<Record<DiffMark, string>> = { add: '+', change: '~', remove: '−' }

/** What an edge says, behind the sign of what a comparison found. */
function saysWith(mark: DiffMark | undefined, { relation }: SceneEdge): string {
  return mark ? `${MARK_SIGNS[mark]} ${relation.says}` : relation.says
}
