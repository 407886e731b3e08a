import type { ObjectId } from '../../shared/workspace/kube-object'
import type { CanvasSelection } from './canvas-props'
import { pathThrough, type PathEnd } from '../../shared/relations/path'
import type { CardId, SceneCard, SceneEdge } from '../../shared/picture/scene'
import { trunkOf } from '../../shared/picture/rest-edges'
import type { CanvasState } from './canvas-store'

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

export const NO_HIGHLIGHT: Highlight = { selected: new Set(), related: new Set(), edges: new Map(), paintOnly: false }

type Lit = Pick<CanvasState, 'scene' | 'props' | 'hovered' | 'hoveredEdge' | 'focused' | 'hasFocus'>

/** What is lit now: one selected card lights all that is reached from it, as far as it goes; several what touches them. */
export function highlightOf({ scene, props, hovered, hoveredEdge, focused, hasFocus }: Lit): Highlight {
  const { selection, graph } = props
  const selected = new Set(selection.objects)
  const related = new Set<CardId>()
  const edges = new Map<SceneEdge, 'selected' | 'lit' | 'hovered'>()
  const light = (edge: SceneEdge) => {
    if (!edges.has(edge)) edges.set(edge, 'lit')
    related.add(edge.from.id).add(edge.to.id)
  }
  const chosen = selection.relation === null ? null : scene.edge(selection.relation)
  if (chosen) {
    edges.set(chosen, 'selected')
    related.add(chosen.from.id).add(chosen.to.id)
  }
  for (const id of selected) for (const edge of scene.edgesOf(id)) light(edge)
  const withKeyboard = hasFocus && focused !== null ? scene.card(focused) : null
  for (const end of pathEnds(selection, withKeyboard))
    for (const relation of pathThrough(graph, end).relations) {
      const edge = scene.edge(relation.id)
      if (edge) light(edge)
    }
  for (const id of [hovered, withKeyboard?.id ?? null])
    for (const edge of id === null ? [] : scene.edgesOf(id)) if (!edges.has(edge)) edges.set(edge, 'hovered')
  const under = hoveredEdge === null ? null : scene.edge(hoveredEdge)
  const trunk = hoveredEdge === null ? null : trunkOf(scene, hoveredEdge)
  if (under && !edges.has(under)) edges.set(under, 'hovered')
  trunk?.edges.forEach(light)
  // What a comparison marks has its word at rest: colour alone would not say it.
  for (const id of props.edgeMarks?.keys() ?? []) {
    const edge = scene.edge(id)
    if (edge && !edges.has(edge)) edges.set(edge, 'lit')
  }
  return { selected, related, edges, paintOnly: edges.size > MOST_ELEMENTS }
}

/** Where the lit path starts: the one selected object, or what is outside and has the keyboard. */
function pathEnds({ objects }: CanvasSelection, withKeyboard: SceneCard | null): readonly PathEnd[] {
  if (withKeyboard?.outside) return [{ outside: withKeyboard.outside.name }]
  const [object] = objects
  return object !== undefined && objects.length === 1 ? [{ object }] : []
}
