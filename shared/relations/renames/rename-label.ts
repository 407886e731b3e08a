import { listAt, mapAt, textAt, valueAt, type PlainMap } from '../../yaml/plain'
import { formatPointer } from '../../yaml/pointer'
import type { Refusal } from '../../workspace/change'
import type { Graph } from '../graph'
import { labelledPart, type LabelledPart } from '../labelled-part'
import type { KubeObject } from '../relation'
import { isLabelSelector, labelsOf, matches, type Labels, type SelectorTerm } from '../selector'
import { findPlaces, sourceOf } from '../source'
import { titleOf } from '../title'
import type { ObjectEdit } from '../wires/wire-form'
import { isGone, isTaken, whyNotAllowed } from './allowed-names'
import { connected } from './connected'
import { Patches } from './patches'
import { selectorsIn, type SelectorPlace } from './selectors-in'

/** A label: its key, or with `value` one value of it. */
type Label = { readonly key: string; readonly value: string | null }

/** An object whose labels, or whose pods' labels, others select. */
type Carrier = { readonly object: KubeObject; readonly part: LabelledPart; readonly labels: Labels }

/**
 * Gives a label another key or value: on the object, in every selector that asks for it, and on whatever else those
 * selectors find by it. What selects what stays as it is.
 */
export function renameLabel(
  graph: Graph,
  object: KubeObject,
  key: string,
  sort: 'label' | 'label-value',
  to: string,
): readonly ObjectEdit[] | Refusal {
  const why = whyNotAllowed(sort, to)
  if (why) return why
  const start = carrierOf(object)
  const value = start.labels.get(key)
  if (value === undefined) return isGone(`${titleOf(object)} has no label ${key}`)
  const label: Label = { key, value: sort === 'label' ? null : value }

  const carriers = graph.objects.map(carrierOf).filter(carrier => carries(carrier, label))
  const selectors = graph.objects.flatMap(each => selectorsIn(graph, each)).filter(place => asksFor(place, label))
  const first = carriers.find(carrier => carrier.object.id === object.id)!
  const spaces = namespaceLabels(graph)
  const tied = connected<Carrier | SelectorPlace>(first, one =>
    'part' in one
      ? selectors.filter(place => mayFind(place, one, label, spaces))
      : carriers.filter(carrier => mayFind(one, carrier, label, spaces)),
  )

  const patches = new Patches()
  for (const one of tied) {
    if ('part' in one && isReadByName(graph, one, key)) return isFixed(one, key)
    const taken = 'part' in one ? relabel(patches, one, label, to) : reselect(patches, one, label, to)
    if (taken) return taken
  }
  return patches.edits()
}

/** Labels that some program reads by their name and value, such as the one by which a Namespace asks for sidecars. */
function isReadByName(graph: Graph, { object, part }: Carrier, key: string): boolean {
  const place = formatPointer([...part.path, 'labels', key])
  return graph.relationsOf(object.id).some(({ from, because }) => from === object.id && because.some(isAt(place)))
}

function isAt(place: string): (because: { readonly path: string }) => boolean {
  return ({ path }) => path === place
}

function isFixed({ object }: Carrier, key: string): Refusal {
  const message = `Label ${key} of ${titleOf(object)} is read by this name and value: another one would mean something else. Change it in its YAML.`
  return { ok: false, code: 'name-is-fixed', message }
}

function carrierOf(object: KubeObject): Carrier {
  const part = labelledPart(object)
  return { object, part, labels: labelsOf(part.metadata) }
}

function carries({ labels }: Carrier, { key, value }: Label): boolean {
  return value === null ? labels.has(key) : labels.get(key) === value
}

function asksFor({ selector }: SelectorPlace, label: Label): boolean {
  return selector.some(term => isTermOf(term, label))
}

function isTermOf(term: SelectorTerm, { key, value }: Label): boolean {
  if (term.key !== key) return false
  return value === null || ('values' in term && term.values.includes(value))
}

