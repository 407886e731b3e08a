import type { Splice } from '../../text/splice'
import type { PlainValue } from '../plain'

/** Which object of a file is edited: the piece that kubectl cuts, and the item inside a List. */
export type EditTarget = { readonly document: number; readonly item: number | null }

/** RFC 6902. Paths are JSON pointers inside the object (inside the item, where the target has one). */
export type PatchOperation =
  | { readonly op: 'add' | 'replace' | 'test'; readonly path: string; readonly value: PlainValue }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'move' | 'copy'; readonly from: string; readonly path: string }
  /** Ours beside RFC 6902: gives an entry another key and keeps its place, value and comments. */
  | { readonly op: 'rename'; readonly path: string; readonly key: string }

/** Why an edit can't be made. Stable; each documented in shared/checks/CODES.md. */
export type RefusalCode =
  | 'unreadable-yaml'
  | 'no-such-document'
  | 'no-such-path'
  | 'path-exists'
  | 'test-failed'
  | 'shared-by-alias'
  | 'shared-by-merge'
  | 'duplicate-key'
  | 'read-only'
  | 'not-printable'
  | 'cannot-edit-in-place'

/**
 * What an edit would do to a text, or why it can't be done. A plan was applied to a copy, read back and compared with
 * the same operation on plain data before it was given out. `splices` refer to the text before the edit, are in order
 * and don't overlap.
 */
export type EditPlan =
  | { readonly ok: true; readonly splices: readonly Splice[] }
  | { readonly ok: false; readonly code: RefusalCode; readonly message: string; readonly at: number | null }
