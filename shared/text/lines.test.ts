import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexLines } from './lines'

describe('indexLines', () => {
  it('ends lines at LF, CRLF and a lone CR', () => {
    const index = indexLines('a\nb\r\nc\rd')
    expect(index.count).toBe(4)
    expect([1, 2, 3, 4].map(line => index.startOfLine(line))).toEqual([0, 2, 5, 7])
  })

  it('counts lines and columns from 1', () => {
    const index = indexLines('ab\ncd')
    expect(index.positionAt(0)).toEqual({ line: 1, column: 1 })
    expect(index.positionAt(2)).toEqual({ line: 1, column: 3 })
    expect(index.positionAt(3)).toEqual({ line: 2, column: 1 })
    expect(index.positionAt(5)).toEqual({ line: 2, column: 3 })
  })

  it('starts a line behind the last line break', () => {
    expect(indexLines('a\n').count).toBe(2)
    expect(indexLines('').count).toBe(1)
    expect(indexLines('a').startOfLine(9)).toBe(1)
  })

  it('finds every offset again by its line and column', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', ' ') }), text => {
        const index = indexLines(text)
        for (let offset = 0; offset <= text.length; offset++) {
          const { line, column } = index.positionAt(offset)
          expect(index.startOfLine(line) + column - 1).toBe(offset)
        }
      }),
    )
  })
})
