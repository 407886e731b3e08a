import type { KubeObject, ObjectId, Relation } from './relation'
import type { RuleBook } from './rules'

/** The objects of a design and every tie between them. A value: it never changes. */
export type Graph = {
  readonly objects: readonly KubeObject[]
  /** In the order of the objects that they leave from. */
  readonly relations: readonly Relation[]
  /** What the relations were found by. */
  readonly rules: RuleBook
  /** Those that leave from an object, then those that lead to it. */
  relationsOf(id: ObjectId): readonly Relation[]
  object(id: ObjectId): KubeObject | null
}
