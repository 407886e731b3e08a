import type { Splice } from '../../shared/text/splice'

/**
 * A file's text as the editor holds it, and the way between the two.
 *
 * CodeMirror counts every line break as one character and forgets which it was, so a CRLF file is shorter there. The
 * file's text stays the truth: what is typed comes back as splices of it, and untouched line breaks stay what they are.
 */
export type EditorText = {
  readonly text: string
  /** An offset of the file's text, in the editor. */
  toEditor(offset: number): number
  /** An offset of the editor, in the file's text. A place behind a CRLF is behind both of its characters. */
  toFile(offset: number): number
  /** What a line break that is typed near an offset of the file's text becomes: what the line there ends with. */
  breakNear(offset: number): string
}

/** Reads a file's text for the editor. */
export function editorText(fileText: string): EditorText {
  if (!fileText.includes('\r'))
    return { text: fileText, toEditor: offset => offset, toFile: offset => offset, breakNear: () => '\n' }

  const pairs = crlfOffsets(fileText)
  return {
    text: fileText.replace(/\r\n?/g, '\n'),
    // Behind the CR, in the middle of a pair, is where the editor has the pair's own place.
    toEditor: offset => offset - countBelow(pairs, pair => pair < offset),
    toFile: offset => offset + countBelow(pairs, (pair, n) => pair - n < offset),
    breakNear: offset => breakNear(fileText, offset),
  }
}

/** Splices of the editor's text as splices of the file's text that it was made from. */
export function toFileSplices(from: EditorText, splices: readonly Splice[]): Splice[] {
  return splices.map(splice => {
    const start = from.toFile(splice.from)
    return {
      from: start,
      to: from.toFile(splice.to),
      insert: splice.insert.replaceAll('\n', from.breakNear(start)),
    }
  })
}

/** Splices of the file's text as changes of the editor's text that was made from it. */
export function toEditorSplices(from: EditorText, splices: readonly Splice[]): Splice[] {
  return splices.map(splice => ({
    from: from.toEditor(splice.from),
    to: from.toEditor(splice.to),
    insert: splice.insert.replace(/\r\n?/g, '\n'),
  }))
}

function crlfOffsets(text: string): readonly number[] {
  const offsets: number[] = []
  for (let at = text.indexOf('\r\n'); at !== -1; at = text.indexOf('\r\n', at + 2)) offsets.push(at)
  return offsets
}

/** How many of the offsets, from the first on, the condition holds for. */
function countBelow(offsets: readonly number[], holds: (offset: number, n: number) => boolean): number {
  let low = 0
  let high = offsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(offsets[middle]!, middle)) low = middle + 1
    else high = middle
  }
  return low
}

function breakNear(text: string, offset: number): string {
  const next = text.slice(offset).search(/[\r\n]/)
  const at = next === -1 ? text.lastIndexOf('\n') : offset + next
  if (at === -1) return '\n'
  if (text[at] === '\r') return text[at + 1] === '\n' ? '\r\n' : '\r'
  return text[at - 1] === '\r' ? '\r\n' : '\n'
}
