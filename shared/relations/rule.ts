import type { KindKey } from './kind-key'
import type { Reference } from './reference'
import type { KubeObject, Relation, RelationGroup } from './relation'
import type { Labels } from './selector'
import type { Source } from './source'
import type { WireForm } from './wires/wire-form'

/** Finds what an object of the rule's `from` kinds refers to. Most are made by the forms in ties/. */
export type Tie = (source: Source) => readonly Reference[]

/** What a rule may ask of the objects around; a reference's `beside` must name what it looks at. */
export type Look = {
  namespaceLabels(name: string): Labels
  every(kind: KindKey, namespace: string | null): readonly KubeObject[]
}

/** One sort of relation: who refers, how that is written, what it is called, and how a drag writes it. */
export type RelationRule = {
  /** Stable: the command line and the tests name it. */
  readonly id: string
  /** Kinds that the relation leaves from; 'workload' is every kind with a pod template, 'any' every kind. */
  readonly from: readonly (KindKey | 'workload' | 'any')[]
  /** Reads between the two ends: "Service web **selects** Deployment api". */
  readonly says: string | ((detail: Relation['detail']) => string)
  readonly group: RelationGroup
  /** Its outside end is where traffic goes when it leaves the cluster; by default it is where it comes from, or a person. */
  readonly leadsOut?: true
  readonly tie: Tie
  /** What only both ends together tell, such as the container that a Service's port leads to. */
  readonly meets?: (from: KubeObject, to: KubeObject, look: Look, reference: Reference) => Relation['detail']
  /** How a drag makes it and Delete takes it back; absent where nobody would draw it. */
  readonly wire?: WireForm
}

/** A rule whose relations can be drawn. */
export type WiredRule = RelationRule & { readonly wire: WireForm }
