import { groupOf, isClusterScoped } from '../../kinds/kinds'
import { isMap, textAt, valueAt, type PlainMap, type PlainValue } from '../../yaml/plain'
import { kindKey, splitKindKey, type KindKey } from '../kind-key'
import { NO_DETAIL, type NameTarget, type Reference } from '../reference'
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
  /** The target is in no namespace; of the kinds that Chartroom has by itself it knows that. */
  readonly clusterScoped?: boolean
  /** The field that may name another namespace; without it the target is in the object's own. */
  readonly namespace?: string
  /** The field that names a key of the target. */
  readonly key?: string
  /** Whether a target that is in no file is no fault; by default what the reference's own `optional` says. */
  readonly optional?: (name: string, reference: PlainMap) => boolean
  readonly detail?: (found: Found, source: Source) => Relation['detail']
  /** Keeps ties to one target apart; by default the container. */
  readonly apart?: (found: Found) => string
  /** What else decides about the tie: see Reference. */
  readonly beside?: (namespace: string | null, source: Source) => NonNullable<Reference['beside']>
}

/** A tie by the target's kind and name. */
export function byName(form: NameForm): Tie {
  return source => findPlaces(source, form.at).flatMap(found => referenceAt(form, source, found))
}

export type QualifiedForm = {
  readonly at: PlacePattern
  readonly kind: KindKey
  /** A target that is in no file is no fault. */
  readonly optional?: boolean
  /** Words that name no object. */
  readonly except?: readonly string[]
  /** `namespace/name`, an identity of the mesh (`cluster.local/ns/NAMESPACE/sa/NAME`), or `name.namespace`. */
  readonly form?: 'path' | 'principal' | 'dotted'
}

/** A tie by one text that may hold the namespace too. What has a wildcard names no single object. */
export function byQualifiedName({ at, kind, optional = false, except = [], form = 'path' }: QualifiedForm): Tie {
  const shape = SHAPES[form]
  return source =>
    findPlaces(source, at).flatMap(({ path, value }): readonly Reference[] => {
      if (typeof value !== 'string' || value.includes('*') || except.includes(value)) return []
      const { namespace = source.object.namespace, name } = shape.exec(value)?.groups ?? {}
      if (name === undefined || namespace === null) return []
      const write = WRITTEN[form]
      const target: NameTarget = {
        by: 'name',
        kind,
        namespace,
        name,
        key: null,
        renamed: to => write(value, { name: to }),
        inNamespace: { namespace, field: null, written: to => write(value, { namespace: to }) },
      }
      return [{ path, apart: '', optional: optional || name === 'default', detail: NO_DETAIL, target }]
    })
}

const SHAPES = {
  path: /^(?:(?<namespace>[^/]+)\/)?(?<name>[^/]+)$/,
  principal: /^[^/]+\/ns\/(?<namespace>[^/]+)\/sa\/(?<name>[^/]+)$/,
  dotted: /^(?<name>[^.]+)(?:\.(?<namespace>[^.]+))?$/,
}

type Renaming = { readonly name?: string; readonly namespace?: string }

/** A text of each form with another name, or with another namespace, which is then said in any case. */
const WRITTEN: Readonly<Record<keyof typeof SHAPES, (value: string, to: Renaming) => string>> = {
  path: (value, { name, namespace }) => {
    const [last = '', first] = value.split('/').toReversed()
    const space = namespace ?? first
    return `${space === undefined ? '' : `${space}/`}${name ?? last}`
  },
  principal: (value, { name, namespace }) => {
    const [domain, ns, space, sa, account] = value.split('/')
    return [domain, ns, namespace ?? space, sa, name ?? account].join('/')
  },
  dotted: (value, { name, namespace }) => {
    const [first = '', last] = value.split('.')
    const space = namespace ?? last
    return `${name ?? first}${space === undefined ? '' : `.${space}`}`
  },
}

/** Several ways of writing the same tie. */
export function anyOf(...ties: readonly Tie[]): Tie {
  return source => ties.flatMap(tie => tie(source))
}

/** The kind that a reference names by `kind` and its group: `apiGroup`, `group`, or the part of `apiVersion`. */
export function kindInReference(reference: PlainMap): KindKey | null {
  return kindOr(null)(reference)
}

/** The same, where a reference without a kind means a certain one: its group then counts where none is written. */
export function kindOr(usual: KindKey | null): (reference: PlainMap) => KindKey | null {
  const { kind: usualKind, group: usualGroup } = splitKindKey(usual ?? '')
  return reference => {
    const kind = textAt(reference, 'kind') ?? usualKind
    if (kind === '') return null
    const apiVersion = textAt(reference, 'apiVersion')
    const group = textAt(reference, 'apiGroup') ?? textAt(reference, 'group') ?? (apiVersion && groupOf(apiVersion))
    return kindKey(group ?? usualGroup, kind)
  }
}

function referenceAt(form: NameForm, source: Source, found: Found): readonly Reference[] {
  const reference: PlainMap = isMap(found.value) ? found.value : {}
  const name = nonEmptyText(form.name === undefined ? found.value : valueAt(reference, [form.name]))
  const kind = typeof form.kind === 'string' ? form.kind : form.kind(reference, source)
  if (name === null || kind === null) return []
  const { kind: kindName, group } = splitKindKey(kind)
  const isCluster = form.clusterScoped === true || isClusterScoped(group, kindName)
  const namespace = isCluster ? null : namespaceOf(form, source, reference)
  return [
    {
      path: form.name === undefined ? found.path : [...found.path, form.name],
      apart: form.apart === undefined ? (found.container ?? '') : form.apart(found),
      optional: form.optional === undefined ? reference['optional'] === true : form.optional(name, reference),
      detail: form.detail === undefined ? NO_DETAIL : form.detail(found, source),
      target: {
        by: 'name',
        kind,
        namespace,
        name,
        key: form.key === undefined ? null : nonEmptyText(reference[form.key]),
        renamed: to => to,
        ...(namespace === null || form.namespace === undefined
          ? {}
          : { inNamespace: { namespace, field: [...found.path, form.namespace], written: to => to } }),
      },
      ...(form.beside === undefined ? {} : { beside: form.beside(namespace, source) }),
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
