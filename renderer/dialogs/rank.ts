/**
 * How well a row fits what was typed, from 0 (not at all) to 1: every word must be in it; a word at the start of one of
 * its own counts more than one inside, and one among its search words less.
 */
export function rank(row: string, typed: string, searchWords: readonly string[] = []): number {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return 1
  const scores = words.map(word =>
    Math.max(
      fit(row.toLowerCase(), word),
      0.4 * Math.max(0, ...searchWords.map(each => fit(each.toLowerCase(), word))),
    ),
  )
  return Math.min(...scores)
}

function fit(text: string, word: string): number {
  const at = text.indexOf(word)
  if (at === -1) return 0
  if (at === 0) return 1
  return /[a-z0-9]/.test(text.charAt(at - 1)) && !text.includes(` ${word}`) ? 0.5 : 0.9
}
