import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applySplices, type Splice } from '../../text/splice'
import { rewrite, splicesOf, startRewriting } from './rewriting'

/** Splices of a text of a given length, in order and apart, from numbers in [0, 1). */
function splicesFrom(length: number, seeds: readonly (readonly [number, number, string])[]): Splice[] {
  let at = 0
  return seeds.map(([gap, cut, insert]) => {
    const from = at + Math.floor(gap * (length - at + 1))
    const to = from + Math.floor(cut * (length - from + 1))
    at = to
    return { from, to, insert }
  })
}

const numbers = fc.double({ min: 0, max: 0.999, noNaN: true })
const seeds = fc.array(
  fc.tuple(numbers, numbers, fc.string({ unit: fc.constantFrom('a', '\r', '\n', '😀'), maxLength: 4 })),
  { maxLength: 4 },
)
const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '😀'), maxLength: 20 })

describe('rewriting', () => {
  it('gives all steps as splices of the first text', () => {
    fc.assert(
      fc.property(texts, fc.array(seeds, { maxLength: 4 }), (first, steps) => {
        let text = first
        let rewriting = startRewriting(first.length)
        for (const step of steps) {
          const splices = splicesFrom(text.length, step)
          text = applySplices(text, splices)
          rewriting = rewrite(rewriting, splices)
        }
        expect(applySplices(first, splicesOf(rewriting, first))).toBe(text)
      }),
    )
  })
  it('leaves out what is taken out and put back', () => {
    const rewriting = rewrite(startRewriting(5), [{ from: 0, to: 5, insert: 'abXde' }])
    expect(splicesOf(rewriting, 'abcde')).toEqual([{ from: 2, to: 3, insert: 'X' }])
  })
  it('never splits a surrogate pair or a CRLF', () => {
    const smile = rewrite(startRewriting(2), [{ from: 0, to: 2, insert: '😁' }])
    expect(splicesOf(smile, '😀')).toEqual([{ from: 0, to: 2, insert: '😁' }])
    const eol = rewrite(startRewriting(2), [{ from: 0, to: 2, insert: '\r' }])
    expect(splicesOf(eol, '\r\n')).toEqual([{ from: 0, to: 2, insert: '\r' }])
  })
})
