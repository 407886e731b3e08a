import fc from 'fast-check'
import type { Splice } from './splice'

/** Any edit of a text: splices in order, not overlapping, insertions at one place included. */
export function editsOf(text: string): fc.Arbitrary<readonly Splice[]> {
  const offset = fc.nat({ max: text.length })
  return fc.array(fc.tuple(offset, offset, fc.string({ maxLength: 4 })), { maxLength: 5 }).map(drafts => {
    const offsets = drafts.flatMap(([a, b]) => [a, b]).sort((a, b) => a - b)
    return drafts.map(([, , insert], i) => ({ from: offsets[2 * i]!, to: offsets[2 * i + 1]!, insert }))
  })
}
