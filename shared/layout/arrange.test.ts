import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Family } from '../kinds/kind-row'
import { arrange, arrangeInSteps } from './arrange'
import { CARD_WIDTH, cardHeight, COLUMN, GROUP_PADDING } from './card-size'
import type { LayoutCard, LayoutTie } from './layout-card'
import { placeNew } from './place-new'
import { overlaps } from './rect'

/** `card('traffic web 2')`: family, name (also the id), lines. A namespace may follow; `-` is cluster-scoped. */
function card(notation: string): LayoutCard {
  const [family, id = '', lines = '1', namespace = 'shop'] = notation.split(' ')
  return {
    id,
    namespace: namespace === '-' ? null : namespace,
    family: family as Family,
    order: `Kind/${id}`,
    height: cardHeight(Number(lines)),
  }
}
/** `tie('web > api')` */
function tie(notation: string): LayoutTie {
  const [from = '', to = ''] = notation.split(' > ')
  return { from, to }
}

const families: readonly Family[] = [
  'workload',
  'traffic',
  'config',
  'storage',
  'access',
  'policy',
  'mesh',
  'delivery',
  'other',
]
const designs = fc
  .array(fc.tuple(fc.constantFrom(...families), fc.integer({ min: 1, max: 6 }), fc.constantFrom('a', 'b', '-')), {
    maxLength: 60,
  })
  .chain(rows => {
    const cards = rows.map(([family, lines, namespace], i) => card(`${family} c${i} ${lines} ${namespace}`))
    const any = fc.integer({ min: 0, max: Math.max(0, cards.length - 1) })
    return fc.record({
      cards: fc.constant(cards),
      ties: fc.array(fc.tuple(any, any), { maxLength: 90 }).map(pairs => pairs.map(([a, b]) => tie(`c${a} > c${b}`))),
    })
  })

function overlapping(cards: readonly LayoutCard[], places: ReadonlyMap<string, { x: number; y: number }>): string[] {
  const rects = cards.map(c => ({ ...places.get(c.id)!, width: CARD_WIDTH, height: c.height }))
  return cards.flatMap((a, i) =>
    cards
      .slice(i + 1)
      .filter((_, j) => overlaps(rects[i]!, rects[i + 1 + j]!))
      .map(b => `${a.id} ${b.id}`),
  )
}

describe('arrange', () => {
  it('puts traffic left of the workload and configuration right of it, with header lines on one height', () => {
    const places = arrange(
      [card('config settings'), card('workload api 4'), card('traffic web')],
      [tie('web > api'), tie('api > settings')],
    )
    const { left, top } = GROUP_PADDING
    expect(places.get('web')).toEqual({ x: left, y: top })
    expect(places.get('api')).toEqual({ x: left + COLUMN, y: top })
    expect(places.get('settings')).toEqual({ x: left + 2 * COLUMN, y: top })
  })
  it('puts the entry above the service, and the workload level with the service', () => {
    const places = arrange(
      [card('traffic entry 2'), card('traffic web'), card('workload api 4')],
      [tie('entry > web'), tie('web > api')],
    )
    expect(places.get('entry')!.x).toBe(places.get('web')!.x)
    expect(places.get('web')!.y - places.get('entry')!.y).toBe(cardHeight(2) + 22)
    expect(places.get('api')!.y).toBe(places.get('web')!.y)
  })
  it('gives the same places whatever order cards and relations come in', () => {
    fc.assert(
      fc.property(designs, ({ cards, ties }) => {
        expect([...arrange([...cards].reverse(), [...ties].reverse())].sort()).toEqual([...arrange(cards, ties)].sort())
      }),
      { numRuns: 50 },
    )
  })
  it('places every card and covers none', () => {
    fc.assert(
      fc.property(designs, ({ cards, ties }) => {
        const places = arrange(cards, ties)
        expect(places.size).toBe(cards.length)
        expect(overlapping(cards, places)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

describe('placeNew', () => {
  it('puts a new configuration map right of the workload that uses it', () => {
    const api = { card: card('workload api'), place: { x: 100, y: 80 } }
    expect(placeNew([card('config settings')], [tie('api > settings')], [api]).get('settings')).toEqual({
      x: 400,
      y: 80,
    })
  })
  it('covers no card, old or new', () => {
    fc.assert(
      fc.property(designs, fc.integer({ min: 0, max: 20 }), ({ cards, ties }, known) => {
        const places = arrange(cards.slice(known), ties)
        const placed = cards.slice(known).map(c => ({ card: c, place: places.get(c.id)! }))
        const added = placeNew(cards.slice(0, known), ties, placed)
        expect(overlapping(cards, new Map([...places, ...added]))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

it('is made in small steps, also where one namespace holds everything, each of which says more done than the one before', () => {
  const cards = Array.from({ length: 3000 }, (_, i) => card(`${families[i % families.length]} c${i} 2`))
  const ties = cards.map((_, i) => tie(`c${i} > c${(i * 7) % cards.length}`))
  const shares = [...arrangeInSteps(cards, ties)]
  expect(shares.length).toBeGreaterThan(15)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares[0]).toBeGreaterThanOrEqual(0)
  expect(shares.at(-1)).toBe(1)
})
