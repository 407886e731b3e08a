import { sortSplices, type Splice } from './splice'

/**
 * One edit that does what two do in a row: the splices of `first` refer to the text before it, those of `second` to the
 * text between the two, and the result to the text before the first.
 */
export function composeSplices(first: readonly Splice[], second: readonly Splice[]): readonly Splice[] {
  // From the end to the start, so that offsets of the text between stay true while the list grows.
  return sortSplices(second).reduceRight<readonly Splice[]>(composeOne, sortSplices(first))
}

function composeOne(edit: readonly Splice[], splice: Splice): readonly Splice[] {
  let start = 0
  let shift = 0
  while (start < edit.length && endAfter(edit[start]!, shift) < splice.from) shift += growth(edit[start++]!)

  let { from, to } = { from: splice.from - shift, to: splice.to - shift }
  let end = start
  let insert = splice.insert
  for (; end < edit.length && edit[end]!.from + shift <= splice.to; end++) {
    const met = edit[end]!
    const startAfter = met.from + shift
    if (startAfter <= splice.from) {
      from = Math.min(from, met.from)
      insert = met.insert.slice(0, splice.from - startAfter) + insert
    }
    const isCut = endAfter(met, shift) >= splice.to
    shift += growth(met)
    to = isCut ? met.to : splice.to - shift
    if (isCut) insert += met.insert.slice(splice.to - startAfter)
  }
  return [...edit.slice(0, start), { from, to, insert }, ...edit.slice(end)]
}

/** Where a splice's insertion ends in the edited text, when those before it moved the text by `shift`. */
function endAfter(splice: Splice, shift: number): number {
  return splice.from + shift + splice.insert.length
}

function growth(splice: Splice): number {
  return splice.insert.length - (splice.to - splice.from)
}
