import { patterns, type Pattern } from './patterns'

/** The patterns that a person may mean by some words: every word begins one of the pattern's. All where there are none. */
export function searchPatterns(words: string): readonly Pattern[] {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean)
  return patterns.filter(pattern => {
    const said = [...pattern.title.toLowerCase().split(/[^a-z]+/), ...pattern.searchWords]
    return asked.every(word => said.some(each => each.startsWith(word)))
  })
}
