import { describe, expect, it } from 'vitest'
import { CARD_WIDTH, COLUMN } from './card-size'
import { placeOutside, type OutsideCard } from './place-outside'
import { overlaps, type Rect } from './rect'

const box = (x: number, y: number): Rect => ({ x, y, width: CARD_WIDTH, height: 88 })
const card = (order: string, side: 'left' | 'right', ...tiedTo: readonly Rect[]): OutsideCard => {
  return { id: order, side, order, width: CARD_WIDTH, height: 40, tiedTo }
}
const inside = [box(0, 0), box(300, 110), box(600, 220)]

describe('placing what is outside', () => {
  it('puts it a column off the edge, level with what is tied to it', () => {
    const places = placeOutside([card('a', 'left', inside[1]!), card('b', 'right', inside[0]!)], inside, [])
    expect(places.get('a')).toEqual({ x: -COLUMN, y: 110 })
    expect(places.get('b')).toEqual({ x: 600 + COLUMN, y: 0 })
  })

  it('covers neither its like nor what stands at the edge already', () => {
    const standing = [{ ...box(-COLUMN, 50), height: 40 }]
    const cards = ['a', 'b', 'c'].map(order => card(order, 'left', inside[0]!))
    const places = placeOutside(cards, inside, standing)
    const boxes = [...standing, ...[...places.values()].map(({ x, y }) => ({ x, y, width: CARD_WIDTH, height: 40 }))]
    for (const [i, one] of boxes.entries())
      for (const other of boxes.slice(i + 1)) expect(overlaps(one, other)).toBe(false)
  })

  it('gives the same places whatever order it is asked in', () => {
    const cards = ['c', 'a', 'b'].map(order => card(order, 'left', inside[0]!))
    expect(placeOutside([...cards].reverse(), inside, [])).toEqual(placeOutside(cards, inside, []))
  })
})
