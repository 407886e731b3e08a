import { finished, part, type Steps } from '../steps'
import type { Point } from '../workspace/change'
import { bandsOf, type Band } from './bands'
import { CARD_WIDTH, COLUMN, GROUP_GAP, GROUP_PADDING, ROW_GAP } from './card-size'
import type { LayoutCard, LayoutTie } from './layout-card'
import { packShelves } from './pack-shelves'

/** Wider than high, as a window is. */
const ASPECT = 1.5

/**
 * Place all cards: the upper left corner of each.
 *
 * Each namespace is a box of columns 300 apart and rows 22 apart in which traffic flows from left to right; the boxes
 * stand beside and below each other in about the shape of a window. Cluster-scoped cards come last, without a box. Equal
 * input gives equal places, whatever order it comes in, and no two cards overlap.
 */
export function arrange(cards: readonly LayoutCard[], ties: readonly LayoutTie[]): Map<string, Point> {
  return finished(arrangeInSteps(cards, ties))
}

/** The same in small steps, for a window that draws in between. */
export function* arrangeInSteps(cards: readonly LayoutCard[], ties: readonly LayoutTie[]): Steps<Map<string, Point>> {
  const inner = innerTies(cards, ties)
  const blocks: Block[] = []
  let done = 0
  for (const [namespace, members] of [...byNamespace(cards)].sort(namespacesFirst)) {
    yield done
    const until = done + members.length / cards.length
    const places = placeBands(yield* part(bandsOf(members, inner.get(namespace) ?? []), done, until))
    done = until
    blocks.push({ places, ...sizeOf(members, places, namespace !== null) })
  }
  yield 1
  const corners = packShelves(blocks, { aspect: ASPECT, gap: GROUP_GAP })
  const result = new Map<string, Point>()
  blocks.forEach((block, i) => {
    const corner = corners[i]!
    for (const [id, place] of block.places)
      result.set(id, { x: corner.x + block.inset.x + place.x, y: corner.y + block.inset.y + place.y })
  })
  return result
}

/** A namespace's cards, from its own corner. */
type Block = { readonly places: ReadonlyMap<string, Point> } & ReturnType<typeof sizeOf>

/** Bands below each other, in as many strips side by side as give the box a window's shape. */
function placeBands(bands: readonly Band[]): Map<string, Point> {
  const total = bands.reduce((sum, band) => sum + band.height + ROW_GAP, 0)
  const strips = Math.max(1, Math.round(Math.sqrt((total * ASPECT) / (3 * COLUMN))))
  const places = new Map<string, Point>()
  let left = 0
  let next = 0
  for (let strip = 0; strip < strips && next < bands.length; strip++) {
    const first = next
    let height = 0
    const most = total / strips
    while (next < bands.length && (height === 0 || height + bands[next]!.height / 2 <= most || strip === strips - 1))
      height += bands[next++]!.height + ROW_GAP
    left += placeStrip(bands.slice(first, next), left, places)
  }
  return places
}

/** One strip; returns how far right the next one begins. A column that no band uses takes no room. */
function placeStrip(bands: readonly Band[], left: number, places: Map<string, Point>): number {
  const used = [0, 1, 2].filter(column => bands.some(band => band.cards.some(card => card.column === column)))
  let top = 0
  for (const band of bands) {
    for (const { card, column, y } of band.cards)
      places.set(card.id, { x: left + used.indexOf(column) * COLUMN, y: top + y })
    top += band.height + ROW_GAP
  }
  return used.length * COLUMN
}

function sizeOf(members: readonly LayoutCard[], places: ReadonlyMap<string, Point>, boxed: boolean) {
  let width = 0
  let height = 0
  for (const card of members) {
    const place = places.get(card.id)!
    width = Math.max(width, place.x + CARD_WIDTH)
    height = Math.max(height, place.y + card.height)
  }
  // Cards without a box keep the same inset, so that their columns line up with those in the boxes.
  const inset = { x: GROUP_PADDING.left, y: boxed ? GROUP_PADDING.top : GROUP_GAP }
  return { inset, width: inset.x + width + GROUP_PADDING.right, height: inset.y + height + GROUP_PADDING.bottom }
}

/** The ties inside each namespace. Those between two say nothing about either's inside. */
function innerTies(cards: readonly LayoutCard[], ties: readonly LayoutTie[]): Map<string | null, LayoutTie[]> {
  const namespaces = new Map(cards.map(card => [card.id, card.namespace]))
  const inner = new Map<string | null, LayoutTie[]>()
  for (const tie of ties) {
    const namespace = namespaces.get(tie.from)
    if (namespace === undefined || namespaces.get(tie.to) !== namespace) continue
    const list = inner.get(namespace)
    if (list) list.push(tie)
    else inner.set(namespace, [tie])
  }
  return inner
}

function byNamespace(cards: readonly LayoutCard[]): Map<string | null, LayoutCard[]> {
  const groups = new Map<string | null, LayoutCard[]>()
  for (const card of cards) {
    const members = groups.get(card.namespace)
    if (members) members.push(card)
    else groups.set(card.namespace, [card])
  }
  return groups
}

type Namespace = readonly [namespace: string | null, members: readonly LayoutCard[]]

/** Large namespaces first, since they set the shape; cluster-scoped cards last. */
function namespacesFirst([a, aCards]: Namespace, [b, bCards]: Namespace): number {
  if (a === null) return 1
  if (b === null) return -1
  return bCards.length - aCards.length || (a < b ? -1 : 1)
}
