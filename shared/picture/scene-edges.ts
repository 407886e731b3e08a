import { CARD_WIDTH } from '../layout/card-size'
import type { Rect } from '../layout/rect'
import type { Relation, RelationGroup } from '../relations/relation'
import type { SceneCard, SceneEdge } from './scene'
import { edgesAt, type Topology, type TopologyChange } from './topology'

/** The nearest lane first. What usually reaches far down stands near the card, so that it crosses few others. */
const LANES: readonly RelationGroup[] = [
  'access',
  'config',
  'storage',
  'traffic',
  'mesh',
  'policy',
  'delivery',
  'other',
]
const FIRST_LANE = 12
const LANE_GAP = 10

/** A bit for each relation group, a lower one the nearer its lane. */
const BITS = new Map(LANES.map((group, lane) => [group, 1 << lane]))

/** What the edges of the scene before are taken from. */
export type EdgesBefore = { readonly topology: Topology; readonly edges: readonly SceneEdge[] }

/** The edges, those that are as they were being the same, and the numbers of those that are not. */
export type NextEdges = { readonly edges: readonly SceneEdge[]; readonly changed: readonly number[] }

/** The edges of a topology that stayed as it was, while these cards did not. */
export function editEdges(
  { topology, relations }: TopologyChange,
  cards: readonly SceneCard[],
  changedCards: readonly number[],
  before: { readonly edges: readonly SceneEdge[] },
): NextEdges {
  const { wires } = topology
  const starts = new Set(changedCards)
  for (const card of changedCards) for (const edge of edgesAt(topology, card)) starts.add(wires.from[edge]!)
  for (let number = relations.from; number < relations.toAfter; number++) {
    const edge = wires.edgeOf[number]!
    if (edge !== -1) starts.add(wires.from[edge]!)
  }
  if (starts.size === 0) return { edges: before.edges, changed: [] }
  const edges = [...before.edges]
  const changed: number[] = []
  for (const start of starts) {
    const leaving = edgesAt(topology, start).filter(edge => wires.from[edge] === start)
    const lanes = new Lanes(topology, cards, leaving)
    for (const edge of leaving) {
      const next = edgeBetween(topology, cards, edge, lanes, before.edges[edge])
      if (next === edges[edge]) continue
      edges[edge] = next
      changed.push(edge)
    }
  }
  return { edges, changed }
}

/** All edges anew, but for those that are as they were. */
export function allEdges(
  { topology, relations }: TopologyChange,
  cards: readonly SceneCard[],
  before: EdgesBefore,
): readonly SceneEdge[] {
  const { relationOf } = topology.wires
  const numbers = relationOf.map((_, edge) => edge)
  const lanes = new Lanes(topology, cards, numbers)
  const inSpan = new Map<string, SceneEdge>()
  const knownAt = (relation: number): SceneEdge | undefined =>
    before.edges[before.topology.wires.edgeOf[relation] ?? -1]
  for (let number = relations.from; number < relations.toBefore; number++) {
    const edge = knownAt(number)
    if (edge) inSpan.set(edge.relation.id, edge)
  }
  const shift = relations.toBefore - relations.toAfter
  const edges: SceneEdge[] = []
  for (const edge of numbers) {
    const number = relationOf[edge]!
    const known =
      number < relations.from
        ? knownAt(number)
        : number >= relations.toAfter
          ? knownAt(number + shift)
          : inSpan.get(topology.relations[number]!.id)
    edges.push(edgeBetween(topology, cards, edge, lanes, known))
  }
  return edges
}

const NO_RELATIONS: readonly Relation[] = []

function edgeBetween(
  { wires, relations }: Topology,
  cards: readonly SceneCard[],
  edge: number,
  lanes: Lanes,
  known: SceneEdge | undefined,
): SceneEdge {
  const relation = relations[wires.relationOf[edge]!]!
  const from = cards[wires.from[edge]!]!
  const to = cards[wires.to[edge]!]!
  const lane = lanes.of(relation, from, to)
  const bundled = wires.bundles.get(edge) ?? NO_RELATIONS
  const isSame =
    known?.relation === relation &&
    known.bundled === bundled &&
    known.from === from &&
    known.to === to &&
    known.lane === lane
  if (isSame) return known
  const target = to.ghost ? `${to.content.row.kind} ${to.content.name}` : to.label
  const more = bundled.length === 0 ? '' : `, and ${bundled.length} more`
  return { relation, bundled, label: `${from.label} ${relation.says} ${target}${more}`, from, to, lane }
}

/** How far from its card each edge turns: each relation group that leaves a side of a card has a lane of its own. */
class Lanes {
  /** A bit for each relation group that leaves a side of a card. */
  private readonly leaving = { left: new Map<SceneCard, number>(), right: new Map<SceneCard, number>() }

  constructor({ wires, relations }: Topology, cards: readonly SceneCard[], edges: Int32Array) {
    for (const edge of edges) {
      const from = cards[wires.from[edge]!]!
      const side = this.sideOf(from, cards[wires.to[edge]!]!)
      side.set(from, (side.get(from) ?? 0) | BITS.get(relations[wires.relationOf[edge]!]!.group)!)
    }
  }

  of({ group }: Relation, from: SceneCard, to: SceneCard): number {
    const nearer = (this.sideOf(from, to).get(from) ?? 0) & (BITS.get(group)! - 1)
    return FIRST_LANE + LANE_GAP * bitsOf(nearer)
  }

  private sideOf(from: SceneCard, to: SceneCard): Map<SceneCard, number> {
    return to.rect.x > from.rect.x ? this.leaving.right : this.leaving.left
  }
}

function bitsOf(mask: number): number {
  let count = 0
  for (let rest = mask; rest > 0; rest &= rest - 1) count++
  return count
}

/** A box that every route between two cards stays in. */
export function reachOf({ from, to, lane }: SceneEdge): Rect {
  const left = Math.min(from.rect.x, to.rect.x) - lane
  const top = Math.min(from.rect.y, to.rect.y)
  const right = Math.max(from.rect.x, to.rect.x) + CARD_WIDTH + lane
  const bottom = Math.max(from.rect.y + from.rect.height, to.rect.y + to.rect.height)
  return { x: left, y: top, width: right - left, height: bottom - top }
}
