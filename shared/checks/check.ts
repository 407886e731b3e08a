import type { KnownKind } from '../kinds/schemas/known'
import type { Relation } from '../relations/relation'
import type { KubeObject } from '../workspace/kube-object'
import type { PatchOperation } from '../yaml/edit/edit-plan'
import type { Problem } from './problem'

/** What a check of one object may look at. A finding must follow from this alone: it is kept until one of it changes. */
export type CheckInput = {
  readonly object: KubeObject
  /** The relations that leave from the object, then those that lead to it. */
  readonly relations: readonly Relation[]
  /** Others that a cluster would take for the same object, in order of files. */
  readonly doubles: readonly KubeObject[]
  /** What is known of the object's kind; null while nothing is, and for kinds that no server has by itself. */
  readonly known: KnownKind | null
}

/** A problem of an object, before anyone has looked where its path stands in the text. */
export type Finding = Pick<Problem, 'code' | 'severity' | 'message' | 'path' | 'fix'> & {
  /** What to mark: the key in front of the value instead of the value. */
  readonly marks?: 'key'
  /** A patch that is sure to correct it; `quote` puts quotes around the plain scalar that stands there. */
  readonly repair?: readonly PatchOperation[] | 'quote'
}

/** Looks for one sort of problem in an object. Never throws, whatever the manifest holds. */
export type Check = (input: CheckInput) => readonly Finding[]
