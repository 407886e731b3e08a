import { isMap, listAt, mapAt, textAt, valueAt, type PlainMap } from '../yaml/plain'
import type { Graph } from './graph'
import { serviceOfHost } from './hosts'
import { kindKey } from './kind-key'
import type { KubeObject } from './relation'
import type { Source } from './source'

const DESTINATION_RULE = 'DestinationRule.networking.istio.io'

export type Label = readonly [key: string, value: string]

/** The DestinationRules that are about a Service. */
export function rulesAbout({ objects }: Graph, service: KubeObject): readonly KubeObject[] {
  return objects.filter(({ group, kind, data, namespace }) => {
    if (kindKey(group, kind) !== DESTINATION_RULE) return false
    const meant = serviceOfHost(textAt(data, 'spec', 'host') ?? '', namespace ?? '')
    return meant?.name === service.name && meant?.namespace === service.namespace
  })
}

/** The names of the subsets that a DestinationRule declares. */
export function subsetNames({ data }: KubeObject): readonly string[] {
  return listAt(data, 'spec', 'subsets').flatMap(subset => textAt(subset, 'name') ?? [])
}

/**
 * Labels of a workload's pods by which they can be told from others of a Service: those that the Service doesn't ask
 * for; the version first. None where it doesn't select them.
 */
export function labelsApart(service: KubeObject, workload: Source): readonly Label[] {
  const { own } = labelsBeside(service, workload)
  return own.toSorted(([a], [b]) => Number(b.endsWith('version')) - Number(a.endsWith('version')))
}

/** Labels of a workload's pods that a Service asks for. None where it doesn't select them. */
export function labelsInCommon(service: KubeObject, workload: Source): readonly Label[] {
  return labelsBeside(service, workload).common
}

function labelsBeside(service: KubeObject, workload: Source): Record<'own' | 'common', readonly Label[]> {
  const selector = valueAt(service.data, ['spec', 'selector'])
  const labels = mapAt(workload.pod?.metadata, 'labels')
  const isSelected =
    isMap(selector) &&
    workload.object.namespace === service.namespace &&
    Object.entries(selector).every(([key, value]) => labels[key] === value)
  if (!isSelected) return { own: [], common: [] }
  const all = Object.entries(labels).flatMap(([key, value]): readonly Label[] =>
    typeof value === 'string' ? [[key, value]] : [],
  )
  return { own: all.filter(([key]) => !(key in selector)), common: all.filter(([key]) => key in selector) }
}

/**
 * A subset as a route's wire declares it: with its labels before its name. People write the name first: by this order
 * un-wiring knows that a subset came with the route, and goes with it.
 */
export function wiredSubset(name: string, [key, value]: Label): PlainMap {
  return { labels: { [key]: value }, name }
}

/** Whether a subset was declared by a wire, and not changed since. */
export function isWiredSubset(subset: PlainMap): boolean {
  return Object.keys(subset).join() === 'labels,name' && Object.keys(mapAt(subset, 'labels')).length === 1
}
