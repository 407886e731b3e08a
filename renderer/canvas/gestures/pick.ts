import { contains } from '../../../shared/layout/rect'
import type { Point } from '../../../shared/workspace/change'
import type { NoteId } from '../../../shared/workspace/layout-marks'
import type { CanvasState } from '../canvas-store'
import { routeOf } from '../../../shared/picture/route'
import { distanceTo } from '../../../shared/picture/trace'
import { isOnHead } from '../../../shared/picture/groups'
import type { SceneCard, SceneEdge, SceneGroup } from '../../../shared/picture/scene'
import { levelOf } from '../view'

/** What stands at a point of the picture, topmost first. */
export type Picked =
  | { readonly type: 'handle'; readonly card: SceneCard }
  | { readonly type: 'card'; readonly card: SceneCard }
  | { readonly type: 'edge'; readonly edge: SceneEdge }
  | { readonly type: 'head'; readonly group: SceneGroup }
  | { readonly type: 'note'; readonly note: NoteId; readonly part: 'body' | 'corner' }
  | { readonly type: 'ground' }

/** Half of an edge's hit area, in pixels of the screen. */
const EDGE_REACH = 6

/** What an event is about: the element where there is one, else the painted thing at the point. */
export function pick({ scene, view }: CanvasState, target: EventTarget | null, point: Point): Picked {
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
  const edge = near ? edgeNear(scene.edgesIn({ ...point, width: 0, height: 0 }), point, EDGE_REACH / view.zoom) : null
  if (edge) return { type: 'edge', edge }
  const group = near ? scene.groups.find(one => isOnHead(one, point)) : undefined
  return group ? { type: 'head', group } : { type: 'ground' }
}

/** The namespace whose box a point is in. */
export function namespaceAt({ scene }: CanvasState, point: Point): string | null {
  const collapsed = scene.cardAt(point)?.collapsed
  if (collapsed) return collapsed.namespace
  return scene.groups.find(group => contains(group.rect, point))?.namespace ?? null
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
