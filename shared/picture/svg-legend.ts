import { families } from '../kinds/families'
import type { RelationGroup } from '../relations/relation'
import { groupStyle } from './edge-style'
import { textWidth } from './fit-text'
import { escaped, rounded } from './markup'
import type { Scene } from './scene'
import { icon } from './svg-card'
import { svgEnd } from './svg-edge'
import type { Theme } from './themes'

const ROW = 28
const SIZE = 12
const GAP = 24
const SAMPLE = 32

const GROUP_LABELS: Readonly<Record<RelationGroup, string>> = {
  traffic: 'Traffic',
  config: 'Configuration',
  storage: 'Storage',
  access: 'Access',
  policy: 'Policy and scaling',
  mesh: 'Mesh',
  delivery: 'Delivery',
  other: 'Other relations',
}

/** A picture's legend: its markup, with the upper left corner at 0, 0, and its height. */
export type Legend = { readonly markup: string; readonly height: number; readonly icons: readonly string[] }

type Entry = { readonly label: string; readonly sample: (x: number, y: number) => string; readonly sampleWidth: number }

/** What the colours and lines of a picture stand for, those that are in it, in as many rows as its width needs. */
export function svgLegend(scene: Scene, theme: Theme, width: number): Legend {
  const shownFamilies = new Set(scene.cards.map(card => card.content.row.family))
  const shownGroups = new Set(scene.edges.map(edge => edge.relation.group))
  const used = families.filter(row => shownFamilies.has(row.family))
  const kinds = used.map(({ family, label, icon: id }): Entry => ({
    label,
    sampleWidth: 20,
    sample: (x, y) =>
      `<rect x="${rounded(x)}" y="${rounded(y - 10)}" width="20" height="20" rx="5" fill="${theme.familyBg[family]}"/>` +
      icon(id, x + 3, y - 7, 14, theme.familyFg[family]),
  }))
  const lines = allGroups()
    .filter(group => shownGroups.has(group))
    .map((group): Entry => ({
      label: GROUP_LABELS[group],
      sampleWidth: SAMPLE,
      sample: (x, y) => lineSample(group, x, y, theme),
    }))
  const rows = [...inRows(kinds, width), ...inRows(lines, width)]
  const markup = rows.map((row, i) => svgRow(row, ROW * (i + 0.5), theme)).join('')
  return { markup, height: rows.length * ROW, icons: used.map(row => row.icon) }
}

function allGroups(): readonly RelationGroup[] {
  return ['traffic', 'config', 'storage', 'access', 'policy', 'mesh', 'delivery', 'other']
}

function lineSample(group: RelationGroup, x: number, y: number, theme: Theme): string {
  const { dash, end, extraWidth } = groupStyle(group)
  const colour = theme.edge[group]
  const route = [
    { x, y },
    { x: x + SAMPLE, y },
  ]
  const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : ''
  return (
    `<path d="M${rounded(x)} ${rounded(y)}h${SAMPLE}" stroke="${colour}" stroke-width="${1.5 + extraWidth}" stroke-linecap="round"${dashes}/>` +
    svgEnd(end, route, colour, theme.canvas)
  )
}

function inRows(entries: readonly Entry[], width: number): Entry[][] {
  const rows: Entry[][] = []
  let left = Infinity
  for (const entry of entries) {
    if (left + widthOfEntry(entry) > width) {
      rows.push([])
      left = 0
    }
    rows.at(-1)!.push(entry)
    left += widthOfEntry(entry)
  }
  return rows
}

function svgRow(row: readonly Entry[], y: number, theme: Theme): string {
  let x = 0
  return row
    .map(entry => {
      const at = x
      x += widthOfEntry(entry)
      const textX = rounded(at + entry.sampleWidth + 8)
      return `${entry.sample(at, y)}<text x="${textX}" y="${rounded(y + 4)}" font-size="${SIZE}" fill="${theme.textSecondary}">${escaped(entry.label)}</text>`
    })
    .join('')
}

function widthOfEntry({ label, sampleWidth }: Entry): number {
  return sampleWidth + 8 + textWidth(label, SIZE) + GAP
}
