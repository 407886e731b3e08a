import type { ObjectId } from '../../shared/workspace/kube-object'
import type { CanvasSelection } from './canvas-props'
import type { CardId, Scene, SceneEdge } from '../../shared/picture/scene'

/** What the selection, the hover and the keyboard's focus light up. */
export type Highlight = {
  readonly selected: ReadonlySet<ObjectId>
  /** The other ends of what is lit by the selection. */
  readonly related: ReadonlySet<CardId>
  /** The edges that are real elements with labels, strongest state first decided. */
  readonly edges: ReadonlyMap<SceneEdge, 'selected' | 'lit' | 'hovered'>
  /** There are too many lit edges for elements: they are only painted. */
  readonly paintOnly: boolean
}

const MOST_ELEMENTS = 200

/** `cards`: the hovered one and the one with the keyboard. */
export function highlightOf(
  scene: Scene,
  selection: CanvasSelection,
  cards: readonly CardId[] | null,
  hoveredEdge: string | null,
): Highlight {
  const selected = new Set(selection.objects)
  const related = new Set<CardId>()
  const edges = new Map<SceneEdge, 'selected' | 'lit' | 'hovered'>()
  const chosen = selection.relation === null ? null : scene.edge(selection.relation)
  if (chosen) {
    edges.set(chosen, 'selected')
    related.add(chosen.from.id).add(chosen.to.id)
  }
  for (const id of selected) {
    for (const edge of scene.edgesOf(id)) {
      if (!edges.has(edge)) edges.set(edge, 'lit')
      related.add(edge.from.id === id ? edge.to.id : edge.from.id)
    }
  }
  for (const id of cards ?? []) for (const edge of scene.edgesOf(id)) if (!edges.has(edge)) edges.set(edge, 'hovered')
  const under = hoveredEdge === null ? null : scene.edge(hoveredEdge)
  if (under && !edges.has(under)) edges.set(under, 'hovered')
  return { selected, related, edges, paintOnly: edges.size > MOST_ELEMENTS }
}
