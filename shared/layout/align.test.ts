import { describe, expect, it } from 'vitest'
import { align } from './align'

const at = (x: number, y: number, height = 88) => ({ x, y, width: 208, height })
const cards = new Map([
  ['a', at(0, 40)],
  ['b', at(900, 0)],
  ['c', at(320, 400, 128)],
])

describe('aligning cards', () => {
  it('puts them on the left edge of the leftmost, or the top of the topmost', () => {
    expect([...align(cards, 'left').values()]).toEqual([
      { x: 0, y: 40 },
      { x: 0, y: 0 },
      { x: 0, y: 400 },
    ])
    expect([...align(cards, 'top').values()].map(({ y }) => y)).toEqual([0, 0, 0])
  })

  it('makes the gaps between them equal, while the outermost stay', () => {
    const across = align(cards, 'spread-across')
    expect(across.get('a')).toEqual({ x: 0, y: 40 })
    expect(across.get('b')).toEqual({ x: 900, y: 0 })
    expect(across.get('c')).toEqual({ x: 450, y: 400 })
    const down = align(cards, 'spread-down')
    expect(down.get('a')!.y - 88).toBe(down.get('c')!.y - down.get('a')!.y - 88)
    expect(down.get('c')!.y).toBe(400)
  })

  it('leaves a single card where it is', () => {
    expect([...align(new Map([['a', at(7, 9)]]), 'spread-across').values()]).toEqual([{ x: 7, y: 9 }])
  })
})
