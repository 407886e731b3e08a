import { changedSpan, type ChangedSpan } from '../changed-span'
import type { Relation } from '../relations/relation'
import type { UnplacedCard } from './cards-of'
import { endOf, type CardId } from './scene'

/**
 * Which cards and edges a picture has and how they hang together, by numbers: what stays while only their words and
 * places change.
 */
export type Topology = {
  readonly cards: readonly UnplacedCard[]
  readonly relations: readonly Relation[]
  readonly wires: Wires
}

type Wires = {
  readonly numbers: ReadonlyMap<CardId, number>
  /** The numbers of the cards that stand for others, by those. */
  readonly standIns: ReadonlyMap<CardId, number>
  /** Of each relation the number of its edge; -1 where one of its ends is no card. */
  readonly edgeOf: Int32Array
  /** The other relations that an edge of a stand-in is for, by its number. */
  readonly bundles: ReadonlyMap<number, readonly Relation[]>
  /** Of each edge the number of its relation, and those of the cards at its ends. */
  readonly relationOf: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  /** The edges at all cards, one card's after the other's; where each one's begin. */
  readonly edges: Int32Array
  readonly firstAt: Int32Array
  /** Made when it is first asked for. */
  edgeNumbers: ReadonlyMap<string, number> | null
}

/** What is other in a topology than in the one before it. */
export type TopologyChange = {
  readonly topology: Topology
  readonly cards: ChangedSpan
  readonly relations: ChangedSpan
  /** All numbers mean what they meant. */
  readonly isSame: boolean
}

export const NO_TOPOLOGY: Topology = { cards: [], relations: [], wires: wiresOf([], []) }

/** The topology of these cards and of the relations between them. */
export function nextTopology(
  before: Topology,
  cards: readonly UnplacedCard[],
  relations: readonly Relation[],
): TopologyChange {
  const cardSpan = changedSpan(before.cards, cards)
  const relationSpan = changedSpan(before.relations, relations)
  const isSame =
    haveSameIds(before.cards, cards, cardSpan) &&
    !cards.slice(cardSpan.from, cardSpan.toAfter).some(card => card.collapsed) &&
    haveSameIds(before.relations, relations, relationSpan)
  const wires = isSame ? before.wires : wiresOf(cards, relations)
  return { topology: { cards, relations, wires }, cards: cardSpan, relations: relationSpan, isSame }
}

/** The numbers of the edges at a card. */
export function edgesAt({ wires }: Topology, card: number): Int32Array {
  return wires.edges.subarray(wires.firstAt[card], wires.firstAt[card + 1])
}

/** The number of a relation's edge, by the relation's id. */
export function edgeNumberOf({ wires, relations }: Topology, relation: string): number | undefined {
  if (wires.edgeNumbers === null) {
    const numbers = new Map<string, number>()
    wires.edgeOf.forEach((edge, number) => edge !== -1 && numbers.set(relations[number]!.id, edge))
    wires.edgeNumbers = numbers
  }
  return wires.edgeNumbers.get(relation)
}

/** The number of the card itself, or of the one that stands for it. */
export function standInNumberOf({ wires }: Topology, card: CardId): number | undefined {
  return wires.numbers.get(card) ?? wires.standIns.get(card)
}

/** The id of a relation says what its ends are. */
function haveSameIds(before: readonly Named[], after: readonly Named[], span: ChangedSpan): boolean {
  if (span.toBefore !== span.toAfter) return false
  for (let n = span.from; n < span.toAfter; n++) if (before[n]!.id !== after[n]!.id) return false
  return true
}
type Named = { readonly id: string }

function wiresOf(cards: readonly UnplacedCard[], relations: readonly Relation[]): Wires {
  const numbers = new Map<CardId, number>()
  const standIns = new Map<CardId, number>()
  cards.forEach(({ id, collapsed }, number) => {
    numbers.set(id, number)
    for (const member of collapsed?.members ?? []) standIns.set(member, number)
  })
  const numberOf = (id: CardId) => numbers.get(id) ?? standIns.get(id)
  const bundles = new Map<number, Relation[]>()
  const bundleEdges = new Map<string, number>()
  const edgeOf = new Int32Array(relations.length).fill(-1)
  const relationOf = new Int32Array(relations.length)
  const from = new Int32Array(relations.length)
  const to = new Int32Array(relations.length)
  const firstAt = new Int32Array(cards.length + 1)
  let count = 0
  relations.forEach((relation, number) => {
    const end = endOf(relation)
    const [one, other] = [numberOf(relation.from), end === null ? undefined : numberOf(end)]
    if (one === undefined || other === undefined || one === other) return
    if (cards[one]!.collapsed ?? cards[other]!.collapsed) {
      // Edges gather on what stands for a namespace: one for each group of relations with each other card.
      const key = `${one} ${other} ${relation.group}`
      const edge = bundleEdges.get(key)
      if (edge !== undefined) {
        edgeOf[number] = edge
        bundles.set(edge, [...(bundles.get(edge) ?? []), relation])
        return
      }
      bundleEdges.set(key, count)
    }
    edgeOf[number] = count
    relationOf[count] = number
    from[count] = one
    to[count] = other
    firstAt[one + 1]!++
    firstAt[other + 1]!++
    count++
  })
  for (let card = 0; card < cards.length; card++) firstAt[card + 1]! += firstAt[card]!
  const edges = new Int32Array(2 * count)
  const next = firstAt.slice()
  for (let edge = 0; edge < count; edge++) {
    edges[next[from[edge]!]!++] = edge
    edges[next[to[edge]!]!++] = edge
  }
  const used = (array: Int32Array) => array.slice(0, count)
  return {
    numbers,
    standIns,
    bundles,
    edgeOf,
    relationOf: used(relationOf),
    from: used(from),
    to: used(to),
    edges,
    firstAt,
    edgeNumbers: null,
  }
}
