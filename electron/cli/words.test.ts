import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BigInteger } from '../../shared/yaml/plain'
import { parseArguments } from './arguments'
import { paintDiff } from './colour'
import type { OptionRow } from './command'
import { isLargerThan, parseExactJson, printExactJson } from '../../shared/yaml/exact-json'
import { parseFieldPath, splitAssignment } from './field-path'
import { editDistance, nearest } from './nearest'
import type { Terminal } from './terminal'

const known: readonly OptionRow[] = [
  { name: 'namespace', short: 'n', value: 'NS', says: '' },
  { name: 'json', value: null, says: '' },
]

describe('parseArguments', () => {
  it('reads values in each spelling, keeps the order, and leaves words alone', () => {
    for (const spelling of [['-n', 'shop'], ['-nshop'], ['-n=shop'], ['--namespace', 'shop'], ['--namespace=shop']]) {
      const parsed = parseArguments(['a', ...spelling, '-', '--json', 'b'], known)
      expect(parsed.ok && [parsed.words, parsed.options.text('namespace'), parsed.options.has('json')]).toEqual([
        ...[['a', '-', 'b'], 'shop', true],
      ])
    }
  })

  it('takes everything behind -- as words, and a value that starts with a dash', () => {
    const parsed = parseArguments(['--namespace', '-odd', '--', '--json'], known)
    expect(parsed.ok && [parsed.words, parsed.options.text('namespace')]).toEqual([['--json'], '-odd'])
  })
})

describe('nearest', () => {
  it('counts a swap of neighbours as one, and is silent where nothing is close', () => {
    expect(editDistance('grpah', 'graph')).toBe(1)
    expect(nearest('xyzzy', ['graph', 'edit'])).toBeNull()
  })

  it('is a distance', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a))
        expect(editDistance(a, b) === 0).toBe(a === b)
      }),
    )
  })
})

describe('colours', () => {
  const terminal = (hasColour: boolean): Terminal => ({
    ...{ cwd: '/', env: {}, hasColour, out: () => undefined, say: () => undefined, input: Readable.from([]) },
    flush: async () => undefined,
    ask: async () => null,
  })

  it('come only where the terminal shows them, and change no character of the text', () => {
    const diff = '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a: 1\n+a: 2\n b: +3\n'
    expect(paintDiff(diff, terminal(false))).toBe(diff)
    const painted = paintDiff(diff, terminal(true))
    expect(painted).toContain('\u001b[31m-a: 1\u001b[0m')
    expect(painted.replaceAll(/\u001b\[\d+m/g, '')).toBe(diff)
  })
})

describe('parseFieldPath', () => {
  it('reads keys, indexes, fields, and keys with dots', () => {
    expect(parseFieldPath('spec.containers[name=web].ports[0]')).toEqual([
      { by: 'key', key: 'spec' },
      { by: 'key', key: 'containers' },
      { by: 'field', field: 'name', value: 'web' },
      { by: 'key', key: 'ports' },
      { by: 'index', index: 0 },
    ])
    const dotted = [
      { by: 'key', key: 'data' },
      { by: 'key', key: 'a.b/c' },
    ]
    expect(parseFieldPath('data.a\\.b/c')).toEqual(dotted)
    expect(parseFieldPath('data["a.b/c"]')).toEqual(dotted)
  })

  it('refuses what is no path', () => {
    for (const path of ['', '.', 'a.', '.a', 'a..b', 'a[', 'a[]', 'a[x]', 'a[0]b'])
      expect(parseFieldPath(path), path).toBeNull()
  })

  it('splits an assignment at the first = outside brackets', () => {
    expect(splitAssignment('a[name=b].c=d=e')).toEqual({ path: 'a[name=b].c', value: 'd=e' })
    expect(splitAssignment('a[name=b]')).toBeNull()
  })
})

describe('exact JSON', () => {
  it('keeps long integers, and leaves digits in strings and fractions alone', () => {
    const value = parseExactJson(
      '{"a":12345678901234567890,"b":"12345678901234567890","c":[-98765432109876543210,0.12345678901234567]}',
    )
    expect(value).toEqual({
      a: new BigInteger('12345678901234567890'),
      b: '12345678901234567890',
      c: [new BigInteger('-98765432109876543210'), 0.12345678901234567],
    })
    expect(printExactJson(value)).toContain(
      '"a":12345678901234567890,"b":"12345678901234567890","c":[-98765432109876543210',
    )
  })

  it('prints and reads any JSON as JSON does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), json => {
        const text = JSON.stringify(json)
        expect(JSON.parse(printExactJson(parseExactJson(text)))).toEqual(JSON.parse(text))
      }),
    )
  })

  it('measures without printing, and stops at the limit', () => {
    const big = Array.from({ length: 1000 }, () => 'x'.repeat(1000))
    const bomb = Array.from({ length: 1000 }, () => Array.from({ length: 1000 }, () => big))
    expect(isLargerThan(bomb, 1e7)).toBe(true)
    expect(isLargerThan({ a: ['b'] }, 100)).toBe(false)
  })
})
