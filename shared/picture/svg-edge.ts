import type { Point } from '../workspace/change'
import { edgeStyle, isDangling, widthOf, type EdgeEnd } from './edge-style'
import { textWidth } from './fit-text'
import { LABEL_SIZE, labelPlaces } from './label-place'
import { escaped, rounded } from './markup'
import { routeOf, type Route } from './route'
import type { SceneEdge } from './scene'
import type { Theme } from './themes'
import { svgPath } from './trace'

/** An edge with its end, in the colour that it has when it is lit: a picture has no pointer to light it. */
export function svgEdge(edge: SceneEdge, theme: Theme): string {
  const route = routeOf(edge)
  const colour = colourOf(edge, theme)
  const { dash, end } = edgeStyle(edge)
  const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : ''
  return (
    `<g><title>${escaped(edge.label)}</title>` +
    `<path d="${svgPath(route)}" fill="none" stroke="${colour}" stroke-width="${rounded(widthOf(edge, 1.25))}" stroke-linecap="round"${dashes}/>` +
    `${svgEnd(end, route, colour, theme.group)}</g>`
  )
}

/** What edges say, where there is room for it on their last runs. */
export function svgEdgeLabels(edges: readonly SceneEdge[], theme: Theme): readonly string[] {
  // Lines that say the same at the same card say it once.
  const lines = new Map(
    edges.map(edge => {
      const route = routeOf(edge)
      const { x, y } = route.at(-1)!
      return [`${edge.relation.says} ${x} ${y}`, { edge, route, says: edge.relation.says }]
    }),
  )
  const places = labelPlaces([...lines.values()])
  return [...lines.values()].flatMap(({ edge, says }, i) => {
    const { at, fits } = places[i]!
    return fits ? [svgLabel(says, at, colourOf(edge, theme), theme.group)] : []
  })
}

function svgLabel(says: string, at: Point, colour: string, ground: string): string {
  const width = textWidth(says, LABEL_SIZE) + 6
  return (
    `<rect x="${rounded(at.x - width / 2)}" y="${rounded(at.y - 8)}" width="${rounded(width)}" height="16" rx="4" fill="${ground}"/>` +
    `<text x="${rounded(at.x)}" y="${rounded(at.y + 4)}" font-size="${LABEL_SIZE}" text-anchor="middle" fill="${colour}">${escaped(says)}</text>`
  )
}

/** The sign at the end of a route, turned as its last run goes. */
export function svgEnd(end: EdgeEnd, route: Route, colour: string, ground: string): string {
  const tip = route.at(-1)!
  const before = route.at(-2) ?? tip
  const turn = (Math.atan2(tip.y - before.y, tip.x - before.x) * 180) / Math.PI
  return `<g transform="translate(${rounded(tip.x)} ${rounded(tip.y)}) rotate(${rounded(turn)})">${signOf(end, colour, ground)}</g>`
}

function signOf(end: EdgeEnd, colour: string, ground: string): string {
  switch (end) {
    case 'arrow':
      return polygon(colour, { x: -6.25, y: -3.25 }, { x: 0, y: 0 }, { x: -6.25, y: 3.25 })
    case 'dot':
      return `<circle cx="-2.5" r="2.75" fill="${colour}"/>`
    case 'bar':
      return `<rect x="-5" y="-3" width="5" height="6" rx="1" fill="${colour}"/>`
    case 'diamond':
      return polygon(colour, { x: -6.75, y: 0 }, { x: -3.5, y: -3.25 }, { x: -0.25, y: 0 }, { x: -3.5, y: 3.25 })
    case 'ring':
      return `<circle cx="-3" r="2.5" fill="${ground}" stroke="${colour}" stroke-width="1.5"/>`
    default:
      return unknownEnd(end)
  }
}

function polygon(colour: string, ...points: readonly Point[]): string {
  return `<path d="M${points.map(({ x, y }) => `${x} ${y}`).join('L')}z" fill="${colour}"/>`
}

function colourOf(edge: SceneEdge, theme: Theme): string {
  return isDangling(edge) ? theme.blocked : theme.edge[edge.relation.group]
}

function unknownEnd(end: never): never {
  throw new Error(`Unknown end ${JSON.stringify(end)}`)
}
