import type { Relation } from '../relations/relation'
import type { KubeObject } from '../workspace/kube-object'
import type { Problem } from './problem'

/** What a check of one object may look at. A finding must follow from this alone: it is kept until one of it changes. */
export type CheckInput = {
  readonly object: KubeObject
  /** The relations that leave from the object, then those that lead to it. */
  readonly relations: readonly Relation[]
  /** Others that a cluster would take for the same object, in order of files. */
  readonly doubles: readonly KubeObject[]
}

/** A problem of an object, before anyone has looked where its path stands in the text. */
export type Finding = Pick<Problem, 'code' | 'severity' | 'message' | 'path' | 'fix'>

/** Looks for one sort of problem in an object. Never throws, whatever the manifest holds. */
export type Check = (input: CheckInput) => readonly Finding[]
