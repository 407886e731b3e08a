/**
 * About how wide a text is in the picture's font, in pixels. There is nothing here to measure with, so letters have three
 * widths; what still comes out too wide is cut by the picture.
 */
export function textWidth(text: string, size: number): number {
  let units = 0
  for (const letter of text) units += widthOf(letter)
  return units * size
}

/** The text, or as much of it as fits, with an ellipsis. Letters that are made of two code units stay whole. */
export function fitText(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text
  const letters = [...text]
  let width = textWidth('…', size)
  const fits = letters.findIndex(letter => (width += widthOf(letter) * size) > room)
  return `${letters.slice(0, fits).join('').trimEnd()}…`
}

function widthOf(letter: string): number {
  if (/[ iIjl.,:;'|!()[\]/-]/.test(letter)) return 0.31
  if (/[A-HJ-Zmw@%&]/.test(letter)) return 0.7
  return (letter.codePointAt(0) ?? 0) > 0x2e80 ? 1 : 0.56
}
