import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_LAYOUT, type Layout } from './layout'
import { markColours, NO_MARKS, type Marks } from './layout-marks'
import { layoutFileOf, parseLayout, printLayout } from './layout-file'

const layoutOf = (places: Record<string, [number, number]>): Layout => ({
  cards: new Map(Object.entries(places).map(([key, [x, y]]) => [key, { x, y, more: {} }])),
  marks: NO_MARKS,
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
  "reviews": [
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

describe('the marks of a layout file', () => {
  it('stand on a line each, and go through reading and printing without a trace', () => {
    const text = `{
  "version": 1,
  "cards": {},
  "notes": {
    "note-1": { "x": 0, "y": -20, "width": 240, "height": 80, "text": "Two lines\\nof text", "colour": "amber" },
    "note-2": { "x": 4, "y": 8, "width": 400, "height": 300, "text": "Payments", "frame": true, "author": "jane" }
  },
  "namespaces": {
    "data": { "collapsed": true },
    "shop": { "colour": "mauve" }
  },
  "views": {
    "Only errors": { "x": 10, "y": 20, "zoom": 0.805, "text": "kind:Pod", "hiddenFamilies": ["mesh"], "problemsOnly": true }
  },
  "reviewed": "2026"
}
`
    const reading = parseLayout(text)
    expect(reading.ok && printLayout(reading.layout)).toBe(text)
    expect(reading.ok && reading.layout.marks.namespaces.get('shop')).toEqual({
      isCollapsed: false,
      colour: null,
      more: { colour: 'mauve' },
    })
  })

  it('are read back as they were printed', () => {
    const colour = fc.constantFrom(null, ...markColours)
    const number = fc.integer({ min: -9999, max: 9999 })
    const note = fc.record({
      text: fc.string(),
      isFrame: fc.boolean(),
      colour,
      x: number,
      y: number,
      width: number,
      height: number,
      more: fc.constant({}),
    })
    const look = fc.record({ isCollapsed: fc.boolean(), colour, more: fc.constant({}) })
    fc.assert(
      fc.property(fc.dictionary(fc.string(), note), fc.dictionary(fc.string(), look), (notes, looks) => {
        const marks: Marks = { ...NO_MARKS, notes: mapOf(notes), namespaces: mapOf(looks) }
        const reading = parseLayout(printLayout({ ...EMPTY_LAYOUT, marks }))
        expect(reading.ok && reading.layout.marks).toEqual(marks)
      }),
    )
  })

  it.each([
    ['{"version": 1, "notes": []}', 'its "notes" are not a JSON object'],
    ['{"version": 1, "notes": {"a": {"x": 1}}}', 'a of its "notes" is not a note'],
    ['{"version": 1, "views": {"a": {"x": 1, "y": 2, "zoom": 0}}}', 'a of its "views" is not a view'],
  ])('say what is wrong with %s', (text, message) => {
    expect(layoutFileOf(text).broken).toContain(message)
  })
})

const mapOf = <T>(entries: Readonly<Record<string, T>>) => new Map(Object.entries(entries))

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
