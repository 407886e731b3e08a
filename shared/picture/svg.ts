import { GROUP_PADDING } from '../layout/card-size'
import { boundsOf, grow, overlaps, type Rect } from '../layout/rect'
import type { Note } from '../workspace/layout-marks'
import { countInGroup } from './groups'
import { fitText } from './fit-text'
import { iconSymbols } from './icons'
import { escaped, rounded } from './markup'
import type { Scene, SceneGroup } from './scene'
import { CARD_TEXT_CLIP, icon, iconsOf, svgCard } from './svg-card'
import { svgEdge, svgEdgeLabels } from './svg-edge'
import { svgLegend } from './svg-legend'
import { svgFrame, svgNote } from './svg-note'
import { themes, type Theme, type ThemeName } from './themes'

export type SvgOptions = {
  readonly theme: ThemeName
  /** What stands above the picture, and what it is called. */
  readonly title: string
  /** The part of the canvas to show; all of it where there is none. */
  readonly view?: Rect
  /** What people wrote on the canvas; none where only some of the cards are shown. */
  readonly notes?: readonly Note[]
  /** `@font-face` rules for a picture that is drawn where the fonts of the page don't reach. */
  readonly fontFaces?: string
}

/** A picture as SVG, and how large it is. */
export type Svg = { readonly text: string; readonly width: number; readonly height: number }

const MARGIN = 24
const TITLE_HEIGHT = 44
const LEAST_WIDTH = 480
const FONTS =
  "'Inter Variable', Inter, 'Segoe UI', Ubuntu, Cantarell, 'Noto Sans', 'Liberation Sans', Arial, sans-serif"

/**
 * A scene as an SVG that stands alone: its namespaces, edges, cards, notes, a title and a legend, in the colours of a theme. It
 * holds shapes and text only: no script, nothing to fetch.
 */
export function svgOf(scene: Scene, options: SvgOptions): Svg {
  const theme = themes[options.theme]
  const all = options.notes ?? []
  const bounds = boundsOf([...(scene.bounds ? [scene.bounds] : []), ...all])
  const shown = options.view ?? grow(bounds ?? { x: 0, y: 0, width: LEAST_WIDTH, height: 80 }, MARGIN)
  const marks = all.filter(note => overlaps(note, shown))
  const width = Math.max(LEAST_WIDTH, shown.width)
  const legend = svgLegend(scene, theme, width - 2 * MARGIN)
  const legendTop = TITLE_HEIGHT + shown.height
  const height = legendTop + legend.height + (legend.height > 0 ? MARGIN : 0)
  const cards = scene.cards.filter(card => overlaps(card.rect, shown, 8))
  const edges = scene.edgesIn(shown)
  const icons = [...cards.flatMap(iconsOf), ...legend.icons, 'k-namespace']
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${rounded(width)}" height="${rounded(height)}" viewBox="0 0 ${rounded(width)} ${rounded(height)}" role="img" aria-label="${escaped(options.title)}" font-family="${FONTS}">`,
    `<title>${escaped(options.title)}</title>`,
    options.fontFaces ? `<style>${options.fontFaces}</style>` : '',
    `<defs>${iconSymbols(icons)}${CARD_TEXT_CLIP}</defs>`,
    `<rect width="100%" height="100%" fill="${theme.canvas}"/>`,
    svgTitle(scene, options.title, theme, width),
    // A picture inside the picture: what reaches out of the part that is shown is cut.
    `<svg y="${TITLE_HEIGHT}" width="${rounded(width)}" height="${rounded(shown.height)}" viewBox="${[shown.x, shown.y, width, shown.height].map(rounded).join(' ')}">`,
    ...scene.groups.filter(group => overlaps(group.rect, shown)).map(group => svgGroup(group, theme)),
    ...marks.filter(note => note.isFrame).map(frame => svgFrame(frame, theme)),
    ...edges.map(edge => svgEdge(edge, theme)),
    ...cards.map(card => svgCard(card, theme)),
    ...marks.filter(note => !note.isFrame).map(note => svgNote(note, theme)),
    ...svgEdgeLabels(edges, theme),
    '</svg>',
    `<g transform="translate(${MARGIN} ${rounded(legendTop)})">${legend.markup}</g>`,
    '</svg>\n',
  ]
  return { text: text.filter(part => part !== '').join('\n'), width, height }
}

function svgTitle(scene: Scene, title: string, theme: Theme, width: number): string {
  const count = scene.cards.filter(card => card.object !== null).length
  const says = count === 1 ? '1 object' : `${count} objects`
  const room = width - 2 * MARGIN - 100
  return (
    `<text x="${MARGIN}" y="30" font-size="15" font-weight="600" fill="${theme.text}">${escaped(fitText(title, 15, room))}</text>` +
    `<text x="${rounded(width - MARGIN)}" y="30" font-size="12" text-anchor="end" fill="${theme.textMuted}">${says}</text>`
  )
}

function svgGroup(group: SceneGroup, theme: Theme): string {
  const { namespace, rect } = group
  const { x, y, width, height } = rect
  const middle = y + (GROUP_PADDING.top - 4) / 2
  return [
    `<rect x="${rounded(x + 0.5)}" y="${rounded(y + 0.5)}" width="${rounded(width - 1)}" height="${rounded(height - 1)}" rx="12" fill="${theme.group}" stroke="${theme.border}"/>`,
    icon('k-namespace', x + 12, middle - 7, 14, theme.textMuted),
    `<text x="${rounded(x + 32)}" y="${rounded(middle + 4.5)}" font-size="12" font-weight="600" fill="${theme.text}">${escaped(fitText(namespace, 12, width - 130))}</text>`,
    `<text x="${rounded(x + width - 14)}" y="${rounded(middle + 4)}" font-size="11" text-anchor="end" fill="${theme.textMuted}">${countInGroup(group)}</text>`,
  ].join('')
}
