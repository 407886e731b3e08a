import type { PatchOperation } from '../../yaml/edit/edit-plan'
import type { PlainMap } from '../../yaml/plain'
import type { Refusal } from '../../workspace/change'
import type { Consequence } from '../consequence'
import type { Graph } from '../graph'
import type { KindKey } from '../kind-key'
import type { ObjectId, Relation, WireAnswers, WireAsk } from '../relation'
import type { Source } from '../source'

/** A patch of one object of the design. */
export type ObjectEdit = { readonly object: ObjectId; readonly patch: readonly PatchOperation[] }

/** An object that a wire makes beside the edits: it goes into the file of another one. */
export type NewObject = { readonly beside: ObjectId; readonly data: PlainMap }

/** The two ends of a wire. */
export type Ends = { readonly graph: Graph; readonly from: Source; readonly to: Source }

/** How a drag writes a relation, and how Delete takes the same thing back from the text alone. */
export type WireForm = {
  /** Kinds that a wire can lead to. */
  readonly to: readonly (KindKey | 'workload' | 'any')[]
  /** Whether the ends may be in different namespaces; by default they must share one. */
  readonly crosses?: boolean
  /** What the chooser says: "Environment from all keys". */
  readonly label: string
  /** Its place among the offers of a drag: the lower, the more usual. */
  readonly rank: (ends: Ends) => number
  /** What, beside kinds and namespaces, speaks against this pair. */
  readonly fits: (ends: Ends) => boolean
  /** Why this pair can't be tied, though its kinds and namespaces fit: a sentence. Null where it can. */
  readonly against?: (ends: Ends) => string | null
  /** What the chooser asks; every question has a default that works where one can be known. */
  readonly asks: (ends: Ends) => readonly WireAsk[]
  /** How the start of a new object is changed that is made for a target, so that it fits it beside the tie. */
  readonly prepare?: (starter: PlainMap, to: Source) => readonly PatchOperation[]
  readonly write: (ends: Ends, answers: WireAnswers) => readonly ObjectEdit[] | Refusal
  /** Objects that the tie needs and that are not there. */
  readonly makes?: (ends: Ends, answers: WireAnswers) => readonly NewObject[]
  /** What writing it brings about beside the tie. */
  readonly writeBrings?: (ends: Ends, answers: WireAnswers) => readonly Consequence[]
  /** Relations of this rule between the same two objects, all to be taken back together. */
  readonly unwrite: (from: Source, relations: readonly Relation[], graph: Graph) => readonly ObjectEdit[] | Refusal
  /** Objects that only such a wire makes and that nothing else needs: they go with it. */
  readonly unmakes?: (from: Source, relations: readonly Relation[], graph: Graph) => readonly ObjectId[]
  /** What taking them back brings about beside that they are gone. */
  readonly unwriteBrings?: (from: Source, relations: readonly Relation[], graph: Graph) => readonly Consequence[]
}

/** What most wires need not say: nothing asked, nothing against it. */
export const PLAIN_WIRE = {
  rank: () => 50,
  fits: () => true,
  asks: () => [],
} satisfies Partial<WireForm>

export function cannotWire(message: string): Refusal {
  return { ok: false, code: 'cannot-wire', message }
}

export function cannotUnwire(message: string): Refusal {
  return { ok: false, code: 'cannot-unwire', message }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}
