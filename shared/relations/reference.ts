import type { PlainValue } from '../yaml/plain'
import type { KindKey } from './kind-key'
import type { Relation } from './relation'
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
}

export type Target = NameTarget | LabelTarget | OutsideTarget

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
}

/** Every object of some kinds whose labels match. Pods stand for what makes them: their template's labels count. */
export type LabelTarget = {
  readonly by: 'labels'
  readonly among: 'pods' | KindKey
  /** One namespace, all of them ('any'), those whose own labels match, or null for cluster-scoped kinds. */
  readonly namespaces: string | null | 'any' | { readonly labelled: Selector }
  readonly selector: Selector
}

/** A host, person or address that is no object. */
export type OutsideTarget = { readonly by: 'outside'; readonly name: string }

export const NO_DETAIL: Relation['detail'] = Object.freeze({})
