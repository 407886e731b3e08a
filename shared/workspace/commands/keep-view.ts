import type { Planned } from '../change'
import type { Design } from '../design'
import { wholeView, type SavedView } from '../layout-marks'
import { refuse } from '../refusal'

/** `view`: null forgets it. */
export type KeepView = { readonly name: string; readonly view: SavedView | null }

/** Keeps a view of the design under a name, in place of the one that had it; or forgets it. */
export function keepView({ workspace }: Design, { name, view }: KeepView): Planned {
  const known = workspace.layout.marks.views.has(name)
  if (name.trim() === '') return refuse('invalid-name', 'A view needs a name, by which it is found in the View menu.')
  if (view === null && !known) return refuse('nothing-to-change', `There is no view ${name}.`)
  const says = view === null ? `Forget view ${name}` : known ? `Change view ${name}` : `Keep view ${name}`
  return { ok: true, change: { says, files: new Map(), marks: { views: new Map([[name, view && wholeView(view)]]) } } }
}
