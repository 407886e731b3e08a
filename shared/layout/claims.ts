import { each, part, type Steps } from '../steps'
import { columnOf, type Column, type LayoutCard, type LayoutTie } from './layout-card'

/** A card that stands in a leader's band. `depth`: how many ties away from the leader it is. */
export type Follower = { readonly card: LayoutCard; readonly column: Column; readonly depth: number }

/** Who stands with whom. Every card of the namespace is in exactly one place of it. */
export type Claims = {
  readonly led: readonly { readonly leader: LayoutCard; readonly followers: readonly Follower[] }[]
  /** Cards tied to each other, with no card of the middle column among them. */
  readonly leaderless: readonly (readonly LayoutCard[])[]
  /** Cards without a tie inside the namespace. */
  readonly single: readonly LayoutCard[]
}

/** How many cards or ties are dealt with in one step. */
const STEP = 1000

/** Give every card to the first leader, in the order given, that reaches it by the fewest ties. */
export function* claimCards(cards: readonly LayoutCard[], ties: readonly LayoutTie[]): Steps<Claims> {
  const neighbours = yield* part(neighboursOf(cards, ties), 0, 0.5)
  const column = new Map(cards.map(card => [card, columnOf(card.family, leadsOthers(card, neighbours))]))
  const followers = new Map<LayoutCard, Follower[]>()
  const claimed = new Set<LayoutCard>()
  let wave: { readonly card: LayoutCard; readonly leader: LayoutCard }[] = []
  for (const card of cards) {
    if (column.get(card) !== 1) continue
    followers.set(card, [])
    claimed.add(card)
    wave.push({ card, leader: card })
  }
  for (let depth = 1; wave.length > 0; depth++) {
    const next: typeof wave = []
    for (const { card, leader } of wave) {
      for (const { other } of neighbours.get(card) ?? []) {
        if (claimed.has(other)) continue
        claimed.add(other)
        followers.get(leader)!.push({ card: other, column: column.get(other)!, depth })
        next.push({ card: other, leader })
        if (claimed.size % STEP === 0) yield 0.5 + claimed.size / cards.length / 2
      }
    }
    wave = next
  }
  const rest = cards.filter(card => !claimed.has(card))
  return {
    led: [...followers].map(([leader, found]) => ({ leader, followers: found })),
    leaderless: componentsOf(
      rest.filter(card => neighbours.has(card)),
      neighbours,
    ),
    single: rest.filter(card => !neighbours.has(card)),
  }
}

type Neighbours = ReadonlyMap<LayoutCard, readonly { readonly other: LayoutCard; readonly out: boolean }[]>

function* neighboursOf(cards: readonly LayoutCard[], ties: readonly LayoutTie[]): Steps<Neighbours> {
  const byId = new Map(cards.map(card => [card.id, card]))
  const neighbours = new Map<LayoutCard, { other: LayoutCard; out: boolean }[]>()
  const add = (card: LayoutCard, other: LayoutCard, out: boolean) => {
    const list = neighbours.get(card)
    if (list) list.push({ other, out })
    else neighbours.set(card, [{ other, out }])
  }
  const joining = each(ties, ties.length, STEP, tie => {
    const from = byId.get(tie.from)
    const to = byId.get(tie.to)
    if (!from || !to || from === to) return
    add(from, to, true)
    add(to, from, false)
  })
  yield* part(joining, 0, 0.5)
  // Whatever order the relations come in, the picture is the same.
  const rank = new Map(cards.map((card, i) => [card, i]))
  const sorting = each(neighbours.values(), neighbours.size, STEP, list =>
    list.sort((a, b) => rank.get(a.other)! - rank.get(b.other)!),
  )
  yield* part(sorting, 0.5, 1)
  return neighbours
}

/** A binding names roles and accounts, which stand right of it. */
function leadsOthers(card: LayoutCard, neighbours: Neighbours): boolean {
  return (neighbours.get(card) ?? []).some(n => n.out && n.other.family === card.family)
}

function componentsOf(cards: readonly LayoutCard[], neighbours: Neighbours): LayoutCard[][] {
  const seen = new Set<LayoutCard>()
  const components: LayoutCard[][] = []
  for (const first of cards) {
    if (seen.has(first)) continue
    seen.add(first)
    const component = [first]
    for (const card of component) {
      for (const { other } of neighbours.get(card) ?? []) {
        if (seen.has(other)) continue
        seen.add(other)
        component.push(other)
      }
    }
    components.push(component)
  }
  return components
}
