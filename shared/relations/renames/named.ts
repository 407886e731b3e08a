import { listAt, textAt, type PlainMap } from '../../yaml/plain'
import { keysOfData } from '../data-keys'
import { labelledPart } from '../labelled-part'
import type { KubeObject, ObjectId } from '../relation'
import { labelsOf } from '../selector'
import { sourceOf, type Source } from '../source'
import { titleOf } from '../title'

/** Something in a design that other places speak of by its name. */
export type Named =
  | { readonly what: 'object'; readonly object: ObjectId }
  /** A namespace, whether or not a manifest makes it. */
  | { readonly what: 'namespace'; readonly namespace: string }
  /** The key of a label that selectors ask for: on pods, else on the object itself. */
  | { readonly what: 'label'; readonly object: ObjectId; readonly key: string }
  | { readonly what: 'label-value'; readonly object: ObjectId; readonly key: string }
  /** A named port of a Service. */
  | { readonly what: 'service-port'; readonly object: ObjectId; readonly port: string }
  | { readonly what: 'container-port'; readonly object: ObjectId; readonly port: string }
  /** A key of a ConfigMap or Secret. */
  | { readonly what: 'key'; readonly object: ObjectId; readonly key: string }
  | { readonly what: 'container'; readonly object: ObjectId; readonly container: string }
  | { readonly what: 'volume'; readonly object: ObjectId; readonly volume: string }

/** Everything in an object that can be renamed together with what uses it, its own name first. */
export function namesIn(object: KubeObject): readonly Named[] {
  const { id } = object
  const source = sourceOf(object)
  const labels = [...labelsOf(labelledPart(object).metadata).keys()]
  return [
    ...(object.name === null ? [] : [ownName(object)]),
    ...labels.flatMap((key): Named[] => [
      { what: 'label', object: id, key },
      { what: 'label-value', object: id, key },
    ]),
    ...servicePortNames(object).map((port): Named => ({ what: 'service-port', object: id, port })),
    ...containerPortNames(source).map((port): Named => ({ what: 'container-port', object: id, port })),
    ...keysOfData(object).map((key): Named => ({ what: 'key', object: id, key })),
    ...containerNames(source).map((container): Named => ({ what: 'container', object: id, container })),
    ...volumeNames(source).map((volume): Named => ({ what: 'volume', object: id, volume })),
  ]
}

/** What an object is called by: a Namespace's name is that of everything in it. */
function ownName({ id, group, kind, name }: KubeObject): Named {
  return group === '' && kind === 'Namespace' && name !== null
    ? { what: 'namespace', namespace: name }
    : { what: 'object', object: id }
}

/** The name that something has now; null where it is not there any more. */
export function nameOf(named: Named, object: KubeObject | null): string | null {
  if (named.what === 'namespace') return named.namespace
  if (object === null) return null
  switch (named.what) {
    case 'object':
      return object.name
    case 'label-value':
      return labelsOf(labelledPart(object).metadata).get(named.key) ?? null
    case 'label':
    case 'key':
      return named.key
    case 'service-port':
    case 'container-port':
      return named.port
    case 'container':
      return named.container
    case 'volume':
      return named.volume
  }
}

/** What a sentence or a list calls it: "label app of Deployment web". */
export function titleOfNamed(named: Named, object: KubeObject | null): string {
  if (named.what === 'namespace') return `namespace ${named.namespace}`
  const whose = object === null ? '' : ` of ${titleOf(object)}`
  switch (named.what) {
    case 'object':
      return object === null ? 'object' : titleOf(object)
    case 'label':
      return `label ${named.key}${whose}`
    case 'label-value':
      return `value of label ${named.key}${whose}`
    case 'service-port':
    case 'container-port':
      return `port ${named.port}${whose}`
    case 'key':
      return `key ${named.key}${whose}`
    case 'container':
      return `container ${named.container}${whose}`
    case 'volume':
      return `volume ${named.volume}${whose}`
  }
}

function servicePortNames({ group, kind, data }: KubeObject): readonly string[] {
  return group === '' && kind === 'Service' ? textsIn(data, ['spec', 'ports']) : []
}

function containerPortNames({ containers }: Source): readonly string[] {
  return [...new Set(containers.flatMap(({ container }) => textsIn(container, ['ports'])))]
}

function containerNames({ containers }: Source): readonly string[] {
  return containers.flatMap(({ container }) => textAt(container, 'name') ?? [])
}

function volumeNames({ pod }: Source): readonly string[] {
  return pod === null ? [] : textsIn(pod.spec, ['volumes'])
}

/** The names of a list's items. */
function textsIn(data: PlainMap, list: readonly string[]): readonly string[] {
  return listAt(data, ...list).flatMap(item => textAt(item, 'name') ?? [])
}
