import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Layout } from './layout'
import { layoutFileOf, parseLayout, printLayout } from './layout-file'

const layoutOf = (places: Record<string, [number, number]>): Layout => ({
  cards: new Map(Object.entries(places).map(([key, [x, y]]) => [key, { x, y, more: {} }])),
  more: {},
})

describe('printLayout', () => {
  it('gives each card a line, sorted', () => {
    expect(printLayout(layoutOf({ 'shop/Service./web': [300, 40], 'shop/Deployment.apps/web': [0, -20] }))).toBe(
      `{
  "version": 1,
  "cards": {
    "shop/Deployment.apps/web": { "x": 0, "y": -20 },
    "shop/Service./web": { "x": 300, "y": 40 }
  }
}
`,
    )
  })

  it('hands on what a later version wrote, beside the cards and inside them', () => {
    const text = `{
  "version": 1,
  "cards": {
    "a": { "x": 1, "y": 2, "pinned": true }
  },
  "notes": [
    {
      "text": "hello"
    }
  ]
}
`
    const reading = parseLayout(text)
    expect(reading.ok && printLayout(reading.layout)).toBe(text)
  })

  it('reads back what it printed', () => {
    const coordinate = fc.integer({ min: -100_000, max: 100_000 })
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.tuple(coordinate, coordinate)), places => {
        const layout = layoutOf(places)
        expect(parseLayout(printLayout(layout))).toEqual({ ok: true, layout })
      }),
    )
  })
})

describe('parseLayout', () => {
  it.each([
    ['{', 'it is not JSON'],
    ['[]', 'it does not hold a JSON object'],
    ['{"version": 2}', 'its version is 2, not 1'],
    ['{"version": 1, "cards": []}', 'its "cards" are not a JSON object'],
    ['{"version": 1, "cards": {"a": {"x": "1", "y": 2}}}', 'the place of a is not {"x": number, "y": number}'],
  ])('says what is wrong with %s', (text, message) => {
    const reading = parseLayout(text)
    expect(reading.ok ? '' : reading.message).toContain(message)
    expect(layoutFileOf(text).broken).toContain(message)
  })
})
