import { applySplices, type Splice } from '../../text/splice'
import type { PlainValue } from '../plain'
import { withText, type Draft } from './draft'
import { samePlain } from './patch-plain'
import { refuse, type Refused } from './refusal'
import { rewrite, type Rewriting } from './rewriting'

/** How far an edit has come: the draft as it stands, and how it came from the first text. */
export type Progress = { readonly draft: Draft; readonly rewriting: Rewriting }

/** One way to write an edit, worked out when the ones before it didn't do; null where it can't be written so. */
export type Way = () => readonly Splice[] | null

export type Advanced = { readonly ok: true; readonly progress: Progress } | Refused

/**
 * Takes the first of several ways to write something that reads back as the data wanted. This is where every edit is
 * proved; none leaves the folder otherwise.
 */
export function advance(
  { draft, rewriting }: Progress,
  ways: readonly Way[],
  wanted: PlainValue,
  at: number,
): Advanced {
  for (const way of ways) {
    const splices = way()
    if (splices === null || !areInOrder(splices, draft.text.length)) continue
    const opened = withText(draft, applySplices(draft.text, splices))
    if (opened.ok && samePlain(opened.draft.plain, wanted)) {
      return { ok: true, progress: { draft: opened.draft, rewriting: rewrite(rewriting, splices) } }
    }
  }
  return refuse(
    'cannot-edit-in-place',
    'This part of the document is written in a way that only an edit by hand can change safely',
    at + draft.shift,
  )
}

/** A place that the reader told wrongly, in some text that nobody has tried, must cost no more than a refusal. */
function areInOrder(splices: readonly Splice[], length: number): boolean {
  let done = 0
  return splices.every(({ from, to }) => {
    const fits = from >= done && to >= from && to <= length
    done = to
    return fits
  })
}
