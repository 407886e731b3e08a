import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CARD_WIDTH, COLUMN, GROUP_GAP, GROUP_PADDING, ROW_GAP } from './card-size'
import { makeRoom, type StandingCard } from './make-room'
import { overlaps } from './rect'

/** `card('a 0 110 shop')`: name, x, y, namespace (`-` for none); 88 high unless said, a `!` behind the name for the user's own. */
function card(notation: string, height = 88): StandingCard {
  const [name = '', x, y, namespace = 'shop'] = notation.split(' ')
  const rect = { x: Number(x), y: Number(y), width: CARD_WIDTH, height }
  return {
    id: name.replace('!', ''),
    namespace: namespace === '-' ? null : namespace,
    rect,
    isFixed: name.endsWith('!'),
  }
}

describe('making room', () => {
  it('pushes the cards below a card that has become higher, and no other', () => {
    const cards = [card('a 0 0', 168), card('b 0 110'), card('c 0 220'), card('d 300 110')]
    const moved = makeRoom(cards, new Set(['a']))
    expect([...moved]).toEqual([
      ['b', { x: 0, y: 168 + ROW_GAP }],
      ['c', { x: 0, y: 168 + ROW_GAP + 88 + ROW_GAP }],
    ])
  })

  it('never moves what the user placed', () => {
    expect(makeRoom([card('a 0 0', 168), card('b! 0 110')], new Set(['a'])).size).toBe(0)
  })

  it('pushes the namespace below as one, and what has none', () => {
    const cards = [card('a 0 40 shop', 300), card('b 0 200 data'), card('c 300 200 data'), card('d 0 360 -')]
    const moved = makeRoom(cards, new Set(['a']))
    const bottom = 340 + GROUP_PADDING.bottom
    expect(moved.get('b')).toEqual({ x: 0, y: bottom + GROUP_GAP + GROUP_PADDING.top })
    expect(moved.get('c')!.y).toBe(moved.get('b')!.y)
    expect(moved.get('d')!.y).toBe(moved.get('b')!.y + 88 + GROUP_PADDING.bottom + GROUP_GAP)
  })

  it('leaves no automatic card under a grown one, in any column of cards', () => {
    const columns = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.boolean()), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(columns, fc.nat(), (rows, at) => {
        const ends = [0, 0, 0]
        const cards = rows.map(([column], i) => {
          const y = ends[column]!
          ends[column] = y + 88 + ROW_GAP
          return card(`c${i} ${column * COLUMN} ${y}`)
        })
        const grown = at % cards.length
        const higher = cards.map((one, i) => (i === grown ? { ...one, rect: { ...one.rect, height: 168 } } : one))
        const moved = makeRoom(higher, new Set([`c${grown}`]))
        const boxes = higher.map(({ id, rect }) => ({ ...rect, ...moved.get(id) }))
        boxes.forEach((one, i) => boxes.slice(i + 1).forEach(other => expect(overlaps(one, other)).toBe(false)))
      }),
    )
  })
})
