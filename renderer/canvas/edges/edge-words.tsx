import type { Relation } from '../../../shared/relations/relation'
import { Spin } from '../../ui/spin'
import { useCanvas } from '../canvas-store'

type EdgeWordsProps = { readonly relation: Relation; readonly says: string; readonly canWeigh: boolean }

/** What an edge says; where it is a share of requests, the share can be set in it while the edge is selected. */
export function EdgeWords({ relation, says, canWeigh }: EdgeWordsProps) {
  const { weightOf, onWeigh, readOnly } = useCanvas(({ props }) => props)
  const weight = canWeigh && onWeigh && !readOnly ? weightOf?.(relation) : null
  if (!weight || !onWeigh) return says
  const [before = '', after = ''] = says.split(/\d+/)
  return (
    // What is pressed in it is its own matter, not the canvas's.
    <span data-canvas-chrome>
      {before.trimEnd()}{' '}
      <Spin
        label="Weight"
        value={weight.now}
        least={0}
        most={weight.most}
        onChange={value => onWeigh(relation, value)}
      />
      {after}
    </span>
  )
}
