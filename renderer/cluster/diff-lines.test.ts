import { expect, it } from 'vitest'
import { unifiedDiff } from '../../shared/text/diff'
import { diffLines, diffSize } from './diff-lines'

const before = 'a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\ng: 7\nh: 8\ni: 9\nj: 10\n'
const after = before.replace('a: 1', 'a: 0').replace('j: 10', '--- x: 10\nk: 11')

it('keeps the lines of each hunk and marks what is left out between them', () => {
  const lines = diffLines(unifiedDiff(before, after, 'web.yaml'))
  expect(lines.map(({ sign, text }) => sign + text)).toEqual([
    '-a: 1',
    '+a: 0',
    ' b: 2',
    ' c: 3',
    ' d: 4',
    '@',
    ' g: 7',
    ' h: 8',
    ' i: 9',
    '-j: 10',
    '+--- x: 10',
    '+k: 11',
  ])
})

it('counts what comes and goes', () => {
  expect(diffSize(unifiedDiff(before, after, 'web.yaml'))).toBe('+3 −2')
  expect(diffSize('')).toBe('')
})
