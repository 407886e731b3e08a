import { textAt } from '../../yaml/plain'
import type { Refusal } from '../../workspace/change'
import type { Graph } from '../graph'
import type { KubeObject } from '../relation'
import { findPlaces, podSpecPath, sourceOf, type Found, type PlacePattern, type Source } from '../source'
import { titleOf } from '../title'
import type { ObjectEdit } from '../wires/wire-form'
import { isGone, isTaken, whyNotAllowed } from './allowed-names'
import { Patches } from './patches'

/** Where a pod spec speaks of its own containers, beside their names. */
const CONTAINER_USES: readonly PlacePattern[] = [
  '$container.targetContainerName',
  '$container.env.*.valueFrom.resourceFieldRef.containerName',
  '$pod.volumes.*.downwardAPI.items.*.resourceFieldRef.containerName',
  '$pod.volumes.*.projected.sources.*.downwardAPI.items.*.resourceFieldRef.containerName',
]

/** Where others speak of the containers of what they scale or size. */
const CONTAINER_USERS: readonly PlacePattern[] = [
  'spec.metrics.*.containerResource.container',
  'spec.resourcePolicy.containerPolicies.*.containerName',
  'spec.scaleTargetRef.envSourceContainerName',
]

const CONTAINER_ANNOTATIONS = [
  'kubectl.kubernetes.io/default-container',
  'kubectl.kubernetes.io/default-logs-container',
]
const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/'

/** Gives a container another name, wherever its pods or what scales them speak of it. */
export function renameContainer(
  graph: Graph,
  object: KubeObject,
  container: string,
  to: string,
): readonly ObjectEdit[] | Refusal {
  const source = sourceOf(object)
  const names = source.containers.map(({ path }) => [...podSpecPath(source), ...path, 'name'])
  const taken = whyNotRenamed('container', source, names, container, to)
  if (taken) return taken

  const patches = new Patches()
  for (const path of names) if (textAt(object.data, ...path) === container) patches.replace(object, path, to)
  replaceAll(patches, source, CONTAINER_USES, container, to)
  const annotations = [...(source.pod?.path ?? []), 'metadata', 'annotations']
  replaceAll(
    patches,
    source,
    CONTAINER_ANNOTATIONS.map(key => [...annotations, key]),
    container,
    to,
  )
  for (const { path } of findPlaces(source, [...annotations, APPARMOR + container]))
    patches.renameKey(object, path, APPARMOR + to)
  for (const relation of graph.relationsOf(object.id)) {
    const from = relation.to === object.id ? graph.object(relation.from) : null
    if (from !== null) replaceAll(patches, sourceOf(from), CONTAINER_USERS, container, to)
  }
  return patches.edits()
}

/** Gives a volume of a pod another name, in the mounts of all its containers too. */
export function renameVolume(object: KubeObject, volume: string, to: string): readonly ObjectEdit[] | Refusal {
  const source = sourceOf(object)
  const names = findPlaces(source, '$pod.volumes.*.name').map(({ path }) => path)
  const claims = findPlaces(source, 'spec.volumeClaimTemplates.*.metadata.name').map(({ path }) => path)
  const taken = whyNotRenamed('volume', source, [...names, ...claims], volume, to)
  if (taken) return taken
  const patches = new Patches()
  replaceAll(
    patches,
    source,
    ['$pod.volumes.*.name', '$container.volumeMounts.*.name', '$container.volumeDevices.*.name'],
    volume,
    to,
  )
  return patches.edits()
}

function whyNotRenamed(
  what: 'container' | 'volume',
  { object }: Source,
  names: readonly (readonly string[])[],
  name: string,
  to: string,
): Refusal | null {
  const present = names.map(path => textAt(object.data, ...path))
  if (!present.includes(name)) return isGone(`${titleOf(object)} has no ${what} ${name}`)
  if (present.includes(to)) return isTaken(`${titleOf(object)} has a ${what} ${to} already.`)
  return whyNotAllowed(what, to)
}

function replaceAll(patches: Patches, source: Source, at: readonly PlacePattern[], name: string, to: string): void {
  const found: readonly Found[] = at.flatMap(pattern => findPlaces(source, pattern))
  for (const { path, value } of found) if (value === name) patches.replace(source.object, path, to)
}
