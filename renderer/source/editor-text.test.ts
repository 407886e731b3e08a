import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applySplices } from '../../shared/text/splice'
import { editorText, toEditorSplices, toFileSplices } from './editor-text'

/** A lone CR before a LF that an edit brings together becomes a CRLF: the editor is then filled anew. */
const withoutLoneCr = fc
  .array(fc.constantFrom('a', 'bc: d', '\n', '\r\n', '- x'), { maxLength: 40 })
  .map(parts => parts.join(''))
const texts = fc
  .array(fc.constantFrom('a', 'bc: d', '\n', '\r\n', '\r', '- x'), { maxLength: 40 })
  .map(parts => parts.join(''))

describe('editorText', () => {
  it('is the file itself where there is no carriage return', () => {
    expect(editorText('a: 1\nb: 2\n').text).toBe('a: 1\nb: 2\n')
  })
  it('counts a CRLF as one character', () => {
    const read = editorText('a\r\nb\r\nc')
    expect(read.text).toBe('a\nb\nc')
    expect([0, 1, 3, 4, 6].map(read.toEditor)).toEqual([0, 1, 2, 3, 4])
    expect([0, 1, 2, 3, 4].map(read.toFile)).toEqual([0, 1, 3, 4, 6])
  })
  it('types the line break of the line that it is typed in', () => {
    const read = editorText('a\r\nb\nc')
    expect(toFileSplices(read, [{ from: 1, to: 1, insert: '\n' }])).toEqual([{ from: 1, to: 1, insert: '\r\n' }])
    expect(toFileSplices(read, [{ from: 3, to: 3, insert: '\n' }])).toEqual([{ from: 4, to: 4, insert: '\n' }])
  })
  it('finds its way back from every place of the editor', () => {
    fc.assert(
      fc.property(texts, text => {
        const read = editorText(text)
        for (let at = 0; at <= read.text.length; at++) expect(read.toEditor(read.toFile(at))).toBe(at)
      }),
    )
  })
  it('leaves every line break that was not touched as it is', () => {
    fc.assert(
      fc.property(withoutLoneCr, fc.nat(), fc.nat(), fc.constantFrom('', 'x', 'y: z'), (text, a, b, insert) => {
        const read = editorText(text)
        const places = [a, b].map(n => n % (read.text.length + 1)).toSorted((x, y) => x - y)
        const splice = { from: places[0]!, to: places[1]!, insert }
        const edited = applySplices(text, toFileSplices(read, [splice]))
        expect(editorText(edited).text).toBe(editorText(applySplices(read.text, [splice])).text)
        expect(edited.startsWith(text.slice(0, read.toFile(splice.from)))).toBe(true)
        expect(edited.endsWith(text.slice(read.toFile(splice.to)))).toBe(true)
      }),
    )
  })
  it('shows a change of the file by the same change of the editor', () => {
    const text = 'a: 1\r\nb: 2\r\n'
    const splices = [{ from: 9, to: 10, insert: '3\r\nc: 4' }]
    const shown = applySplices(editorText(text).text, toEditorSplices(editorText(text), splices))
    expect(shown).toBe(editorText(applySplices(text, splices)).text)
  })
})
