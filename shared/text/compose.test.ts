import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeSplices } from './compose'
import { applySplices } from './splice'
import { editsOf } from './splice.test-data'

describe('composeSplices', () => {
  it('joins typing into one insertion', () => {
    expect(composeSplices([{ from: 3, to: 3, insert: 'a' }], [{ from: 4, to: 4, insert: 'b' }])).toEqual([
      { from: 3, to: 3, insert: 'ab' },
    ])
  })

  it('forgets what was typed and deleted again', () => {
    expect(composeSplices([{ from: 3, to: 3, insert: 'ab' }], [{ from: 3, to: 5, insert: '' }])).toEqual([
      { from: 3, to: 3, insert: '' },
    ])
  })

  it('keeps edits of other places apart', () => {
    expect(composeSplices([{ from: 0, to: 1, insert: 'xyz' }], [{ from: 8, to: 9, insert: '' }])).toEqual([
      { from: 0, to: 1, insert: 'xyz' },
      { from: 6, to: 7, insert: '' },
    ])
  })

  it('gives the text that the two edits give in a row', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }).chain(text =>
          editsOf(text).chain(first => {
            const between = applySplices(text, first)
            return editsOf(between).map(second => ({ text, first, second, between }))
          }),
        ),
        ({ text, first, second, between }) => {
          expect(applySplices(text, composeSplices(first, second))).toBe(applySplices(between, second))
        },
      ),
      { numRuns: 2000 },
    )
  })
})
