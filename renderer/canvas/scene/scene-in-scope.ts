import { cardHeight } from '../../../shared/layout/card-size'
import { arrangeLanes, type LanePlace } from '../../../shared/layout/lenses'
import { layoutTiesOf, type Places } from '../../../shared/picture/automatic-places'
import { buildScene } from '../../../shared/picture/build-scene'
import { cardsAround, cardsOf, type UnplacedCard } from '../../../shared/picture/cards-of'
import { endOf, type Scene } from '../../../shared/picture/scene'
import { graphAround } from '../../../shared/picture/shown-graph'
import { laneOf, outsideLaneOf, type Chain } from '../../../shared/relations/chains'
import type { Relation } from '../../../shared/relations/relation'
import type { ObjectId } from '../../../shared/workspace/kube-object'
import type { CanvasProps } from '../canvas-props'

/** Only what is so many relations away from some objects is shown. */
export type Around = { readonly objects: readonly ObjectId[]; readonly depth: number }

/** What part of the design is shown, and in what arrangement: the user's own, or a lens's lanes. */
export type Scope = { readonly lens: Chain | null; readonly around: Around | null }

export const WHOLE_DESIGN: Scope = { lens: null, around: null }

/** A lane with its name. */
export type LaneHead = LanePlace & { readonly label: string }

export type SceneInScope = { readonly scene: Scene; readonly lanes: readonly LaneHead[]; readonly hidden: number }

type Shown = Pick<CanvasProps, 'objects' | 'graph' | 'shown' | 'hiddenGroups' | 'looks'>

/** The picture of a design in a scope; `hidden`: how many objects the scope alone leaves out. */
export function sceneInScope(props: Shown, places: Places, { lens, around }: Scope, before: Scene): SceneInScope {
  const { graph, hiddenGroups } = props
  const relations =
    hiddenGroups.size > 0 ? graph.relations.filter(relation => !hiddenGroups.has(relation.group)) : graph.relations
  const all = cardsOf(props.objects, graph.relations)
  const filtered = props.shown ? cardsAround(all, relations, props.shown) : all
  const near = around ? cardsAround(filtered, relations, objectsAround(props, around)) : filtered
  if (!lens) {
    const scene = buildScene(near, relations, places, before, { collapsed: collapsedIn(props) })
    return { scene, lanes: [], hidden: objectsIn(filtered) - objectsIn(near) }
  }
  const laned = laneCards(lens, near, relations)
  const ties = relations.filter(relation => {
    const [from, to] = [laned.get(relation.from), laned.get(endOf(relation) ?? '')]
    return from !== undefined && to !== undefined && from.lane !== to.lane
  })
  const { places: laid, lanes } = arrangeLanes(
    [...laned].map(([id, { card, lane }]) => ({
      id,
      lane,
      order: card.label,
      height: cardHeight(card.content.lines.length),
    })),
    layoutTiesOf(ties),
  )
  const cards = [...laned.values()].map(({ card }) => card)
  const scene = buildScene(cards, ties, laid, before, { grouped: false })
  const heads = lanes.map(lane => ({ ...lane, label: lens.lanes[lane.lane]!.label }))
  return { scene, lanes: heads, hidden: objectsIn(filtered) - objectsIn(cards) }
}

/** The namespaces that are shown as one card. */
export function collapsedIn({ looks }: Pick<CanvasProps, 'looks'>): ReadonlySet<string> {
  return new Set([...(looks ?? [])].filter(([, look]) => look.isCollapsed).map(([namespace]) => namespace))
}

function objectsAround({ graph, objects }: Shown, around: Around): ReadonlySet<ObjectId> {
  const whole = { ...graph, objects }
  return new Set(graphAround(whole, around.objects, around.depth).objects.map(object => object.id))
}

function objectsIn(cards: readonly UnplacedCard[]): number {
  return cards.filter(card => card.object !== null).length
}

/** The cards that have a lane. Pods stand in a lens only with what it asks about: a pod without a claim tells of no storage. */
function laneCards(lens: Chain, cards: readonly UnplacedCard[], relations: readonly Relation[]) {
  const lanes = new Map(cards.flatMap(card => laneEntry(lens, card)))
  const tied = new Set<string>()
  for (const relation of relations) {
    const to = endOf(relation)
    const [from, end] = [lanes.get(relation.from), lanes.get(to ?? '')]
    if (to !== null && from && end && from.lane !== end.lane) tied.add(relation.from).add(to)
  }
  for (const [id, { lane }] of lanes) if (lens.lanes[lane]!.holdsPods && !tied.has(id)) lanes.delete(id)
  return lanes
}

type LaneEntry = readonly [id: string, { readonly card: UnplacedCard; readonly lane: number }]

function laneEntry(lens: Chain, card: UnplacedCard): readonly LaneEntry[] {
  const { object, ghost, outside } = card
  const lane = outside ? outsideLaneOf(lens, outside.relation) : laneOf(lens, object ?? ghost!.missing)
  return lane === null ? [] : [[card.id, { card, lane }]]
}
