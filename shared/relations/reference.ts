import type { PlainValue } from '../yaml/plain'
import type { KindKey } from './kind-key'
import type { IndexKey } from './presence'
import type { MissingTarget, Relation } from './relation'
import type { Selector } from './selector'

/** What an object says about another one, before anyone has looked whether that one is there. */
export type Reference = {
  /** The place of the value that makes the tie: a path inside the referring object. */
  readonly path: readonly string[]
  /** Keeps ties of one rule to one target apart: the container, the subset. Empty where there can be only one. */
  readonly apart: string
  /** The reference says that its target may be missing, or the cluster brings the target along. */
  readonly optional: boolean
  readonly detail: Relation['detail']
  readonly target: Target
  /** Objects of a kind in a namespace whose change may change what the reference means, though they are no target. */
  readonly beside?: readonly { readonly kind: KindKey; readonly namespace: string | null }[]
}

export type Target = NameTarget | LabelTarget | SubsetTarget | LookupTarget | BesidePodsTarget | OutsideTarget

/** An object by kind and name. */
export type NameTarget = {
  readonly by: 'name'
  readonly kind: KindKey
  /** Null for cluster-scoped kinds. */
  readonly namespace: string | null
  readonly name: string
  /** A key that a ConfigMap or Secret must have. */
  readonly key: string | null
  /** The value at the reference's path when the target gets another name. */
  readonly renamed: (name: string) => PlainValue
  /** Absent where the reference can't name a namespace: it means its own, or none. */
  readonly inNamespace?: NamespaceForm
}

/** How a reference says which namespace its target is in. */
export type NamespaceForm = {
  /** Where its target is now, written or not. */
  readonly namespace: string
  /** The field that says it; null where the value at the reference's own path does. */
  readonly field: readonly string[] | null
  /** What stands there for a target in a namespace. */
  readonly written: (namespace: string) => PlainValue
}

/** Every object of some kinds whose labels match. Pods stand for what makes them: their template's labels count. */
export type LabelTarget = {
  readonly by: 'labels'
  readonly among: 'pods' | KindKey
  /** One namespace, all of them ('any'), those whose own labels match, or null for cluster-scoped kinds. */
  readonly namespaces: string | null | 'any' | { readonly labelled: Selector }
  readonly selector: Selector
}

/** The pods of one of a DestinationRule's subsets: those of the Service at its host that have the subset's labels too. */
export type SubsetTarget = {
  readonly by: 'subset'
  readonly service: NameTarget
  readonly labels: Selector
}

/** Whatever stands under any of some keys of the index; what is meant where nothing does. */
export type LookupTarget = {
  readonly by: 'lookup'
  readonly keys: readonly IndexKey[]
  readonly orElse: MissingTarget | OutsideTarget | null
  /** The value at the reference's path when what it names gets another name. */
  readonly renamed: (name: string) => PlainValue
  readonly inNamespace?: NamespaceForm
}

/** An object by name, in the namespaces of the pods that a selector finds anywhere; in its own where it finds none. */
export type BesidePodsTarget = {
  readonly by: 'beside-pods'
  readonly kind: KindKey
  readonly name: string
  readonly pods: Selector
  readonly own: string
}

/** A host, person or address that is no object. */
export type OutsideTarget = { readonly by: 'outside'; readonly name: string }

export const NO_DETAIL: Relation['detail'] = Object.freeze({})
