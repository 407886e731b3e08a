import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CARD_WIDTH, COLUMN } from './card-size'
import { arrangeLanes, type LaneCard } from './lenses'
import { overlaps } from './rect'

/** `card('b 2')`: the name, which is the order too, and the lane. */
function card(notation: string): LaneCard {
  const [id = '', lane] = notation.split(' ')
  return { id, lane: Number(lane), order: id, height: 88 }
}
function tie(notation: string) {
  const [from = '', to = ''] = notation.split(' > ')
  return { from, to }
}

describe('lanes', () => {
  it('stand from left to right, and an empty one takes no room', () => {
    const { lanes } = arrangeLanes(['a 0', 'b 3', 'c 5'].map(card), [])
    expect(lanes.map(({ lane, x }) => [lane, x])).toEqual([
      [0, 0],
      [3, COLUMN],
      [5, 2 * COLUMN],
    ])
  })

  it('hold their cards in the order of what leads to them', () => {
    const { places } = arrangeLanes(['a 0', 'b 0', 'x 1', 'y 1'].map(card), ['a > y', 'b > x'].map(tie))
    expect(places.get('y')!.y).toBe(places.get('a')!.y)
    expect(places.get('x')!.y).toBe(places.get('b')!.y)
  })

  const designs = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 120 }).chain(lanes =>
    fc.record({
      cards: fc.shuffledSubarray(
        lanes.map((lane, i) => card(`c${i} ${lane}`)),
        { minLength: lanes.length },
      ),
      ties: fc.array(
        fc.tuple(fc.nat(lanes.length), fc.nat(lanes.length)).map(([a, b]) => tie(`c${a} > c${b}`)),
        { maxLength: 200 },
      ),
    }),
  )

  it('never lay one card over another', () => {
    fc.assert(
      fc.property(designs, ({ cards, ties }) => {
        const { places } = arrangeLanes(cards, ties)
        const boxes = cards.map(({ id, height }) => ({ ...places.get(id)!, width: CARD_WIDTH, height }))
        boxes.forEach((one, i) => boxes.slice(i + 1).forEach(other => expect(overlaps(one, other)).toBe(false)))
      }),
    )
  })

  it('are the same whatever order the cards and ties come in', () => {
    fc.assert(
      fc.property(designs, ({ cards, ties }) => {
        const turned = arrangeLanes([...cards].reverse(), [...ties].reverse())
        expect(turned).toEqual(arrangeLanes(cards, ties))
      }),
    )
  })
})
