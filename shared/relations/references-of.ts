import { kindKey } from './kind-key'
import type { Reference } from './reference'
import type { KubeObject } from './relation'
import type { RelationRule } from './rule'
import type { RuleBook } from './rules'
import { sourceOf } from './source'

export type RuledReference = { readonly rule: RelationRule; readonly reference: Reference }

const known = new WeakMap<RuleBook, WeakMap<KubeObject, readonly RuledReference[]>>()

/** What an object says of others, by the rules of a book. Found once: an object never changes. */
export function referencesOf(rules: RuleBook, object: KubeObject): readonly RuledReference[] {
  let byObject = known.get(rules)
  if (byObject === undefined) known.set(rules, (byObject = new WeakMap()))
  let references = byObject.get(object)
  if (references === undefined) {
    const source = sourceOf(object)
    references = rules
      .rulesFrom(kindKey(object.group, object.kind))
      .flatMap(rule => rule.tie(source).map(reference => ({ rule, reference })))
    byObject.set(object, references)
  }
  return references
}
