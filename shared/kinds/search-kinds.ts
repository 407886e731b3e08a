import { allKinds } from './kinds'
import type { KindRow } from './kind-row'

/**
 * The kinds that a person may mean by some words, best first: a name or short name that is the words, then names that
 * start with them, then what the kind is for ("queue", "disk", "expose"), then anything that holds them. Every word
 * must fit. All kinds where there are no words.
 */
export function searchKinds(words: string, kinds: readonly KindRow[] = allKinds()): readonly KindRow[] {
  const asked = words
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '')
  return kinds
    .map(row => ({ row, score: scoreOf(row, asked) }))
    .filter(found => found.score < NO_MATCH)
    .sort((a, b) => a.score - b.score)
    .map(found => found.row)
}

const NO_MATCH = 100

function scoreOf(row: KindRow, asked: readonly string[]): number {
  return asked.reduce((worst, word) => Math.max(worst, wordScore(row, word)), 0)
}

function wordScore(row: KindRow, word: string): number {
  const kind = row.kind.toLowerCase()
  if (kind === word || row.plural === word || row.shortNames.includes(word)) return 0
  if (kind.startsWith(word)) return 1
  if (humps(row.kind).some(hump => hump.startsWith(word))) return 2
  if (row.searchWords.includes(word)) return 3
  if (row.searchWords.some(each => each.split(' ').some(part => part.startsWith(word)))) return 4
  if (kind.includes(word)) return 5
  return row.group.includes(word) ? 6 : NO_MATCH
}

/** The words of a kind's name: persistent, volume, claim. */
function humps(kind: string): readonly string[] {
  return (kind.match(/[A-Z]+(?![a-z])|[A-Z][a-z]*/g) ?? []).map(hump => hump.toLowerCase())
}
