import { describe, expect, it } from 'vitest'
import { calls, isCallName, READ_SLICE, readSettings } from './host'
import { readList, readOr, readPartial, readRecord, readText, ShapeError } from './shape'

describe('the readers of calls', () => {
  it('take what the contract says and drop everything else', () => {
    expect(calls['workspace:open'].read({ path: '/a', more: 1 })).toEqual({ path: '/a' })
    const files = [{ path: 'a.yaml', text: null, expectedHash: 'h' }]
    expect(calls['files:save'].read({ root: 'r', files })).toEqual({ root: 'r', files })
    expect(calls['settings:change'].read({ theme: 'dark' })).toEqual({ theme: 'dark' })
  })

  it('refuse anything else, and say where it differs', () => {
    const tries: [() => unknown, string][] = [
      [() => calls['workspace:open'].read(null), 'The input should be an object'],
      [() => calls['workspace:open'].read({}), 'path should be a string'],
      [() => calls['files:save'].read({ root: 'r', files: [{ path: 'a' }] }), 'files[0].text should be a string'],
      [() => calls['settings:change'].read({ theme: 'pink' }), 'theme should be one of system, light, dark'],
      [() => calls['settings:change'].read({ panels: { left: 'wide' } }), 'panels.left should be a number'],
      [
        () => calls['workspace:read'].read({ root: 'r', paths: Array(READ_SLICE + 1).fill('a') }),
        `at most ${READ_SLICE}`,
      ],
      [() => readSettings([]), 'an object'],
    ]
    for (const [attempt, message] of tries) {
      expect(attempt).toThrow(ShapeError)
      expect(attempt).toThrow(message)
    }
  })

  it('know their calls by own name only', () => {
    expect(isCallName('app:info')).toBe(true)
    for (const name of ['toString', '__proto__', 'app:infos', '']) expect(isCallName(name)).toBe(false)
  })
})

describe('shapes', () => {
  it('keep a key named __proto__ from changing anything', () => {
    const read = readRecord<{ a: string }>({ a: readText })
    expect(Object.getPrototypeOf(read(JSON.parse('{"a":"x","__proto__":{"b":1}}')))).toBe(Object.prototype)
  })

  it('leave absent fields absent in a partial', () => {
    expect(Object.keys(readPartial<{ a: string; b: string }>({ a: readText, b: readText })({ b: 'x' }))).toEqual(['b'])
  })

  it('fall back only from what is of another shape', () => {
    const broken = () => {
      throw new RangeError('a bug')
    }
    expect([readOr(readText, 'x')('y'), readOr(readText, 'x')(3)]).toEqual(['y', 'x'])
    expect(() => readOr(broken, 'x')('y')).toThrow(RangeError)
  })

  it('name the place inside lists', () => {
    expect(() => readList(readList(readText))([['a'], ['b', 3]])).toThrow('[1][1] should be a string')
  })
})
