import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changedSpan, sameItems } from './changed-span'

it('names the place of one edit in a list', () => {
  expect(changedSpan(['a', 'b', 'c'], ['a', 'x', 'y', 'c'])).toEqual({ from: 1, toBefore: 2, toAfter: 3 })
  expect(changedSpan(['a', 'b'], ['a', 'b', 'c'])).toEqual({ from: 2, toBefore: 2, toAfter: 3 })
  expect(changedSpan(['a', 'a'], ['a'])).toEqual({ from: 1, toBefore: 2, toAfter: 1 })
})

it('turns the one list into the other by what stands in the span, and is empty for equal lists alone', () => {
  const items = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
  fc.assert(
    fc.property(items, items, (before, after) => {
      const { from, toBefore, toAfter } = changedSpan(before, after)
      expect([...before.slice(0, from), ...after.slice(from, toAfter), ...before.slice(toBefore)]).toEqual(after)
      expect(from === toBefore && from === toAfter).toBe(sameItems(before, after))
    }),
  )
})
