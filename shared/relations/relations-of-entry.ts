import { isMap } from '../yaml/plain'
import { formatPointer } from '../yaml/pointer'
import type { Entry, GraphIndex } from './graph-index'
import { splitKindKey } from './kind-key'
import { NO_DETAIL, type NameTarget, type Reference } from './reference'
import type { KubeObject, MissingTarget, Relation } from './relation'
import type { RelationRule } from './rule'

/** Where a reference leads. */
type End = {
  readonly to: KubeObject | null
  readonly missing: MissingTarget | null
  readonly outside: string | null
  /** Missing, but made in the cluster by something else of the design. */
  readonly isBrought?: true
}

/**
 * The relations that an object's references make with the objects of the index.
 *
 * References of one rule to one target become one relation with all their places, unless the reference keeps them
 * apart: eight variables from one Secret are one edge, in each container its own. What is as it was before stays the
 * same JavaScript object.
 */
export function relationsOfEntry(index: GraphIndex, entry: Entry, before: readonly Relation[]): readonly Relation[] {
  const found = new Map<string, Relation>()
  for (const { rule, reference } of entry.references) {
    for (const end of endsOf(index, entry.object, reference)) {
      const relation = relationFor(index, rule, reference, entry.object, end)
      const other = found.get(relation.id)
      found.set(relation.id, other === undefined ? relation : joined(other, relation))
    }
  }
  const known = new Map(before.map(relation => [relation.id, relation]))
  return [...found.values()].map(relation => {
    const old = known.get(relation.id)
    return old !== undefined && isSame(old, relation) ? old : relation
  })
}

function endsOf(index: GraphIndex, from: KubeObject, { target }: Reference): readonly End[] {
  switch (target.by) {
    case 'outside':
      return [{ to: null, missing: null, outside: target.name }]
    case 'labels':
      return others(index.selected(target), from)
    case 'subset':
      return others(index.inSubset(target), from)
    case 'beside-pods': {
      const found = others(index.besidePods(target), from)
      const [namespace = null] = index.namespacesOfPods(target)
      const missing = { ...splitKindKey(target.kind), namespace, name: target.name, key: null }
      return found.length > 0 ? found : [{ to: null, missing, outside: null }]
    }
    case 'lookup': {
      const found = others(index.found(target), from)
      if (found.length > 0 || target.orElse === null) return found
      const { orElse } = target
      return 'by' in orElse
        ? [{ to: null, missing: null, outside: orElse.name }]
        : [{ to: null, missing: orElse, outside: null }]
    }
    case 'name': {
      const named = index.named(target)
      if (named.length === 0) {
        const missing = { to: null, missing: missingTarget(target, null), outside: null }
        return [index.isBrought(target) ? { ...missing, isBrought: true } : missing]
      }
      return named.map(({ object }) => ({ to: object, missing: missingKey(target, object), outside: null }))
    }
  }
}

/** Pods may be selected by what describes them (an anti-affinity to their like): that is no tie to draw. */
function others(entries: readonly Entry[], from: KubeObject): readonly End[] {
  return entries
    .filter(({ object }) => object.id !== from.id)
    .map(({ object }) => ({ to: object, missing: null, outside: null }))
}

function missingKey(target: NameTarget, object: KubeObject): MissingTarget | null {
  return target.key === null || holdsKey(object, target.key) ? null : missingTarget(target, target.key)
}

/** A ConfigMap or Secret without any data in its manifest is filled by someone else: nothing is said of its keys. */
function holdsKey({ data }: KubeObject, key: string): boolean {
  const maps = [data['data'], data['stringData'], data['binaryData']].filter(isMap)
  return maps.length === 0 || maps.some(map => Object.hasOwn(map, key))
}

function missingTarget({ kind, namespace, name }: NameTarget, key: string | null): MissingTarget {
  return { ...splitKindKey(kind), namespace, name, key }
}

function relationFor(
  index: GraphIndex,
  rule: RelationRule,
  reference: Reference,
  from: KubeObject,
  end: End,
): Relation {
  const meets = end.to === null || rule.meets === undefined ? NO_DETAIL : rule.meets(from, end.to, index, reference)
  const detail = meets === NO_DETAIL ? reference.detail : { ...reference.detail, ...meets }
  return {
    id: [rule.id, from.id, endId(end), reference.apart].join(' '),
    rule: rule.id,
    says: typeof rule.says === 'string' ? rule.says : rule.says(detail),
    group: rule.group,
    from: from.id,
    to: end.to === null ? null : end.to.id,
    missing: end.missing,
    outside: end.outside,
    optional: reference.optional || end.isBrought === true,
    because: [{ object: from.id, path: formatPointer(reference.path) }],
    detail,
  }
}

function endId({ to, missing, outside }: End): string {
  if (outside !== null) return `outside:${outside}`
  const { kind, group, namespace, name, key } = missing ?? {}
  const lack = missing === null ? '' : `missing:${kind}.${group}/${namespace}/${name}/${key}`
  return to === null ? lack : `${to.id}${lack}`
}

/** Two references with one relation: the first one's detail; it may only be missing where both say so. */
function joined(first: Relation, second: Relation): Relation {
  return {
    ...first,
    optional: first.optional && second.optional,
    because: [
      ...first.because,
      ...second.because.filter(({ path }) => first.because.every(place => place.path !== path)),
    ],
  }
}

function isSame(a: Relation, b: Relation): boolean {
  return (
    a.optional === b.optional &&
    a.says === b.says &&
    a.because.length === b.because.length &&
    a.because.every((place, index) => place.path === b.because[index]!.path) &&
    isSameDetail(a.detail, b.detail)
  )
}

function isSameDetail(a: Relation['detail'], b: Relation['detail']): boolean {
  if (a === b) return true
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every(key => a[key] === b[key])
}
