import { describe, expect, it } from 'vitest'
import { BigInteger } from '../plain'
import { patchPlain, samePlain } from './patch-plain'
import { add, copy, move, remove, rename, set } from './testing/trial'

const value = { a: [1, { b: 2 }], c: null, 'x/y': 'z' }

describe('patchPlain', () => {
  it('adds, inserts and appends', () => {
    expect(patchPlain(value, [add('/d', 1), add('/a/0', 0), add('/a/-', 9)])).toEqual({
      ...value,
      a: [0, 1, { b: 2 }, 9],
      d: 1,
    })
  })
  it('replaces and removes by escaped pointers', () => {
    expect(patchPlain(value, [set('/x~1y', 1), remove('/a/1/b')])).toEqual({ ...value, a: [1, {}], 'x/y': 1 })
  })
  it('moves, copies and renames', () => {
    expect(patchPlain(value, [move('/a/1', '/a/0'), copy('/a/0', '/d'), rename('/c', 'e')])).toEqual({
      a: [{ b: 2 }, 1],
      e: null,
      'x/y': 'z',
      d: { b: 2 },
    })
  })
  it('keeps the order of keys when one is renamed', () => {
    expect(Object.keys(patchPlain(value, [rename('/a', 'q')]) ?? {})).toEqual(['q', 'c', 'x/y'])
  })
  it('treats __proto__ as any key', () => {
    expect(Object.keys(patchPlain({}, [add('/__proto__', 1)]) ?? {})).toEqual(['__proto__'])
  })
  it.each([
    ['a key that is not there', remove('/q')],
    ['an item beyond the end', add('/a/3', 1)],
    ['a number with a leading zero', set('/a/01', 1)],
    ['a place below a scalar', add('/x~1y/z', 1)],
    ['a key that is taken', rename('/a', 'c')],
    ['a test that fails', { op: 'test', path: '/c', value: 0 } as const],
  ])('refuses %s', (_what, operation) => expect(patchPlain(value, [operation])).toBeNull())
  it('leaves the value before as it was', () => {
    patchPlain(value, [remove('/a/1/b'), set('/c', 1)])
    expect(value).toEqual({ a: [1, { b: 2 }], c: null, 'x/y': 'z' })
  })
})

describe('samePlain', () => {
  it('ignores the order of keys, not that of items', () => {
    expect(samePlain({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true)
    expect(samePlain([1, 2], [2, 1])).toBe(false)
  })
  it('compares large integers by their digits', () => {
    expect(samePlain(new BigInteger('9007199254740993'), new BigInteger('9007199254740993'))).toBe(true)
    expect(samePlain(new BigInteger('9007199254740993'), 9007199254740992)).toBe(false)
  })
  it('tells lists, maps and null apart', () => {
    expect([samePlain([], {}), samePlain({}, null), samePlain('', null), samePlain({ a: 1 }, { b: 1 })]).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})
