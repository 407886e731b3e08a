/**
 * What a cluster says of one object, as short as a card needs it: `state` is the glyph, `text` has about 6 characters
 * ("2/3", "12 min"), `says` is the same in a sentence, with the reason where something is wrong.
 */
export type LiveState = {
  readonly state: 'ready' | 'progressing' | 'failing' | 'pending' | 'done'
  readonly text: string
  readonly says: string
}

/** A number of things, with the word in its right form. */
export function countOf(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`
}

/** Sentences behind each other; what is empty is left out, and each ends in a full stop. */
export function sentences(...parts: readonly (string | null | undefined | false)[]): string {
  return parts.flatMap(part => (part ? [/[.!?]$/.test(part) ? part : `${part}.`] : [])).join(' ')
}
