import type { PatchOperation } from '../../yaml/edit/edit-plan'
import type { Graph } from '../graph'
import type { KindKey } from '../kind-key'
import type { ObjectId, Relation, WireAnswers, WireAsk } from '../relation'
import type { Source } from '../source'

/** A patch of one object of the design. */
export type ObjectEdit = { readonly object: ObjectId; readonly patch: readonly PatchOperation[] }

/** Why a wire can't be made or taken back: what stands in the way, and what would be accepted. */
export type CannotWire = {
  readonly ok: false
  readonly code: 'cannot-wire' | 'cannot-unwire'
  readonly message: string
}

/** The two ends of a wire. */
export type Ends = { readonly graph: Graph; readonly from: Source; readonly to: Source }

/** How a drag writes a relation, and how Delete takes the same thing back from the text alone. */
export type WireForm = {
  /** Kinds that a wire can lead to. */
  readonly to: readonly (KindKey | 'workload')[]
  /** Places among the offers of a drag; the lower, the more usual. */
  readonly rank: number
  /** What the chooser says: "Environment variables from all keys". */
  readonly label: string
  /** Whether these two can be tied at all (namespaces and kinds are looked at before). */
  readonly fits?: (ends: Ends) => boolean
  readonly asks?: (ends: Ends) => readonly WireAsk[]
  readonly write: (ends: Ends, answers: WireAnswers) => readonly ObjectEdit[] | CannotWire
  readonly unwrite: (from: Source, relation: Relation, graph: Graph) => readonly ObjectEdit[] | CannotWire
}
