import { describe, expect, it } from 'vitest'
import { rank } from './rank'

const best = (typed: string, ...rows: string[]) => rows.toSorted((a, b) => rank(b, typed) - rank(a, typed))[0]

describe('rank', () => {
  it('takes rows that hold every word, in any order', () => {
    expect(rank('New Deployment apps', 'depl new')).toBeGreaterThan(0)
    expect(rank('New Deployment apps', 'depl old')).toBe(0)
  })
  it('does not take rows that merely have the letters', () => {
    expect(rank('Duplicate', 'depl')).toBe(0)
  })
  it('prefers the start of a word to its inside', () => {
    expect(best('set', 'New StatefulSet apps', 'New settings')).toBe('New settings')
  })
  it('finds a kind by what it is for, behind those that are called so', () => {
    expect(rank('New PersistentVolumeClaim ', 'disk', ['disk'])).toBeGreaterThan(0)
    expect(rank('New PersistentVolumeClaim ', 'disk', ['disk'])).toBeLessThan(rank('Disk', 'disk'))
  })
})
