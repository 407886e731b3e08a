import type { Point } from '../workspace/change'
import type { Rect } from './rect'

/** How some cards are put in order among each other. */
export type Alignment = 'left' | 'top' | 'spread-across' | 'spread-down'

/** The places of cards in line with the first of them, or with equal gaps between the outermost two. */
export function align(rects: ReadonlyMap<string, Rect>, how: Alignment): Map<string, Point> {
  const cards = [...rects]
  switch (how) {
    case 'left': {
      const left = Math.min(...cards.map(([, rect]) => rect.x))
      return new Map(cards.map(([id, rect]) => [id, { x: left, y: rect.y }]))
    }
    case 'top': {
      const top = Math.min(...cards.map(([, rect]) => rect.y))
      return new Map(cards.map(([id, rect]) => [id, { x: rect.x, y: top }]))
    }
    case 'spread-across': {
      const lefts = spread(cards.map(([, rect]) => ({ from: rect.x, size: rect.width })))
      return new Map(cards.map(([id, rect], i) => [id, { x: lefts[i]!, y: rect.y }]))
    }
    case 'spread-down': {
      const tops = spread(cards.map(([, rect]) => ({ from: rect.y, size: rect.height })))
      return new Map(cards.map(([id, rect], i) => [id, { x: rect.x, y: tops[i]! }]))
    }
    default:
      return unknownAlignment(how)
  }
}

type Span = { readonly from: number; readonly size: number }

/** Where each span starts when all gaps are the same and the first and the last stay. */
function spread(spans: readonly Span[]): number[] {
  const order = spans.map((_, i) => i).sort((a, b) => spans[a]!.from - spans[b]!.from)
  const [first, last] = [spans[order[0] ?? 0], spans[order.at(-1) ?? 0]]
  if (!first || !last) return []
  const inner = order.slice(0, -1).reduce((sum, i) => sum + spans[i]!.size, 0)
  const gap = (last.from - first.from - inner) / Math.max(1, order.length - 1)
  const starts: number[] = []
  let at = first.from
  for (const i of order) {
    starts[i] = Math.round(at)
    at += spans[i]!.size + gap
  }
  return starts
}

function unknownAlignment(how: never): never {
  throw new Error(`Unknown alignment ${JSON.stringify(how)}`)
}
