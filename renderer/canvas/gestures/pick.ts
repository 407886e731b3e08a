import { contains } from '../../../shared/layout/rect'
import type { Point } from '../../../shared/workspace/change'
import type { NoteId } from '../../../shared/workspace/layout-marks'
import type { CanvasState } from '../canvas-store'
import { restEdgesOf, type Trunk } from '../../../shared/picture/rest-edges'
import { routeOf } from '../../../shared/picture/route'
import { distanceTo } from '../../../shared/picture/trace'
import { isOnHead } from '../../../shared/picture/groups'
import type { SceneCard, SceneEdge, SceneGroup } from '../../../shared/picture/scene'
import { routeOfTrunk } from '../paint/paint-rest'
import { levelOf } from '../view'

/** What stands at a point of the picture, topmost first. */
export type Picked =
  | { readonly type: 'handle'; readonly card: SceneCard }
  | { readonly type: 'card'; readonly card: SceneCard }
  | { readonly type: 'edge'; readonly edge: SceneEdge }
  | { readonly type: 'trunk'; readonly trunk: Trunk }
  | { readonly type: 'head'; readonly group: SceneGroup }
  | { readonly type: 'note'; readonly note: NoteId; readonly part: 'body' | 'corner' }
  | { readonly type: 'ground' }

/** Half of an edge's hit area, in pixels of the screen. */
const EDGE_REACH = 6

/** What an event is about: the element where there is one, else the painted thing at the point. */
export function pick(state: CanvasState, target: EventTarget | null, point: Point): Picked {
  const { scene, view } = state
  const element = target instanceof Element ? target : null
  const note = dataOf(element, 'note')
  if (note !== undefined)
    return { type: 'note', note, part: element?.closest('[data-note-corner]') ? 'corner' : 'body' }
  const card = scene.card(dataOf(element, 'card') ?? '') ?? scene.cardAt(point)
  if (card && element?.closest('[data-wire-handle]')) return { type: 'handle', card }
  const lit = scene.edge(dataOf(element, 'edge') ?? '')
  if (lit) return { type: 'edge', edge: lit }
  if (card) return { type: 'card', card }
  const near = levelOf(view.zoom) !== 'block'
  const reach = EDGE_REACH / view.zoom
  const edge = near ? edgeNear(linesIn(state, point), point, reach) : null
  if (edge) return { type: 'edge', edge }
  const trunk = restEdgesOf(scene).trunks.find(one => distanceTo(routeOfTrunk(one, null), point) <= reach)
  if (trunk) return { type: 'trunk', trunk }
  const group = near ? scene.groups.find(one => isOnHead(one, point)) : undefined
  return group ? { type: 'head', group } : { type: 'ground' }
}

/** The namespace whose box a point is in. */
export function namespaceAt({ scene }: CanvasState, point: Point): string | null {
  const collapsed = scene.cardAt(point)?.collapsed
  if (collapsed) return collapsed.namespace
  return scene.groups.find(group => contains(group.rect, point))?.namespace ?? null
}

/** The edges at a point that are drawn as lines. */
function linesIn({ scene, highlight }: CanvasState, point: Point): readonly SceneEdge[] {
  const { inTrunks, stubs } = restEdgesOf(scene)
  return scene
    .edgesIn({ ...point, width: 0, height: 0 })
    .filter(edge => highlight.edges.has(edge) || !(inTrunks.has(edge) || stubs.has(edge)))
}

function edgeNear(edges: readonly SceneEdge[], point: Point, reach: number): SceneEdge | null {
  let best: SceneEdge | null = null
  let least = reach
  for (const edge of edges) {
    const far = distanceTo(routeOf(edge), point)
    if (far > least) continue
    best = edge
    least = far
  }
  return best
}

function dataOf(element: Element | null, name: 'card' | 'edge' | 'note'): string | undefined {
  const found = element?.closest(`[data-${name}]`)
  return found instanceof HTMLElement || found instanceof SVGElement ? found.dataset[name] : undefined
}
