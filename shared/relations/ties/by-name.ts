import { isClusterScoped } from '../../kinds/kinds'
import { isMap, textAt, valueAt, type PlainMap, type PlainValue } from '../../yaml/plain'
import { kindKey, splitKindKey, type KindKey } from '../kind-key'
import { NO_DETAIL, type Reference } from '../reference'
import type { Relation } from '../relation'
import type { Tie } from '../rule'
import { findPlaces, type Found, type PlacePattern, type Source } from '../source'

/** How a reference by name is written. Fields are relative to what `at` finds. */
export type NameForm = {
  /** Where references stand: the name itself, or the map that holds it. */
  readonly at: PlacePattern
  /** The field of the name; absent where `at` finds the name itself. */
  readonly name?: string
  /** The kind that is meant: always the same, or read from the reference (null: not for this rule). */
  readonly kind: KindKey | ((reference: PlainMap, source: Source) => KindKey | null)
  /** The field that may name another namespace; without it the target is in the object's own. */
  readonly namespace?: string
  /** The field that names a key of the target. */
  readonly key?: string
  /** Whether a target that is in no file is no fault; by default what the reference's own `optional` says. */
  readonly optional?: (name: string, reference: PlainMap) => boolean
  readonly detail?: (found: Found, source: Source) => Relation['detail']
  /** Keeps ties to one target apart; by default the container. */
  readonly apart?: (found: Found) => string
}

/** A tie by the target's kind and name. */
export function byName(form: NameForm): Tie {
  return source => findPlaces(source, form.at).flatMap(found => referenceAt(form, source, found))
}

/** Several ways of writing the same tie. */
export function anyOf(...ties: readonly Tie[]): Tie {
  return source => ties.flatMap(tie => tie(source))
}

/** The kind that a reference names by `kind` and its group: `apiGroup`, `group`, or the part of `apiVersion`. */
export function kindInReference(reference: PlainMap, groupWhenAbsent = ''): KindKey | null {
  const kind = textAt(reference, 'kind')
  if (kind === null) return null
  const group =
    textAt(reference, 'apiGroup') ?? textAt(reference, 'group') ?? textAt(reference, 'apiVersion') ?? groupWhenAbsent
  return kindKey(group.includes('/') ? group.slice(0, group.indexOf('/')) : group === 'v1' ? '' : group, kind)
}

function referenceAt(form: NameForm, source: Source, found: Found): readonly Reference[] {
  const reference: PlainMap = isMap(found.value) ? found.value : {}
  const name = nonEmptyText(form.name === undefined ? found.value : valueAt(reference, [form.name]))
  const kind = typeof form.kind === 'string' ? form.kind : form.kind(reference, source)
  if (name === null || kind === null) return []
  const { kind: kindName, group } = splitKindKey(kind)
  return [
    {
      path: form.name === undefined ? found.path : [...found.path, form.name],
      apart: form.apart === undefined ? (found.container ?? '') : form.apart(found),
      optional: form.optional === undefined ? reference['optional'] === true : form.optional(name, reference),
      detail: form.detail === undefined ? NO_DETAIL : form.detail(found, source),
      target: {
        by: 'name',
        kind,
        namespace: isClusterScoped(group, kindName) ? null : namespaceOf(form, source, reference),
        name,
        key: form.key === undefined ? null : nonEmptyText(reference[form.key]),
        renamed: to => to,
      },
    },
  ]
}

/**
 * A reference from a cluster-scoped object must name a namespace. Where a manifest leaves it out, `default` is what a
 * person who applies it means most likely; the API server refuses it.
 */
function namespaceOf(form: NameForm, source: Source, reference: PlainMap): string {
  const named = form.namespace === undefined ? null : nonEmptyText(reference[form.namespace])
  return named ?? source.object.namespace ?? 'default'
}

function nonEmptyText(value: PlainValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
