import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainOf } from '../meaning'
import { BigInteger, type PlainValue } from '../plain'
import { readFile } from '../read/read-file'
import { canBePlain, isPrintable, printScalar, type ScalarWish } from './scalar'

const printed = (text: string, wish: Partial<ScalarWish> = {}): string =>
  printScalar(text, { flow: false, quotes: 'none', needed: 'double', ...wish })

function readBack(text: string): PlainValue {
  const reading = readFile(text)[0]!
  const meaning = plainOf(text, reading.root)
  if (!meaning.ok) throw new Error(meaning.problem.message)
  return meaning.value
}

describe('printing a string', () => {
  it.each([
    'web',
    'nginx:1.29',
    '500m',
    '256Mi',
    '10.0.0.0/8',
    '1.2.3.4',
    '-v',
    ':8080',
    'a: b'.slice(0, 2) + 'b',
    '{{ x }}'.slice(3, 4),
  ])('leaves %s bare', text => expect(printed(text)).toBe(text))
  it.each(['yes', 'No', 'on', 'OFF', 'y', 'n', 'true', 'null', '~', '', '=', '<<'])('quotes the word %j', text =>
    expect(printed(text)).toBe(JSON.stringify(text)),
  )
  it.each(['0755', '0o17', '0x1F', '0b11', '1_000', '1e3', '1.0', '.5', '+1', '08', '12:30:45', '2024-01-01', '.inf'])(
    'quotes %s, a number or a time to some reader',
    text => expect(printed(text)).toBe(JSON.stringify(text)),
  )
  it.each([
    'a: b',
    'a #b',
    '# x',
    '- a',
    '? a',
    '*a',
    '&a',
    '!t',
    '%a',
    '@a',
    '`a',
    '[a',
    '{a',
    '---',
    '...',
    ' a',
    'a ',
    'a:',
  ])('quotes %j, which means something to YAML', text => expect(printed(text)).toBe(JSON.stringify(text)))
  it('escapes what go-yaml takes for a line break', () =>
    expect(printed('a\u0085b\u2028c')).toBe('"a\\u0085b\\u2028c"'))
  it('quotes a question mark between brackets, which kubectl refuses bare', () =>
    expect([printed('y?', { flow: true }), printed('y?')]).toEqual(['"y?"', 'y?']))
  it('uses single quotes where the neighbours do', () => expect(printed('yes', { needed: 'single' })).toBe("'yes'"))
  it('knows half a surrogate pair', () => expect([isPrintable('\ud83d'), isPrintable('😀')]).toEqual([false, true]))
})

describe('printing a number', () => {
  it.each([
    [1e21, '1e+21'],
    [1e-7, '1e-7'],
    [-0, '0'],
    [new BigInteger('9007199254740993'), '9007199254740993'],
  ])('%s', (value, text) => expect(printScalar(value)).toBe(text))
})

/** Strings near the edges of YAML, and any other. */
const strings = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'-+._:,#/%@e0x1b~!&*?<>|=\'"\\{}[] \tyno\n\r\u0085\u2028\u00a0\ufeff') }),
)

describe('every string', () => {
  it('reads back as itself, as value, key, item and in flow', () => {
    fc.assert(
      fc.property(strings.filter(isPrintable), fc.constantFrom('none', 'single', 'double'), (text, quotes) => {
        const block = printed(text, { quotes })
        const flow = printed(text, { quotes, flow: true })
        expect(readBack(`a: ${block}\n`)).toEqual({ a: text })
        expect(readBack(`- ${block}\n`)).toEqual([text])
        expect(readBack(`{a: [${flow}, ${flow}]}\n`)).toEqual({ a: [text, text] })
        if (text.length < 200) expect(readBack(`${block}: 1\n`)).toEqual(Object.fromEntries([[text, 1]]))
      }),
      { numRuns: 300 },
    )
  })
  it('stands bare only where it is on one line', () => {
    fc.assert(fc.property(strings, text => !canBePlain(text, false) || !/[\n\r]/.test(text)))
  })
})
