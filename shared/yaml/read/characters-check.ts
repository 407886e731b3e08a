import type { DocumentPiece, YamlProblem } from '../tree'

/**
 * A text with a line feed for each break that only kubectl takes for one: a lone CR, U+0085, U+2028, U+2029. Offsets stay
 * what they are. Most texts have none and come back as they are.
 */
export function withPlainBreaks(text: string): string {
  if (text !== lastText) {
    lastText = text
    lastPlain = text.replace(ODD_BREAKS, '\n')
  }
  return lastPlain
}

/** The pieces of a file are read one after the other: its text is changed once. */
let lastText = ''
let lastPlain = ''

/** Whether a piece holds an odd break, or a character that may be refused. One pass, native, over every text. */
export function needsCharacterCheck(source: string): boolean {
  return SUSPECTS.test(source)
}

/** The first character of a piece that kubectl refuses anywhere, even in comments. */
export function refusedCharacter(source: string, piece: DocumentPiece): YamlProblem | null {
  const match = REFUSED.exec(source)
  if (match === null) return null
  const from = piece.from + match.index
  const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return {
    code: 'kubectl-refuses',
    severity: 'error',
    message: `The character U+${code} isn't allowed in YAML, not even in comments`,
    from,
    to: from + match[0].length,
  }
}

const SUSPECTS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufffe\uffff]/
const REFUSED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|\p{Surrogate}/u
const ODD_BREAKS = /\r(?!\n)|[\u0085\u2028\u2029]/g
