import type { KubeObject, ObjectId } from '../workspace/kube-object'

/** How an edge of this relation is drawn (VISUAL.md, Edges). */
export const relationGroups = ['traffic', 'config', 'storage', 'access', 'policy', 'mesh', 'delivery', 'other'] as const
export type RelationGroup = (typeof relationGroups)[number]

/** A place that makes a relation: a pointer inside an object. What the panel shows and what un-wiring edits. */
export type Because = { readonly object: ObjectId; readonly path: string }

export type MissingTarget = {
  readonly kind: string
  readonly group: string
  readonly namespace: string | null
  readonly name: string
  /** A key of a ConfigMap or Secret that is there but lacks it. */
  readonly key: string | null
}

/** A tie between two objects that the YAML expresses. Equal inputs give the same JavaScript object. */
export type Relation = {
  /** Stable while both ends and the rule stay: rule, from and to (or the missing one), and the container or index where several tie the same two. */
  readonly id: string
  readonly rule: string
  readonly says: string
  readonly group: RelationGroup
  readonly from: ObjectId
  /** Null when the target is in no file (`missing` says which) or outside the cluster (`outside`). */
  readonly to: ObjectId | null
  readonly missing: MissingTarget | null
  /** A host, user, group or address that is no object. */
  readonly outside: string | null
  /** The reference says that the target may be missing (`optional: true`). */
  readonly optional: boolean
  readonly because: readonly Because[]
  /** Per rule: port, weight, container, key … */
  readonly detail: Readonly<Record<string, string | number | boolean>>
}

/** A question that the chooser asks before a wire is written. */
export type WireAsk = {
  readonly key: string
  readonly label: string
  /** Null: any text. */
  readonly choices: readonly string[] | null
  readonly default: string
}

/** A rule that fits a drag from one object to another, the most usual first. */
export type WireOffer = {
  readonly rule: string
  readonly says: string
  readonly group: RelationGroup
  readonly label: string
  readonly asks: readonly WireAsk[]
}

export type WireAnswers = Readonly<Record<string, string>>

export type { KubeObject, ObjectId }
