import { diffTexts } from './diff'
import { applySplices, type Splice } from './splice'

/** Two edits of one text brought together. */
export type Merge = {
  /** Both edits; where they conflict, mine. */
  readonly text: string
  /** In order; none where both edits fit beside each other. */
  readonly conflicts: readonly MergeConflict[]
}

/** A place that both edits changed, and differently. */
export type MergeConflict = {
  /** Where mine stands in the merged text; counts UTF-16 code units. */
  readonly from: number
  readonly to: number
  readonly base: string
  readonly mine: string
  readonly theirs: string
}

/**
 * Merges two edits of `base`. Lines are taken as a whole, since half of one value and half of another is a third that
 * nobody wrote; in a line of flow collections or with a comment behind it, each entry is on its own.
 */
export function mergeTexts(base: string, mine: string, theirs: string): Merge {
  const regions = [...regionsOf(base, mine, 'mine'), ...regionsOf(base, theirs, 'theirs')]
  let text = ''
  let done = 0
  const conflicts: MergeConflict[] = []
  for (const cluster of joinMeeting(regions.sort((a, b) => a.from - b.from || a.to - b.to))) {
    const { from, to } = cluster
    text += base.slice(done, from)
    done = to
    const before = base.slice(from, to)
    const [my, their] = [textOf(before, cluster, 'mine'), textOf(before, cluster, 'theirs')]
    if (my === their || their === before) text += my
    else if (my === before) text += their
    else {
      conflicts.push({ from: text.length, to: text.length + my.length, base: before, mine: my, theirs: their })
      text += my
    }
  }
  return { text: text + base.slice(done), conflicts }
}

type Side = 'mine' | 'theirs'

/** What one splice concerns in the base text: the lines or entries that it is in. */
type Region = { readonly from: number; readonly to: number; readonly side: Side; readonly splice: Splice }

/** Regions that meet, as one. */
type Cluster = { readonly from: number; readonly to: number; readonly regions: readonly Region[] }

function regionsOf(base: string, after: string, side: Side): readonly Region[] {
  return diffTexts(base, after).map(splice => ({ ...widen(base, splice), side, splice }))
}

function joinMeeting(sorted: readonly Region[]): readonly Cluster[] {
  const clusters: Cluster[] = []
  for (const region of sorted) {
    const last = clusters.at(-1)
    if (last && meet(last, region)) {
      clusters[clusters.length - 1] = {
        from: last.from,
        to: Math.max(last.to, region.to),
        regions: [...last.regions, region],
      }
    } else clusters.push({ from: region.from, to: region.to, regions: [region] })
  }
  return clusters
}

/** Two insertions at one place meet, since nobody knows their order; one beside a change has its place. */
function meet(a: Cluster, b: Region): boolean {
  return (a.from < b.to && b.from < a.to) || (a.from === a.to && b.from === b.to && a.from === b.from)
}

function textOf(before: string, { from, regions }: Cluster, side: Side): string {
  const splices = regions
    .filter(region => region.side === side)
    .map(({ splice }) => ({ from: splice.from - from, to: splice.to - from, insert: splice.insert }))
  return applySplices(before, splices)
}

/** A splice's range, widened to whole lines or entries, unless it inserts or removes whole lines. */
function widen(base: string, { from, to, insert }: Splice): { readonly from: number; readonly to: number } {
  const startsLine = isLineStart(base, from)
  if (startsLine && isLineStart(base, to) && (insert === '' || insert.endsWith('\n'))) return { from, to }
  // lastIndexOf takes a negative start for 0.
  const lineFrom = from === 0 ? 0 : base.lastIndexOf('\n', from - 1) + 1
  const lineEnd = base.indexOf('\n', to)
  const lineTo = lineEnd < 0 ? base.length : lineEnd
  const line = base.slice(lineFrom, lineTo)
  // A comma in a quoted text ends no entry; more than one line is one change.
  if (/["'\n]/.test(line)) return { from: lineFrom, to: lineTo }
  const ends = [...line.matchAll(/[,{}[\]]|\s#/g)].map(found => lineFrom + found.index)
  return {
    from: Math.max(lineFrom, ...ends.filter(end => end < from)),
    to: Math.min(lineTo, ...ends.filter(end => end >= to)),
  }
}

function isLineStart(text: string, offset: number): boolean {
  return offset === 0 || text[offset - 1] === '\n'
}
