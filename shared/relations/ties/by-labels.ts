import { isMap } from '../../yaml/plain'
import type { KindKey } from '../kind-key'
import { MESH_ROOT } from '../mesh-root'
import { NO_DETAIL, type LabelTarget, type Reference } from '../reference'
import type { Tie } from '../rule'
import { isLabelSelector, labelSelector, mapSelector } from '../selector'
import { findPlaces, type PlacePattern } from '../source'

/** How a selector is written, and whom it means. */
export type LabelForm = {
  readonly at: PlacePattern
  /** A plain map of labels, or a LabelSelector with `matchLabels` and `matchExpressions`; 'either' by what it says. */
  readonly form: 'map' | 'selector' | 'either'
  /** What a selector without terms selects. Kubernetes has both: a Service's nothing, a NetworkPolicy's everything. */
  readonly empty: 'nothing' | 'everything'
  readonly among?: 'pods' | KindKey
  /** 'mesh' is its own, or every one for what stands in Istio's root namespace. */
  readonly namespaces?: 'own' | 'any' | 'cluster' | 'mesh'
}

/** A tie by labels. An absent selector is not an empty one: it ties nothing. */
export function byLabels(form: LabelForm): Tie {
  return source =>
    findPlaces(source, form.at).flatMap((found): readonly Reference[] => {
      if (!isMap(found.value)) return []
      const isPlain = form.form === 'map' || (form.form === 'either' && !isLabelSelector(found.value))
      const selector = isPlain ? mapSelector(found.value) : labelSelector(found.value)
      if (selector.length === 0 && form.empty === 'nothing') return []
      const namespaces = namespacesOf(form, source.object.namespace)
      return [labelReference(found.path, { by: 'labels', among: form.among ?? 'pods', namespaces, selector })]
    })
}

/** The reference that a selector at a path makes. */
export function labelReference(
  path: readonly string[],
  target: LabelTarget,
  detail: Reference['detail'] = NO_DETAIL,
): Reference {
  return { path, apart: '', optional: false, detail, target }
}

function namespacesOf(form: LabelForm, own: string | null): LabelTarget['namespaces'] {
  if (form.namespaces === 'any' || (form.namespaces === 'mesh' && own === MESH_ROOT)) return 'any'
  return form.namespaces === 'cluster' ? null : own
}
