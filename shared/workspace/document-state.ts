import type { YamlProblem } from '../yaml/tree'
import type { KubeObject } from './kube-object'

/** What a document is. Only `objects` goes to a cluster by itself. */
export type DocumentHolds = 'nothing' | 'objects' | 'kustomization' | 'something-else' | 'unreadable'

/** Where an object stands in its document. Offsets count from the start of the document's piece. */
export type ObjectSpan = { readonly item: number | null; readonly from: number; readonly to: number }

/**
 * What was read from one document. It stays the same JavaScript object while the document's text stays, wherever edits
 * elsewhere in the file move it: all offsets in it count from the start of its piece.
 */
export type DocumentState = {
  readonly holds: DocumentHolds
  readonly objects: readonly KubeObject[]
  /** One for each of `objects`. */
  readonly spans: readonly ObjectSpan[]
  readonly problems: readonly YamlProblem[]
  /** Places in the document that should hold an object and don't: items of a list without kind or metadata, or the document itself. */
  readonly strangers: readonly ObjectSpan[]
  /**
   * The text can't be read at the moment, and the objects are those of the last text that could: while somebody types,
   * cards stay. Edits of such an object are refused by the editor, which reads the text.
   */
  readonly isStale: boolean
}
