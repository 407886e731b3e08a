import type { Family } from '../kinds/kind-row'
import { each, part, type Steps } from '../steps'
import { ROW_GAP } from './card-size'
import { claimCards, type Follower } from './claims'
import { columnOf, type Column, type LayoutCard, type LayoutTie } from './layout-card'

/** A card inside a band: its column and its top, from the band's top. */
export type BandCard = { readonly card: LayoutCard; readonly column: Column; readonly y: number }

/** A strip of cards that belong together: one workload with what leads to it and what it uses. */
export type Band = { readonly cards: readonly BandCard[]; readonly height: number }

/** How many cards or bands are dealt with in one step. */
const STEP = 200

const FAMILY_ORDER: readonly Family[] = [
  'traffic',
  'workload',
  'delivery',
  'mesh',
  'policy',
  'config',
  'storage',
  'access',
  'other',
]

/**
 * Cut the cards of one namespace into bands, in a fixed order.
 *
 * A band has a leader in the middle column. Left of it stand the cards that lead to it: entries on top, then, from the
 * leader's height on, the ones that touch it, so that header lines meet. Right of it stand the cards that it is the
 * first to use. Leaders without followers fill the room above another leader. Cards tied to each other without a leader
 * share a band; all others stand three in a row at the end.
 */
export function* bandsOf(cards: readonly LayoutCard[], ties: readonly LayoutTie[]): Steps<Band[]> {
  const ordered = yield* part(inOrderOfFamilies(cards), 0, 0.2)
  const claims = yield* part(claimCards(ordered, ties), 0.2, 0.6)
  const lonely = claims.led.filter(claim => claim.followers.length === 0).map(claim => claim.leader)
  const bands: Band[] = []
  const around = each(claims.led, claims.led.length, STEP, ({ leader, followers }) => {
    if (followers.length > 0) bands.push(bandAround(leader, followers, lonely))
  })
  yield* part(around, 0.6, 1)
  for (const component of claims.leaderless) bands.push(bandOfColumns([...component].sort(inOrder)))
  return [...bands, ...rowsOf([...lonely, ...claims.single].sort(inOrder))]
}

/** The cards in their order. Sorting thousands takes longer than a frame, so each family is sorted by itself. */
function* inOrderOfFamilies(cards: readonly LayoutCard[]): Steps<LayoutCard[]> {
  const ordered: LayoutCard[] = []
  for (const family of FAMILY_ORDER) {
    for (const card of cards.filter(one => one.family === family).sort(inOrder)) ordered.push(card)
    yield ordered.length / cards.length
  }
  return ordered
}

/** Takes the cards that fit above the leader out of `lonely`. */
function bandAround(leader: LayoutCard, followers: readonly Follower[], lonely: LayoutCard[]): Band {
  const left = followers.filter(f => f.column === 0)
  const entries = left.filter(f => f.depth > 1).sort((a, b) => b.depth - a.depth || inOrder(a.card, b.card))
  const level = left.filter(f => f.depth === 1)
  const columns = new ColumnStacks()
  columns.add(0, entries)
  // Without a card level with the leader there is nothing that its header line should meet.
  const top = level.length > 0 ? columns.end(0) : 0
  columns.add(0, level)
  for (const guest of takeThatFit(lonely, top)) columns.add(1, [{ card: guest }])
  columns.moveTo(1, top)
  columns.add(1, [{ card: leader }])
  columns.add(
    1,
    followers.filter(f => f.column === 1),
  )
  columns.add(
    2,
    followers.filter(f => f.column === 2),
  )
  return columns.band()
}

function bandOfColumns(cards: readonly LayoutCard[]): Band {
  const columns = new ColumnStacks()
  for (const card of cards) columns.add(columnOf(card.family, false), [{ card }])
  return columns.band()
}

function rowsOf(cards: readonly LayoutCard[]): Band[] {
  const bands: Band[] = []
  for (let i = 0; i < cards.length; i += 3) {
    const row = cards.slice(i, i + 3)
    const columns = new ColumnStacks()
    row.forEach((card, at) => columns.add(at === 0 ? 0 : at === 1 ? 1 : 2, [{ card }]))
    bands.push(columns.band())
  }
  return bands
}

/** The first cards of the list whose stack ends above `room`, taken out of it. */
function takeThatFit(cards: LayoutCard[], room: number): LayoutCard[] {
  const taken: LayoutCard[] = []
  let left = room
  for (let i = 0; i < cards.length && left > 0;) {
    const needs = cards[i]!.height + ROW_GAP
    if (needs > left) {
      i++
      continue
    }
    left -= needs
    taken.push(...cards.splice(i, 1))
  }
  return taken
}

/** Three columns that grow downwards. */
class ColumnStacks {
  private readonly cards: BandCard[] = []
  private readonly ends: [number, number, number] = [0, 0, 0]

  /** Where the next card of a column would stand. */
  end(column: Column): number {
    return this.ends[column]
  }
  moveTo(column: Column, y: number): void {
    this.ends[column] = Math.max(this.ends[column], y)
  }
  add(column: Column, cards: readonly { readonly card: LayoutCard }[]): void {
    for (const { card } of cards) {
      this.cards.push({ card, column, y: this.ends[column] })
      this.ends[column] += card.height + ROW_GAP
    }
  }
  band(): Band {
    return { cards: this.cards, height: Math.max(0, ...this.ends) - ROW_GAP }
  }
}

function inOrder(a: LayoutCard, b: LayoutCard): number {
  return (
    FAMILY_ORDER.indexOf(a.family) - FAMILY_ORDER.indexOf(b.family) ||
    (a.order < b.order ? -1 : a.order > b.order ? 1 : 0) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}
