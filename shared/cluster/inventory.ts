import { listAt, mapAt, textAt, type PlainMap } from '../yaml/plain'
import { groupOf } from '../kinds/kinds'
import { refKey, type ClusterRef } from './cluster-ref'

/** Who writes fields in our name. Server-side apply keeps account by it. */
export const FIELD_MANAGER = 'chartroom'

/** The name of the ConfigMap that records what a design made. `mark` tells designs of one name apart. */
export function inventoryName(design: string, mark: string | null): string {
  const word = design
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 200)
  return ['chartroom', word, mark].filter(part => part !== null && part !== '').join('-')
}

/** The record of what a design made, as the object to apply: a line for each, in one order, so that it diffs well. */
export function inventoryObject(place: ClusterRef, made: readonly ClusterRef[]): PlainMap {
  const lines = [...new Set(made.map(refLine))].toSorted()
  return {
    apiVersion: place.apiVersion,
    kind: place.kind,
    metadata: {
      name: place.name,
      namespace: place.namespace,
      labels: { 'app.kubernetes.io/managed-by': FIELD_MANAGER },
    },
    data: { objects: lines.map(line => `${line}\n`).join('') },
  }
}

/** What a record says. Lines that nobody can read are passed over: what isn't known is never deleted. */
export function readInventory(object: PlainMap): readonly ClusterRef[] {
  return (textAt(object, 'data', 'objects') ?? '').split('\n').flatMap(line => {
    const [apiVersion = '', kind = '', namespace = '', name = '', ...more] = line.split(' ')
    if (name === '' || more.length > 0) return []
    return [{ apiVersion, kind, namespace: namespace === '-' ? null : namespace, name }]
  })
}

/** All of one list and of the other, each object once. */
export function joinRefs(a: readonly ClusterRef[], b: readonly ClusterRef[]): readonly ClusterRef[] {
  return [...new Map([...a, ...b].map(ref => [refKey(ref), ref])).values()]
}

/**
 * Why an object that a design made may not be deleted with it, or null. `live` is what the cluster has now, with its
 * managedFields.
 */
export function whyNotPruned(ref: ClusterRef, live: PlainMap): string | null {
  const group = groupOf(ref.apiVersion)
  if (group === '' && ref.kind === 'Namespace')
    return 'Deleting a namespace deletes everything in it, whoever made it. Delete it yourself if you are sure.'
  if (group === 'apiextensions.k8s.io' && ref.kind === 'CustomResourceDefinition')
    return 'Deleting a definition deletes every object of its kind. Delete it yourself if you are sure.'
  const owner = foreignOwner(live)
  if (owner !== null) return `${owner} manages it.`
  const isOurs = listAt(live, 'metadata', 'managedFields').some(
    each => textAt(each, 'manager') === FIELD_MANAGER && textAt(each, 'operation') === 'Apply',
  )
  return isOurs ? null : 'It was made anew by somebody else.'
}

/** Whoever an object belongs to by what the tools write into it: Helm, Argo CD, Flux, another object; null for nobody. */
export function foreignOwner(object: PlainMap): string | null {
  const metadata = mapAt(object, 'metadata')
  const labels = mapAt(metadata, 'labels')
  const annotations = mapAt(metadata, 'annotations')
  const owner = listAt(metadata, 'ownerReferences')[0]
  if (owner !== undefined) return `${textAt(owner, 'kind') ?? 'Another object'} ${textAt(owner, 'name') ?? ''}`.trim()
  const found = marks.find(mark =>
    mark.keys.some(
      key =>
        (Object.hasOwn(labels, key) && (mark.value === undefined || labels[key] === mark.value)) ||
        (Object.hasOwn(annotations, key) && mark.value === undefined),
    ),
  )
  return found?.owner ?? null
}

type Mark = { readonly owner: string; readonly keys: readonly string[]; readonly value?: string }

const marks: readonly Mark[] = [
  { owner: 'Helm', keys: ['meta.helm.sh/release-name'] },
  { owner: 'Helm', keys: ['app.kubernetes.io/managed-by'], value: 'Helm' },
  { owner: 'Argo CD', keys: ['argocd.argoproj.io/instance', 'argocd.argoproj.io/tracking-id'] },
  { owner: 'Flux', keys: ['kustomize.toolkit.fluxcd.io/name', 'helm.toolkit.fluxcd.io/name'] },
  { owner: 'kapp', keys: ['kapp.k14s.io/app'] },
  { owner: 'An ApplySet', keys: ['applyset.kubernetes.io/part-of'] },
  { owner: 'Another inventory', keys: ['config.k8s.io/owning-inventory'] },
  { owner: 'Rancher Fleet', keys: ['objectset.rio.cattle.io/hash'] },
  { owner: 'The addon manager', keys: ['addonmanager.kubernetes.io/mode'] },
]

function refLine({ apiVersion, kind, namespace, name }: ClusterRef): string {
  return [apiVersion, kind, namespace ?? '-', name].join(' ')
}
