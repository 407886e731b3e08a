import { CARD_WIDTH, HEADER_HEIGHT, LINE_HEIGHT } from '../layout/card-size'
import { fitText } from './fit-text'
import { escaped, rounded } from './markup'
import type { SceneCard } from './scene'
import type { Theme } from './themes'

const TEXT_LEFT = 40
const TEXT_RIGHT = 9
const ROOM = CARD_WIDTH - TEXT_LEFT - TEXT_RIGHT
const GLYPHS = { container: 'k-container', init: 'i-step', sidecar: 'k-sidecar' } as const

/** The icons that a card is drawn with. */
export function iconsOf(card: SceneCard): readonly string[] {
  const { row, lines } = card.content
  return [row.icon, ...lines.flatMap(line => (line.glyph ? [GLYPHS[line.glyph]] : []))]
}

/** A card, as the canvas shows it at full size (VISUAL.md, Cards). */
export function svgCard(card: SceneCard, theme: Theme): string {
  const { row, name, lines } = card.content
  const { x, y, height } = card.rect
  const fg = card.ghost ? theme.textMuted : theme.familyFg[row.family]
  const tile = card.ghost ? 'none' : theme.familyBg[row.family]
  const frame = card.ghost
    ? `fill="none" stroke="${theme.error}" stroke-dasharray="4 3"`
    : `fill="${theme.card}" stroke="${theme.border}"`
  return [
    `<g transform="translate(${rounded(x)} ${rounded(y)})"><title>${escaped(card.label)}</title>`,
    `<rect x=".5" y=".5" width="${CARD_WIDTH - 1}" height="${height - 1}" rx="7.5" ${frame}/>`,
    `<rect x="8" y="8" width="24" height="24" rx="6" fill="${tile}"${card.ghost ? ` stroke="${theme.border}"` : ''}/>`,
    icon(row.icon, 12, 12, 16, fg),
    `<g clip-path="url(#card-text)">`,
    text(row.kind, 17.5, 11, theme.textMuted),
    text(name, 32, 13, card.ghost ? theme.textSecondary : theme.text, 600),
    ...lines.map((line, i) => {
      const colour = card.ghost ? theme.error : theme.textSecondary
      return text(line.text, HEADER_HEIGHT + LINE_HEIGHT * i + 14, 12, colour)
    }),
    '</g>',
    ...lines.map((line, i) =>
      line.glyph ? icon(GLYPHS[line.glyph], 14, HEADER_HEIGHT + LINE_HEIGHT * i + 4, 12, theme.textMuted) : '',
    ),
    '</g>',
  ].join('')
}

/** What cuts a text that comes out wider than it was thought to be: one clip for all cards. */
export const CARD_TEXT_CLIP = `<clipPath id="card-text"><rect x="${TEXT_LEFT}" y="0" width="${ROOM + 4}" height="400"/></clipPath>`

/** An icon of the sprite, in a colour. */
export function icon(id: string, x: number, y: number, size: number, colour: string): string {
  const stroke = size < 16 ? 1.75 : 1.5
  return (
    `<g fill="none" stroke="${colour}" color="${colour}" stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round">` +
    `<use href="#${id}" x="${rounded(x)}" y="${rounded(y)}" width="${size}" height="${size}"/></g>`
  )
}

function text(says: string, y: number, size: number, colour: string, weight = 400): string {
  const bold = weight === 400 ? '' : ` font-weight="${weight}"`
  return `<text x="${TEXT_LEFT}" y="${rounded(y)}" font-size="${size}" fill="${colour}"${bold}>${escaped(fitText(says, size, ROOM))}</text>`
}
