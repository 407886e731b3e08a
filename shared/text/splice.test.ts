import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applySplices, invertSplices, mapOffset } from './splice'
import { editsOf } from './splice.test-data'

const edited = fc.string({ maxLength: 30 }).chain(text => editsOf(text).map(splices => ({ text, splices })))

describe('applySplices', () => {
  it('replaces by offsets of the text before', () => {
    const splices = [
      { from: 0, to: 1, insert: 'xyz' },
      { from: 3, to: 3, insert: '!' },
    ]
    expect(applySplices('abcdef', splices)).toBe('xyzbc!def')
  })

  it('takes splices in any order', () => {
    const splices = [
      { from: 4, to: 5, insert: 'E' },
      { from: 0, to: 1, insert: 'A' },
    ]
    expect(applySplices('abcdef', splices)).toBe('AbcdEf')
  })

  it('inserts at one place in the order given, before what is replaced there', () => {
    const splices = [
      { from: 1, to: 2, insert: 'B' },
      { from: 1, to: 1, insert: '1' },
      { from: 1, to: 1, insert: '2' },
    ]
    expect(applySplices('abc', splices)).toBe('a12Bc')
  })

  it('refuses splices that overlap or lie outside', () => {
    const overlapping = [
      { from: 0, to: 3, insert: '' },
      { from: 2, to: 4, insert: '' },
    ]
    expect(() => applySplices('abcdef', overlapping)).toThrow(RangeError)
    expect(() => applySplices('abc', [{ from: 2, to: 4, insert: '' }])).toThrow(RangeError)
    expect(() => applySplices('abc', [{ from: 2, to: 1, insert: '' }])).toThrow(RangeError)
  })
})

describe('invertSplices', () => {
  it('gives the first text back', () => {
    fc.assert(
      fc.property(edited, ({ text, splices }) => {
        expect(applySplices(applySplices(text, splices), invertSplices(text, splices))).toBe(text)
      }),
    )
  })

  it('gives the edit back when it is inverted twice', () => {
    fc.assert(
      fc.property(edited, ({ text, splices }) => {
        const after = applySplices(text, splices)
        expect(applySplices(text, invertSplices(after, invertSplices(text, splices)))).toBe(after)
      }),
    )
  })
})

describe('mapOffset', () => {
  it('stays before an insertion with side -1 and goes behind it with side 1', () => {
    const splices = [{ from: 2, to: 2, insert: 'xy' }]
    expect(mapOffset(splices, 2, -1)).toBe(2)
    expect(mapOffset(splices, 2, 1)).toBe(4)
    expect(mapOffset(splices, 3)).toBe(5)
    expect(mapOffset(splices, 1)).toBe(1)
  })

  it('goes to the start or the end of what replaced its surroundings', () => {
    const splices = [{ from: 1, to: 4, insert: 'xy' }]
    expect(mapOffset(splices, 2, -1)).toBe(1)
    expect(mapOffset(splices, 2, 1)).toBe(3)
  })

  it('keeps offsets in order and inside the text', () => {
    fc.assert(
      fc.property(edited, fc.constantFrom<-1 | 1>(-1, 1), ({ text, splices }, side) => {
        const length = applySplices(text, splices).length
        const mapped = Array.from({ length: text.length + 1 }, (_, offset) => mapOffset(splices, offset, side))
        mapped.forEach((offset, i) => {
          expect(offset).toBeGreaterThanOrEqual(i === 0 ? 0 : mapped[i - 1]!)
          expect(offset).toBeLessThanOrEqual(length)
        })
      }),
    )
  })

  it('finds the same character again where it was not touched', () => {
    fc.assert(
      fc.property(edited, ({ text, splices }) => {
        const after = applySplices(text, splices)
        for (let offset = 0; offset < text.length; offset++) {
          if (splices.some(s => s.from <= offset && offset < s.to)) continue
          expect(after[mapOffset(splices, offset, 1)]).toBe(text[offset])
        }
      }),
    )
  })
})
