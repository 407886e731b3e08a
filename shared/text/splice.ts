/** Replace the characters in [from, to) of the original text with `insert`. Offsets count UTF-16 code units. */
export type Splice = { readonly from: number; readonly to: number; readonly insert: string }

/**
 * The text after an edit.
 *
 * Splices of one edit all refer to the text as it was before the edit and may not overlap; insertions at one place
 * happen in the order given. Throws RangeError where that is broken.
 */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let result = ''
  let done = 0
  for (const s of sortSplices(splices)) {
    if (s.from < done || s.to < s.from || s.to > text.length)
      throw new RangeError(`Splice ${s.from}-${s.to} overlaps another or lies outside the text`)
    result += text.slice(done, s.from) + s.insert
    done = s.to
  }
  return result + text.slice(done)
}

/** The splices that turn the edited text back into `text`. This is all undo needs. */
export function invertSplices(text: string, splices: readonly Splice[]): Splice[] {
  let shift = 0
  return sortSplices(splices).map(s => {
    const from = s.from + shift
    shift += s.insert.length - (s.to - s.from)
    return { from, to: from + s.insert.length, insert: text.slice(s.from, s.to) }
  })
}

/**
 * Where an offset of the old text stands in the edited text.
 *
 * An offset at which text was inserted stays before the insertion with side -1 and goes behind it with side 1. An offset
 * inside a replaced range goes to the start (-1) or the end (1) of what replaced it.
 */
export function mapOffset(splices: readonly Splice[], offset: number, side: -1 | 1 = 1): number {
  let shift = 0
  for (const s of sortSplices(splices)) {
    if (s.from > offset || (s.from === offset && s.to === offset && side < 0)) break
    if (s.to <= offset && !(s.to === offset && s.from < offset && side < 0 && s.insert.length > 0)) {
      shift += s.insert.length - (s.to - s.from)
      continue
    }
    return s.from + shift + (side < 0 ? 0 : s.insert.length)
  }
  return offset + shift
}

/** Sorted by place; the given order is kept for splices at one place, with pure insertions before a replacement. */
export function sortSplices(splices: readonly Splice[]): readonly Splice[] {
  for (let i = 1; i < splices.length; i++) {
    const a = splices[i - 1]!
    const b = splices[i]!
    if (b.from < a.from || (b.from === a.from && b.to < a.to)) {
      return splices
        .map((s, n) => ({ s, n }))
        .sort((x, y) => x.s.from - y.s.from || x.s.to - y.s.to || x.n - y.n)
        .map(x => x.s)
    }
  }
  return splices
}
