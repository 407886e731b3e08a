import type { RelationGroup } from '../relations/relation'
import type { SceneEdge } from './scene'

/** The sign at an edge's end. */
export type EdgeEnd = 'arrow' | 'dot' | 'bar' | 'diamond' | 'ring'

/** How an edge of a relation group is drawn (VISUAL.md, Edges). */
export type EdgeStyle = { readonly dash: readonly number[]; readonly end: EdgeEnd; readonly extraWidth: number }

const STYLES: Readonly<Record<RelationGroup, EdgeStyle>> = {
  traffic: { dash: [], end: 'arrow', extraWidth: 0 },
  config: { dash: [], end: 'dot', extraWidth: 0 },
  storage: { dash: [], end: 'bar', extraWidth: 0 },
  access: { dash: [6, 4], end: 'diamond', extraWidth: 0 },
  policy: { dash: [1, 5], end: 'ring', extraWidth: 0.5 },
  mesh: { dash: [], end: 'arrow', extraWidth: 0 },
  delivery: { dash: [12, 4], end: 'arrow', extraWidth: 0 },
  other: { dash: [3, 3], end: 'dot', extraWidth: 0 },
}
const DANGLING: readonly number[] = [4, 4]

/** How the edges of a group are drawn, where all is well. */
export function groupStyle(group: RelationGroup): EdgeStyle {
  return STYLES[group]
}

export function edgeStyle(edge: SceneEdge): EdgeStyle {
  const style = STYLES[edge.relation.group]
  return isDangling(edge) ? { ...style, dash: DANGLING } : style
}

/** The relation names something that isn't there: an object, or a key of one. */
export function isDangling(edge: SceneEdge): boolean {
  return edge.relation.missing !== null && !edge.relation.optional
}

/** A mesh edge is as wide as its share of the traffic. */
export function widthOf(edge: SceneEdge, width: number): number {
  const weight = edge.relation.detail['weight']
  const share = edge.relation.group === 'mesh' && typeof weight === 'number' ? (weight / 100) * 2.5 : 0
  return width + share + edgeStyle(edge).extraWidth
}
