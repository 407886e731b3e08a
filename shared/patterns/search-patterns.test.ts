import { describe, expect, it } from 'vitest'
import { patterns } from './patterns'
import { searchPatterns } from './search-patterns'

const found = (words: string) => searchPatterns(words).map(pattern => pattern.id)

describe('searchPatterns', () => {
  it('gives all where nothing is asked', () => {
    expect(searchPatterns(' ')).toHaveLength(patterns.length)
  })
  it('finds by what a pattern is for, and by the beginning of its words', () => {
    expect(found('public')).toEqual(['exposed-app'])
    expect(found('istio can')).toEqual(['istio-canary'])
    expect(found('disk')).toEqual(['database'])
  })
  it('wants every word', () => {
    expect(found('istio disk')).toEqual([])
  })
})
