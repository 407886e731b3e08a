import { podTemplateOf } from '../../kinds/pod-template'
import { isMap, mapAt, valueAt, type PlainMap } from '../../yaml/plain'
import type { Graph } from '../graph'
import { kindKey, type KindKey } from '../kind-key'
import type { LabelTarget, Reference, SubsetTarget } from '../reference'
import { referencesOf } from '../references-of'
import type { KubeObject } from '../relation'
import { isLabelSelector, labelSelector, mapSelector, type Selector } from '../selector'
import { findPlaces, sourceOf } from '../source'

/** A selector where it stands in an object, and what it selects. */
export type SelectorPlace = {
  readonly object: KubeObject
  readonly path: readonly string[]
  readonly among: 'pods' | KindKey
  /** As LabelTarget has it; 'itself' for the selector by which a workload knows its own pods. */
  readonly namespaces: LabelTarget['namespaces'] | 'itself'
  /** What must hold of what it selects; a subset of a host has the terms of the Service too, which stand elsewhere. */
  readonly selector: Selector
}

/** Every selector of an object. */
export function selectorsIn(graph: Graph, object: KubeObject): readonly SelectorPlace[] {
  const places = referencesOf(graph.rules, object).flatMap(({ reference }) => placesOf(graph, object, reference))
  return [...places, ...ownSelector(object), ...namespaceSelectors(object)]
}

function placesOf(graph: Graph, object: KubeObject, { path, target }: Reference): readonly SelectorPlace[] {
  if (target.by === 'subset') return [subsetPlace(graph, object, path, target)]
  if (target.by !== 'labels') return []
  const { among, namespaces, selector } = target
  const holder = mapAt(object.data, ...path)
  const places: SelectorPlace[] = []
  // A peer of a policy holds two selectors; a term of affinity has the one of namespaces beside it.
  const isPeer = isMap(holder['podSelector']) || isMap(holder['namespaceSelector'])
  const word = among === 'Namespace' ? 'namespaceSelector' : 'podSelector'
  places.push({ object, path: isPeer ? [...path, word] : path, among, namespaces, selector })
  if (typeof namespaces === 'object' && namespaces !== null) {
    const at = [...(isPeer ? path : path.slice(0, -1)), 'namespaceSelector']
    places.push({ object, path: at, among: 'Namespace', namespaces: null, selector: namespaces.labelled })
  }
  return places
}

function subsetPlace(
  graph: Graph,
  object: KubeObject,
  path: readonly string[],
  { service, labels }: SubsetTarget,
): SelectorPlace {
  // The rule's own host names the Service, so there is a tie to it.
  const named = graph
    .relationsOf(object.id)
    .flatMap(({ to }) => graph.object(to ?? '') ?? [])
    .find(({ kind, namespace, name }) => kind === 'Service' && namespace === service.namespace && name === service.name)
  const terms = mapSelector(mapAt(named?.data, 'spec', 'selector'))
  return {
    object,
    path: [...path, 'labels'],
    among: 'pods',
    namespaces: service.namespace,
    selector: [...terms, ...labels],
  }
}

/** The selector beside a pod template: it must match the template. */
function ownSelector(object: KubeObject): readonly SelectorPlace[] {
  const pod = podTemplateOf(object.data)
  if (pod === null || pod.path.length === 0) return []
  const path = [...pod.path.slice(0, -1), 'selector']
  const value = valueAt(object.data, path)
  if (!isMap(value)) return []
  return [{ object, path, among: 'pods', namespaces: 'itself', selector: selectorOf(value) }]
}

const ADMISSION = 'admissionregistration.k8s.io'

/** Selectors of namespaces that make no relation. */
const NAMESPACE_SELECTORS: Readonly<Record<KindKey, string>> = {
  'Gateway.gateway.networking.k8s.io': 'spec.listeners.*.allowedRoutes.namespaces.selector',
  [`ValidatingWebhookConfiguration.${ADMISSION}`]: 'webhooks.*.namespaceSelector',
  [`MutatingWebhookConfiguration.${ADMISSION}`]: 'webhooks.*.namespaceSelector',
  [`ValidatingAdmissionPolicy.${ADMISSION}`]: 'spec.matchConstraints.namespaceSelector',
  [`MutatingAdmissionPolicy.${ADMISSION}`]: 'spec.matchConstraints.namespaceSelector',
  [`ValidatingAdmissionPolicyBinding.${ADMISSION}`]: 'spec.matchResources.namespaceSelector',
  [`MutatingAdmissionPolicyBinding.${ADMISSION}`]: 'spec.matchResources.namespaceSelector',
}

function namespaceSelectors(object: KubeObject): readonly SelectorPlace[] {
  const at = NAMESPACE_SELECTORS[kindKey(object.group, object.kind)]
  if (at === undefined) return []
  return findPlaces(sourceOf(object), at).flatMap(({ path, value }): readonly SelectorPlace[] =>
    isMap(value) ? [{ object, path, among: 'Namespace', namespaces: null, selector: selectorOf(value) }] : [],
  )
}

function selectorOf(value: PlainMap): Selector {
  return isLabelSelector(value) ? labelSelector(value) : mapSelector(value)
}
