import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeTexts } from './merge'

const base = 'kind: Pod\nspec:\n  image: nginx:1.29 # pinned\n  replicas: 2\n  labels: {app: web, tier: front}\n'
const both = (mine: (text: string) => string, theirs: (text: string) => string) =>
  mergeTexts(base, mine(base), theirs(base))
const change = (from: string, to: string) => (text: string) => text.replace(from, to)
const texts = fc
  .array(fc.constantFrom('a: 1', 'b: 2', 'c: 3', '- d', ''), { maxLength: 12 })
  .map(lines => lines.join('\n'))

describe('mergeTexts', () => {
  it('takes both edits where they are on different lines', () => {
    const merged = both(change('replicas: 2', 'replicas: 3'), change('nginx:1.29', 'nginx:1.30'))
    expect(merged).toEqual({ text: base.replace('s: 2', 's: 3').replace('1.29', '1.30'), conflicts: [] })
  })

  it('takes both edits of neighbouring lines, and lines inserted beside a change', () => {
    const merged = both(
      change('  replicas: 2\n', '  paused: true\n  replicas: 2\n'),
      change('replicas: 2', 'replicas: 5'),
    )
    expect(merged).toMatchObject({
      text: base.replace('  replicas: 2', '  paused: true\n  replicas: 5'),
      conflicts: [],
    })
  })

  it('takes both edits of one line that change different entries, or the comment', () => {
    expect(both(change('web', 'api'), change('front', 'back'))).toMatchObject({
      text: base.replace('web', 'api').replace('front', 'back'),
      conflicts: [],
    })
    expect(both(change('1.29', '1.30'), change('pinned', 'by hand'))).toMatchObject({
      text: base.replace('1.29 # pinned', '1.30 # by hand'),
      conflicts: [],
    })
  })

  it('makes no third value of two: parts of one value conflict', () => {
    const { text, conflicts } = both(change('1.29', '1.30'), change('nginx', 'httpd'))
    expect(text).toBe(base.replace('1.29', '1.30'))
    expect(conflicts).toMatchObject([{ mine: '  image: nginx:1.30', theirs: '  image: httpd:1.29' }])
    expect(text.slice(conflicts[0]!.from, conflicts[0]!.to)).toBe(conflicts[0]!.mine)
  })

  it('calls a line changed here and removed there a conflict', () => {
    expect(both(change('replicas: 2', 'replicas: 3'), change('  replicas: 2\n', '')).conflicts).toHaveLength(1)
  })

  it('calls different insertions at one place a conflict, and equal ones none', () => {
    const at = (line: string) => change('spec:\n', `spec:\n  ${line}\n`)
    expect(both(at('a: 1'), at('b: 1')).conflicts).toHaveLength(1)
    expect(both(at('a: 1'), at('a: 1'))).toEqual({ text: at('a: 1')(base), conflicts: [] })
  })

  it('is the other edit where one did nothing, and the edit itself where both did the same', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(mergeTexts(a, a, b)).toEqual({ text: b, conflicts: [] })
        expect(mergeTexts(a, b, a)).toEqual({ text: b, conflicts: [] })
        expect(mergeTexts(a, b, b)).toEqual({ text: b, conflicts: [] })
      }),
    )
  })

  it('holds every line that either side wrote, in the text or in a conflict', () => {
    fc.assert(
      fc.property(texts, texts, texts, (a, b, c) => {
        const [mine, theirs] = [b.replace(/^/gm, 'mine '), c.replace(/^/gm, 'theirs ')]
        const { text, conflicts } = mergeTexts(a, mine, theirs)
        const all = text + conflicts.map(conflict => conflict.theirs).join('\n')
        for (const line of `${mine}\n${theirs}`.split('\n')) expect(all).toContain(line)
        for (const { from, to, mine: own } of conflicts) expect(text.slice(from, to)).toBe(own)
      }),
    )
  })

  it('merges the same whichever side is called mine, but for which one stands at a conflict', () => {
    fc.assert(
      fc.property(texts, texts, texts, (a, b, c) => {
        const [one, other] = [mergeTexts(a, b, c), mergeTexts(a, c, b)]
        expect(one.conflicts.length).toBe(other.conflicts.length)
        if (one.conflicts.length === 0) expect(one.text).toBe(other.text)
      }),
    )
  })
})
