import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainOf } from '../meaning'
import type { PlainValue } from '../plain'
import { printDocument, unprintableIn } from '../print'
import { readFile } from '../read/read-file'
import { USUAL_STYLE } from './block'
import { printFlow, USUAL_FLOW } from './flow'
import { literalBlock } from './literal'

function readBack(text: string): PlainValue | undefined {
  const reading = readFile(text)[0]
  const meaning = reading === undefined ? undefined : plainOf(text, reading.root)
  return meaning?.ok === true ? meaning.value : undefined
}

describe('printDocument', () => {
  it('prints as kubectl does', () => {
    const value = { spec: { containers: [{ name: 'web', args: ['-v', 'yes'], env: [] }], nodeSelector: {} } }
    expect(printDocument(value)).toBe(
      [
        'spec:',
        '  containers:',
        '  - name: web',
        '    args:',
        '    - -v',
        '    - "yes"',
        '    env: []',
        '  nodeSelector: {}',
        '',
      ].join('\n'),
    )
  })
  it('follows a style', () => {
    const style = { ...USUAL_STYLE, mapStep: 4, seqStep: 2, dashStep: 4 }
    expect(printDocument({ a: [{ b: 1, c: [[1]] }] }, style)).toBe('a:\n  -   b: 1\n      c:\n        -   -   1\n')
  })
  it('never folds a long line', () => {
    const long = 'word '.repeat(200).trim()
    expect(printDocument({ a: long })).toBe(`a: ${long}\n`)
  })
  it('writes text of several lines as a literal block', () => {
    expect(printDocument({ a: 'x\n\n y\n', b: ['x\ny'] })).toBe('a: |\n  x\n\n   y\nb:\n- |-\n  x\n  y\n')
  })
  it('reads back as the same value, whatever the value', () => {
    const strings = fc.string({ unit: fc.constantFrom(...'ab:#- \n\t\'"{}[]\u0085x1') })
    const { tree } = fc.letrec<{ tree: PlainValue }>(tie => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        strings,
        fc.constantFrom<PlainValue>(null, true, 1, 2.5, -3),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(strings, tie('tree'), { maxKeys: 3 }),
      ),
    }))
    fc.assert(
      fc.property(tree, fc.constantFrom(0, 2), fc.constantFrom(2, 4), (value, seqStep, dashStep) => {
        const style = { ...USUAL_STYLE, seqStep, dashStep }
        expect(readBack(printDocument({ value }, style))).toEqual(plain({ value }))
        expect(readBack(`a: ${printFlow(value, USUAL_FLOW)}\n`)).toEqual(plain({ a: value }))
        expect(readBack(`a: ${printFlow(value, { ...USUAL_FLOW, step: 2, keyQuotes: 'double' }, 2)}\n`)).toEqual(
          plain({ a: value }),
        )
      }),
      { numRuns: 300 },
    )
  })
})

/** Without the prototype that fast-check's dictionaries lack. */
function plain(value: PlainValue): PlainValue {
  return JSON.parse(JSON.stringify(value)) as PlainValue
}

describe('literalBlock', () => {
  it.each(['one line', '\nx', 'x\n\n', 'a\r\nb', 'a\n \nb', '\ta\nb', 'a\u0085\nb', '\n'])('refuses %j', text =>
    expect(literalBlock(text, 2)).toBeNull(),
  )
  it('gives the indentation where the text starts with a space', () => {
    expect(literalBlock('  a\nb\n', 4)).toEqual({ header: '|4', lines: ['  a', 'b'] })
  })
})

describe('unprintableIn', () => {
  it('finds half a surrogate pair in keys and values', () => {
    expect(unprintableIn({ a: ['😀', { b: '\ud83d' }] })).toBe('\ud83d')
    expect(unprintableIn({ '\ude00': 1 })).toBe('\ude00')
    expect(unprintableIn({ a: ['😀'] })).toBeNull()
  })
})