/** Whether a selector would find it, were it not for the label itself. */
function mayFind(place: SelectorPlace, carrier: Carrier, { key }: Label, spaces: Spaces): boolean {
  const { object, part, labels } = carrier
  if (place.namespaces === 'itself') return place.object.id === object.id
  if (place.among !== part.among) return false
  const others = place.selector.filter(term => term.key !== key)
  return matches(others, labels) && isIn(place.namespaces, object.namespace, spaces)
}

type Spaces = (namespace: string | null) => Labels

function isIn(wanted: Exclude<SelectorPlace['namespaces'], 'itself'>, namespace: string | null, spaces: Spaces) {
  if (wanted === 'any') return true
  return typeof wanted === 'object' && wanted !== null
    ? matches(wanted.labelled, spaces(namespace))
    : wanted === namespace
}

/** The labels of namespaces, each with the one that Kubernetes gives it. */
function namespaceLabels({ objects }: Graph): Spaces {
  const made = new Map(
    objects
      .filter(({ group, kind }) => group === '' && kind === 'Namespace')
      .map(({ name, data }) => [name, labelsOf(mapAt(data, 'metadata'))]),
  )
  return name => new Map([...(made.get(name) ?? []), ['kubernetes.io/metadata.name', name ?? '']])
}

/** Writes the label on the object or its pods; on the workload too, where it says the same of itself. */
function relabel(patches: Patches, { object, part, labels }: Carrier, { key, value }: Label, to: string) {
  if (value === null && labels.has(to)) return isTaken(`${titleOf(object)} has a label ${to} already.`)
  const maps = part.path.length === 1 ? [part.path] : [part.path, ['metadata']]
  for (const path of maps.map(metadata => [...metadata, 'labels', key])) {
    const present = valueAt(object.data, path)
    if (present === undefined || String(present) !== labels.get(key)) continue
    if (value !== null) patches.replace(object, path, to)
    else if (valueAt(object.data, [...path.slice(0, -1), to]) === undefined) patches.renameKey(object, path, to)
  }
  if (value === null) for (const path of keyLists(object, key)) patches.replace(object, path, to)
  return null
}

/** Where a pod spec lists keys of its own pods' labels. */
function keyLists(object: KubeObject, key: string): readonly (readonly string[])[] {
  const source = sourceOf(object)
  const terms = [
    '$pod.topologySpreadConstraints.*',
    '$pod.affinity.*.requiredDuringSchedulingIgnoredDuringExecution.*',
    '$pod.affinity.*.preferredDuringSchedulingIgnoredDuringExecution.*.podAffinityTerm',
  ]
  return terms
    .flatMap(at => ['matchLabelKeys', 'mismatchLabelKeys'].flatMap(list => findPlaces(source, `${at}.${list}.*`)))
    .filter(found => found.value === key)
    .map(found => found.path)
}

function reselect(patches: Patches, { object, path }: SelectorPlace, { key, value }: Label, to: string) {
  const holder = mapAt(object.data, ...path)
  const isSelector = isLabelSelector(holder)
  const mapPath = isSelector ? [...path, 'matchLabels'] : path
  const map: PlainMap = isSelector ? mapAt(holder, 'matchLabels') : holder
  if (value === null && key in map && to in map)
    return isTaken(`A selector of ${titleOf(object)} has a label ${to} already.`)
  const present = map[key]
  if (present !== undefined && value === null) patches.renameKey(object, [...mapPath, key], to)
  else if (present !== undefined && String(present) === value) patches.replace(object, [...mapPath, key], to)

  listAt(holder, 'matchExpressions').forEach((term, index) => {
    if (textAt(term, 'key') !== key) return
    const at = [...path, 'matchExpressions', String(index)]
    if (value === null) patches.replace(object, [...at, 'key'], to)
    else
      listAt(term, 'values').forEach((each, number) => {
        if (String(each) === value) patches.replace(object, [...at, 'values', String(number)], to)
      })
  })
  return null
}
