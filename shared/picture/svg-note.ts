import type { Note } from '../workspace/layout-marks'
import { fitText, textWidth } from './fit-text'
import { escaped, rounded } from './markup'
import { familyOfColour } from './mark-colours'
import type { Theme } from './themes'

const SIZE = 12
const LINE = 17
const PADDING = { x: 10, y: 8 }
const TITLE_HEIGHT = 28

/** A frame, which stands under the cards: a dashed box with its title. */
export function svgFrame(note: Note, theme: Theme): string {
  const { width, text } = note
  const { border } = coloursOf(note, theme)
  const title = fitText(text.split('\n')[0] ?? '', 13, width - 24)
  return [
    boxOf(note, `rx="10" fill="${border}" fill-opacity="0.08" stroke="${border}" stroke-dasharray="4 3"`),
    `<text x="${rounded(note.x + 12)}" y="${rounded(note.y + TITLE_HEIGHT / 2 + 4.5)}" font-size="13" font-weight="600" fill="${theme.text}">${escaped(title)}</text>`,
  ].join('')
}

/** A note, with as many of its lines as it has room for. */
export function svgNote(note: Note, theme: Theme): string {
  const { fill, border } = coloursOf(note, theme)
  const lines = linesOf(note.text, note.width - 2 * PADDING.x)
  const room = Math.max(1, Math.floor((note.height - PADDING.y) / LINE))
  const shown = lines.slice(0, room).map((line, n) => {
    const isCut = n === room - 1 && lines.length > room
    return `<text x="${rounded(note.x + PADDING.x)}" y="${rounded(note.y + PADDING.y + n * LINE + 12)}" font-size="${SIZE}" fill="${theme.text}">${escaped(isCut ? `${line.trimEnd()}…` : line)}</text>`
  })
  return boxOf(note, `rx="8" fill="${fill}" stroke="${border}"`) + shown.join('')
}

function boxOf({ x, y, width, height }: Note, look: string): string {
  return `<rect x="${rounded(x + 0.5)}" y="${rounded(y + 0.5)}" width="${rounded(width - 1)}" height="${rounded(height - 1)}" ${look}/>`
}

function coloursOf({ colour }: Note, theme: Theme): { readonly fill: string; readonly border: string } {
  if (colour === null) return { fill: theme.card, border: theme.textMuted }
  const family = familyOfColour[colour]
  return { fill: theme.familyBg[family], border: theme.familyFg[family] }
}

/** The lines of a text, broken between words where they would be too wide, inside a word where it alone is. */
function linesOf(text: string, room: number): readonly string[] {
  return text.split('\n').flatMap(line => {
    const lines: string[] = []
    let now = ''
    for (const word of line.split(' ').flatMap(each => piecesOf(each, room))) {
      const longer = now === '' ? word : `${now} ${word}`
      if (now !== '' && textWidth(longer, SIZE) > room) {
        lines.push(now)
        now = word
      } else now = longer
    }
    return [...lines, now]
  })
}

function piecesOf(word: string, room: number): readonly string[] {
  const pieces: string[] = []
  let now = ''
  for (const letter of word) {
    if (now !== '' && textWidth(now + letter, SIZE) > room) {
      pieces.push(now)
      now = ''
    }
    now += letter
  }
  return [...pieces, now]
}
