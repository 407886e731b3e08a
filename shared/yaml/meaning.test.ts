import { describe, expect, it } from 'vitest'
import { BigInteger } from './plain'
import { plainOf, resolvePlain } from './meaning'
import { readFile } from './read/read-file'

/** What a text of one document means, or the code of the problem that it has. */
function meant(text: string): unknown {
  const [reading] = readFile(text)
  const meaning = plainOf(text, reading!.root)
  return meaning.ok ? meaning.value : meaning.problem.code
}

describe('plainOf', () => {
  it.each([
    ['yes', true],
    ['Off', false],
    ['y', true],
    ['~', null],
    ['0755', 493],
    ['0o17', 15],
    ['-0x1F', -31],
    ['0b11', 3],
    ['1_000', 1000],
    ['08', 8],
    ['1e3', 1000],
    ['.5', 0.5],
    ['.1_5', 0.15],
    ['12:30:45', '12:30:45'],
    ['2024-01-01', '2024-01-01'],
    ['0o8', '0o8'],
    ['1.2.3', '1.2.3'],
    ['1e400', '1e400'],
    ['tRUE', 'tRUE'],
    ['9007199254740993', new BigInteger('9007199254740993')],
    ['18446744073709551615', new BigInteger('18446744073709551615')],
    ['18446744073709551616', 18446744073709552000],
  ])('takes %s as kubectl does', (source, value) => {
    expect(resolvePlain(source)).toEqual(value)
    expect(meant(`v: ${source}\n`)).toEqual({ v: value })
  })
  it.each([
    ['n', 'false'],
    ['0x10', '16'],
    ['1.0', '1'],
    ['1e6', '1e+06'],
    ['0.00001', '1e-05'],
    ['63498.31142269', '63498.312'],
    ['16777217.0', '1.6777216e+07'],
    ['.inf', '.inf'],
    ["'n'", 'n'],
  ])('turns the key %s into %s', (source, key) => {
    expect(meant(`v: {${source}: 1}\n`)).toEqual({ v: { [key]: 1 } })
  })
  it('refuses keys that no JSON object can have', () => {
    for (const key of ['~', '[a]', '18446744073709551615']) expect(meant(`v: {${key} : 1}\n`)).toBe('kubectl-refuses')
  })
  it('refuses infinity and not-a-number as values', () => {
    for (const value of ['.inf', '-.INF', '.nan']) expect(meant(`v: ${value}\n`)).toBe('kubectl-refuses')
  })
  it.each([
    ['!!str yes', 'yes'],
    ['!!int "5"', 5],
    ['!!float 1', 1],
    ['! 5', '5'],
    ['!custom 5', '5'],
    ['!<tag:yaml.org,2002:int> "7"', 7],
    ['!!binary aGVsbG8=', 'hello'],
    ['!!binary "/w=="', '\ufffd'],
    ['!!str', ''],
  ])('takes %s by its tag', (source, value) => {
    expect(meant(`v: ${source}\n`)).toEqual({ v: value })
  })
  it.each(['!!int x', '!!bool 5', '!!null x', '!!binary $$', '!!timestamp 2024-02-30'])('refuses %s', source => {
    expect(meant(`v: ${source}\n`)).toBe('kubectl-refuses')
  })
  it('lets a merge key take effect where it stands', () => {
    expect(meant('b: &b {x: 1, z: 1}\nv:\n  x: 2\n  <<: *b\n  z: 3\n')).toMatchObject({ v: { x: 1, z: 3 } })
    expect(meant('a: &a {x: 1}\nb: &b {x: 2, z: 3}\nv: {<<: [*a, *b]}\n')).toMatchObject({ v: { x: 1, z: 3 } })
    expect(meant('v: {"<<": 5}\n')).toEqual({ v: { '<<': 5 } })
    expect(meant('v: {<<: 5}\n')).toBe('kubectl-refuses')
  })
  it('finds anchors outside the node when it is given the document', () => {
    const text = 'a: &x {b: yes}\nc: [*x]\n'
    const [{ root }] = readFile(text) as [ReturnType<typeof readFile>[number]]
    const c = root?.type === 'map' ? root.entries[1]!.value : null
    expect(plainOf(text, c, root)).toEqual({ ok: true, value: [{ b: true }] })
  })
  it('refuses an alias without anchor, to itself, or as a bomb', () => {
    expect(meant('a: *x\n')).toBe('kubectl-refuses')
    expect(meant('a: &x [*x]\n')).toBe('kubectl-refuses')
    const bomb = Array.from({ length: 12 }, (_, i) => `k${i}: &k${i} [${`*k${i - 1}, `.repeat(i === 0 ? 0 : 9)}x]`)
    expect(meant(bomb.join('\n'))).toBe('kubectl-refuses')
  })
  it('reads a file that starts with { as JSON where it is JSON', () => {
    expect(meant('{"a": 18446744073709551616, "b": "\\uD83D\\uDE00\\/"}')).toEqual({
      a: new BigInteger('18446744073709551616'),
      b: '😀/',
    })
    expect(meant('{a: 18446744073709551616}')).toEqual({ a: 18446744073709552000 })
    expect(meant('a: "\\uD83D\\uDE00"')).toBe('kubectl-refuses')
  })
  it('keeps __proto__ an ordinary key', () => {
    const value = meant('__proto__: {x: 1}\n')
    expect(Object.keys(Object(value))).toEqual(['__proto__'])
  })
})

describe('scalarText, by what a document means', () => {
  it.each([
    ['"a\n  b"', 'a b'],
    ['"a \n\n  b\\\n  c"', 'a\nbc'],
    ["'it''s\n\n\n  b'", "it's\n\nb"],
    ['"a\\\n   \\ b"', 'a b'],
    ['a\n\n  b\n  c', 'a\nb c'],
    ['|-\n\n  a\n', '\na'],
    ['>\n  a\n  b\n\n  c\n   d\n  e', 'a b\nc\n d\ne\n'],
    ['>+\n  a\n\n', 'a\n\n'],
    ['|1\n  x', ' x\n'],
    ['|\n  a \n  b\t', 'a \nb\t\n'],
    ['"\\x41\\u263A\\U0001F600\\t"', 'A☺😀\t'],
  ])('unfolds %j', (source, text) => {
    expect(meant(`v: ${source}`)).toEqual({ v: text })
    expect(meant(`v: ${source.replaceAll('\n', '\r\n')}`)).toEqual({ v: text })
  })
})
