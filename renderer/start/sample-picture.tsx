import { useMemo } from 'react'
import type { Sample } from '../../shared/patterns/samples'
import { updateDesign } from '../../shared/workspace/design'
import { sampleWorkspace } from '../store/new-design'
import css from './sample-picture.module.css'
import { SKETCH, sketchOf } from './sketch'
import type { SketchLine } from './sketch'

/** What a sample looks like, drawn from its own manifests. */
export function SamplePicture({ sample }: { readonly sample: Sample }) {
  const sketch = useMemo(() => sketchOf(updateDesign(null, sampleWorkspace(sample))), [sample])
  return (
    <svg className={css.picture} viewBox={`0 0 ${SKETCH.width} ${SKETCH.height}`} aria-hidden="true">
      {sketch.lines.map(line => (
        <path key={`${line.from.id} ${line.to.id}`} d={squareRun(line)} />
      ))}
      {sketch.boxes.map(box => (
        <rect
          key={box.id}
          data-family={box.family}
          x={box.x}
          y={box.y}
          width={SKETCH.boxWidth}
          height={SKETCH.boxHeight}
          rx={2.5}
        />
      ))}
    </svg>
  )
}

function squareRun({ from, to }: SketchLine): string {
  const [left, right] = from.x < to.x ? [from, to] : [to, from]
  const start = left.x + SKETCH.boxWidth
  const middle = (start + right.x) / 2
  return `M${start} ${left.y + SKETCH.boxHeight / 2}H${middle}V${right.y + SKETCH.boxHeight / 2}H${right.x}`
}
