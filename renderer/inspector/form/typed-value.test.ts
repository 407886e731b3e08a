import { describe, expect, it } from 'vitest'
import { BigInteger } from '../../../shared/yaml/plain'
import { shownText, typedValue } from './typed-value'

describe('typedValue', () => {
  it('reads a number where a number is wanted, and keeps digits as text where text is', () => {
    expect(typedValue({ type: 'integer' }, ' 3 ', undefined)).toEqual({ ok: true, value: 3 })
    expect(typedValue({ type: 'string' }, '3', undefined)).toEqual({ ok: true, value: '3' })
  })
  it('says what would be accepted', () => {
    expect(typedValue({ type: 'integer' }, 'many', 3)).toEqual({
      ok: false,
      message: 'A whole number is wanted here, and this is text',
    })
    expect(typedValue({ type: 'integer', minimum: 1 }, '0', 3)).toEqual({ ok: false, message: 'At least 1 is wanted' })
    expect(typedValue({ type: 'quantity' }, '2 GB', '2Gi')).toMatchObject({ ok: false })
  })
  it('takes a port by its number and by its name', () => {
    expect(typedValue({ type: 'int-or-string' }, '8080', undefined)).toEqual({ ok: true, value: 8080 })
    expect(typedValue({ type: 'int-or-string' }, 'http', 80)).toEqual({ ok: true, value: 'http' })
  })
  it('leaves a quantity in the spelling that it had', () => {
    expect(typedValue({ type: 'quantity' }, '2', '1')).toEqual({ ok: true, value: '2' })
    expect(typedValue({ type: 'quantity' }, '2', undefined)).toEqual({ ok: true, value: 2 })
  })
  it('keeps every digit of a number that JavaScript would round', () => {
    expect(typedValue({ type: 'integer' }, '9007199254740993', undefined)).toEqual({
      ok: true,
      value: new BigInteger('9007199254740993'),
    })
    expect(shownText(new BigInteger('9007199254740993'))).toBe('9007199254740993')
  })
  it('goes by what stood there where nothing is known', () => {
    expect(typedValue({ type: 'any' }, '4', 3)).toEqual({ ok: true, value: 4 })
    expect(typedValue({ type: 'any' }, '4', 'three')).toEqual({ ok: true, value: '4' })
    expect(typedValue({ type: 'any' }, 'false', true)).toEqual({ ok: true, value: false })
  })
})
