import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffTexts, unifiedDiff } from './diff'
import { applySplices } from './splice'

const lines = fc
  .tuple(
    fc.array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', '  d: 1\n', '😀\n', '😁\n'), { maxLength: 40 }),
    fc.constantFrom('', 'end', '😀'),
  )
  .map(([all, last]) => all.join('') + last)

describe('diffTexts', () => {
  it('touches only the characters that differ', () => {
    expect(diffTexts('a: 1\nreplicas: 2\nb: 1\n', 'a: 1\nreplicas: 3\nb: 1\n')).toEqual([
      { from: 15, to: 16, insert: '3' },
    ])
  })

  it('finds an inserted line between equal ones', () => {
    expect(diffTexts('a\nb\n', 'a\nx\nb\n')).toEqual([{ from: 2, to: 2, insert: 'x\n' }])
  })

  it('never cuts a surrogate pair', () => {
    expect(diffTexts('x: 😀', 'x: 😁')).toEqual([{ from: 3, to: 5, insert: '😁' }])
  })

  it('gives splices in order that turn one text into the other', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const splices = diffTexts(before, after)
        expect(applySplices(before, splices)).toBe(after)
        splices.forEach((splice, i) => expect(splice.from).toBeGreaterThanOrEqual(splices[i - 1]?.to ?? 0))
      }),
      { numRuns: 1000 },
    )
  })

  it('gives up looking for the shortest list, not the right one, where texts have little in common', () => {
    const before = Array.from({ length: 6000 }, (_, i) => `${i}\n`).join('')
    const after = Array.from({ length: 6000 }, (_, i) => `${i * 7919}\n`).join('')
    expect(applySplices(before, diffTexts(before, after))).toBe(after)
  })
})

describe('unifiedDiff', () => {
  const numbered = (count: number): string => Array.from({ length: count }, (_, i) => `line ${i + 1}\n`).join('')

  it('shows three lines around a change', () => {
    const text = numbered(9)
    expect(unifiedDiff(text, text.replace('line 5', 'line five'), 'k8s/a.yaml')).toBe(
      [
        '--- a/k8s/a.yaml',
        '+++ b/k8s/a.yaml',
        '@@ -2,7 +2,7 @@',
        ' line 2',
        ' line 3',
        ' line 4',
        '-line 5',
        '+line five',
        ' line 6',
        ' line 7',
        ' line 8',
        '',
      ].join('\n'),
    )
  })

  it('joins changes whose surroundings meet, and parts those further away', () => {
    const text = numbered(40)
    const near = text.replace('line 5\n', '').replace('line 12\n', 'x\n')
    expect(unifiedDiff(text, near, 'a').match(/^@@.*@@$/gm)).toEqual(['@@ -2,14 +2,13 @@'])
    const far = text.replace('line 5\n', '').replace('line 30\n', 'x\n')
    expect(unifiedDiff(text, far, 'a').match(/^@@.*@@$/gm)).toEqual(['@@ -2,7 +2,6 @@', '@@ -27,7 +26,7 @@'])
  })

  it('says where a last line has no line break', () => {
    expect(unifiedDiff('a', 'a\n', 'a')).toBe('--- a/a\n+++ b/a\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n')
  })

  it('shows a new and a removed file', () => {
    expect(unifiedDiff(null, 'a\nb\n', 'n')).toBe('--- /dev/null\n+++ b/n\n@@ -0,0 +1,2 @@\n+a\n+b\n')
    expect(unifiedDiff('a\n', null, 'n')).toBe('--- a/n\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n')
  })

  it('says nothing about equal texts', () => {
    expect(unifiedDiff('a\n', 'a\n', 'a')).toBe('')
  })
})
