import { listAt, mapAt, textAt, valueAt } from '../../yaml/plain'
import type { Refusal } from '../../workspace/change'
import type { Graph } from '../graph'
import { kindKey } from '../kind-key'
import { nameKeyOf } from '../presence'
import type { LookupTarget, NameTarget, Target } from '../reference'
import { referencesOf } from '../references-of'
import type { KubeObject } from '../relation'
import { isLabelSelector } from '../selector'
import { findPlaces, sourceOf } from '../source'
import type { ObjectEdit } from '../wires/wire-form'
import { isGone, isTaken, whyNotAllowed } from './allowed-names'
import { Patches } from './patches'
import { selectorsIn } from './selectors-in'

/** The label by which Kubernetes lets every namespace be selected. */
const NAME_LABEL = 'kubernetes.io/metadata.name'

/** Where a namespace is named by itself, outside any reference. */
const NAMED_ALONE = [
  '$pod.affinity.*.requiredDuringSchedulingIgnoredDuringExecution.*.namespaces.*',
  '$pod.affinity.*.preferredDuringSchedulingIgnoredDuringExecution.*.podAffinityTerm.namespaces.*',
  'spec.namespaceSelector.matchNames.*',
  'spec.rules.*.from.*.source.namespaces.*',
  'spec.rules.*.from.*.source.notNamespaces.*',
  'spec.from.*.namespace',
]

/**
 * Gives a namespace another name: in its Namespace, in every object that is in it, and wherever a reference, a host or
 * a selector speaks of it. An object without a namespace in its manifest is given one: it was in this one by default.
 */
export function renameNamespace(graph: Graph, namespace: string, to: string): readonly ObjectEdit[] | Refusal {
  const why = whyNotAllowed('namespace', to)
  if (why) return why
  const isUsed = (name: string): boolean =>
    graph.objects.some(object => object.namespace === name || isNamespace(object, name))
  if (!isUsed(namespace)) return isGone(`Nothing is in a namespace ${namespace}`)
  if (isUsed(to)) return isTaken(`There is a namespace ${to} already. Move the cards there, or choose another name.`)

  const patches = new Patches()
  const present = new Set(
    graph.objects.map(({ group, kind, namespace: own, name }) =>
      nameKeyOf({ kind: kindKey(group, kind), namespace: own, name: name ?? '' }),
    ),
  )
  for (const object of graph.objects) {
    if (isNamespace(object, namespace)) patches.replace(object, ['metadata', 'name'], to)
    if (object.namespace === namespace) writeNamespace(patches, object, to)
    renameInReferences(graph, patches, object, namespace, to, present)
    const source = sourceOf(object)
    for (const at of NAMED_ALONE)
      for (const { path, value } of findPlaces(source, at)) if (value === namespace) patches.replace(object, path, to)
    renameInSelectors(graph, patches, object, namespace, to)
  }
  return patches.edits()
}

/** Puts an object into a namespace by its own manifest. */
export function writeNamespace(patches: Patches, object: KubeObject, to: string): void {
  const path = ['metadata', 'namespace']
  if (valueAt(object.data, path) === undefined) patches.add(object, path, to)
  else patches.replace(object, path, to)
}

function isNamespace({ group, kind, name }: KubeObject, wanted: string): boolean {
  return group === '' && kind === 'Namespace' && name === wanted
}

function renameInReferences(
  { rules }: Graph,
  patches: Patches,
  object: KubeObject,
  namespace: string,
  to: string,
  present: ReadonlySet<string>,
): void {
  for (const { reference } of referencesOf(rules, object)) {
    const { path, target } = reference
    if (meansNamespace(target, namespace)) patches.replace(object, path, target.renamed(to))
    const form = 'inNamespace' in target && isThere(target, present) ? target.inNamespace : undefined
    const place = form?.field ?? path
    if (form?.namespace === namespace && valueAt(object.data, place) === form.written(namespace))
      patches.replace(object, place, form.written(to))
  }
}

/** Whether a target is the Namespace itself. */
function meansNamespace(target: Target, namespace: string): target is NameTarget | LookupTarget {
  const key = nameKeyOf({ kind: 'Namespace', namespace: null, name: namespace })
  if (target.by === 'name') return nameKeyOf(target) === key
  return target.by === 'lookup' && target.keys.includes(key)
}

/** A host with one dot may be one of the internet: it speaks of the namespace only where the Service is there. */
function isThere(target: Target, present: ReadonlySet<string>): boolean {
  const isUncertain = target.by === 'lookup' && target.orElse !== null && 'by' in target.orElse
  return !isUncertain || target.keys.some(key => present.has(key))
}

function renameInSelectors(graph: Graph, patches: Patches, object: KubeObject, namespace: string, to: string): void {
  for (const { path, among } of selectorsIn(graph, object)) {
    if (among !== 'Namespace') continue
    const holder = mapAt(object.data, ...path)
    const labels = isLabelSelector(holder) ? [...path, 'matchLabels'] : path
    if (textAt(object.data, ...labels, NAME_LABEL) === namespace) patches.replace(object, [...labels, NAME_LABEL], to)
    listAt(holder, 'matchExpressions').forEach((term, index) => {
      if (textAt(term, 'key') !== NAME_LABEL) return
      listAt(term, 'values').forEach((value, number) => {
        const at = [...path, 'matchExpressions', String(index), 'values', String(number)]
        if (value === namespace) patches.replace(object, at, to)
      })
    })
  }
}
