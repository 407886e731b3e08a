import { describe, expect, it } from 'vitest'
import { BigInteger } from '../../../shared/yaml/plain'
import { keepSameMap } from './keep-same'

describe('keepSameMap', () => {
  const before = { a: { b: [1, { c: 'x' }] }, d: [{ e: new BigInteger('1') }] }
  it('gives back what was there where nothing differs', () => {
    expect(keepSameMap(before, structuredCloneOf())).toBe(before)
  })
  it('keeps the parts that an edit left alone', () => {
    const after = keepSameMap(before, { ...structuredCloneOf(), a: { b: [1, { c: 'y' }] } })
    expect(after).toEqual({ a: { b: [1, { c: 'y' }] }, d: [{ e: new BigInteger('1') }] })
    expect(after.d).toBe(before.d)
  })
  it('takes another order of keys, and values that went, for a difference', () => {
    expect(Object.keys(keepSameMap({ a: 1, b: 2 }, { b: 2, a: 1 }))).toEqual(['b', 'a'])
    expect(keepSameMap({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 })
    expect(keepSameMap({ a: [1, 2] }, { a: [1] })).toEqual({ a: [1] })
  })
  function structuredCloneOf() {
    return { a: { b: [1, { c: 'x' }] }, d: [{ e: new BigInteger('1') }] }
  }
})
