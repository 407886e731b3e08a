import type { Splice } from '../text/splice'
import type { FilePath, ObjectId } from './kube-object'
import type { LayoutKey, Placement } from './layout'
import type { MarksEdit } from './layout-marks'

/** What happens to one file in a change. Splices refer to the text before the change. */
export type FileEdit =
  | { readonly type: 'edit'; readonly splices: readonly Splice[] }
  | { readonly type: 'create'; readonly text: string }
  | { readonly type: 'delete' }
  | { readonly type: 'rename'; readonly to: FilePath; readonly splices: readonly Splice[] }

export type Point = { readonly x: number; readonly y: number }

/** New places of cards by layout key, as the objects are called after the change; null forgets a place. */
export type LayoutEdit = ReadonlyMap<LayoutKey, Point | Placement | null>

/** One step that the user can undo. `says` is what the Edit menu shows: "Undo Connect Service web to Deployment api". */
export type Change = {
  readonly says: string
  readonly files: ReadonlyMap<FilePath, FileEdit>
  readonly layout?: LayoutEdit
  /** Notes, looks of namespaces and views. */
  readonly marks?: MarksEdit
  /** What to select when the change is done; where it is absent, the objects that the change made (`Applied.made`). */
  readonly select?: readonly ObjectId[]
  /** Changes with the same group that follow each other within a second become one step (typing). */
  readonly group?: string
}

/** A change that can't be made: a stable code, and a sentence that says why, where, and what would be accepted. */
export type Refusal = {
  readonly ok: false
  readonly code: string
  readonly message: string
  readonly file?: FilePath
  readonly at?: number
}
export type Planned<T = Change> = { readonly ok: true; readonly change: T } | Refusal
