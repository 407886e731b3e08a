import { groupOf } from '../kinds/kinds'
import { isList, isMap, listAt, mapAt, textAt, type PlainMap, type PlainValue } from '../yaml/plain'
import { printDocument } from '../yaml/print'
import { cleanObject } from './clean-object'
import { refOf } from './cluster-ref'
import { isSecret } from './mask-secrets'
import { writtenPart } from './owned-fields'
import { withoutDefaults } from './server-defaults'

/** Why an object is no part of a design, or null. */
export function whyNotImported(object: PlainMap): string | null {
  const owner = listAt(object, 'metadata', 'ownerReferences').find(each => mapAt(each).controller === true)
  if (owner !== undefined) return `made by ${textAt(owner, 'kind') ?? ''} ${textAt(owner, 'name') ?? ''}`
  if (textAt(object, 'metadata', 'deletionTimestamp') !== null) return 'being deleted'
  const { apiVersion, kind, name } = refOf(object)
  const type = textAt(object, 'type')
  if (isSecret(object) && type === 'kubernetes.io/service-account-token') return 'made for a ServiceAccount'
  if (isSecret(object) && type?.startsWith('helm.sh/release')) return 'the record of a Helm release'
  if (isSecret(object) && type === 'bootstrap.kubernetes.io/token') return 'made for nodes to join'
  const made = groupOf(apiVersion) === '' && MADE_BY_CLUSTER[kind]?.includes(name)
  if (made) return 'made by the cluster in every namespace'
  const isRecord =
    kind === 'ConfigMap' &&
    mapAt(object, 'metadata', 'labels')['app.kubernetes.io/managed-by'] === 'chartroom' &&
    name.startsWith('chartroom-')
  return isRecord ? 'the record of what a design made' : null
}

const MADE_BY_CLUSTER: Readonly<Record<string, readonly string[]>> = {
  ConfigMap: ['kube-root-ca.crt', 'istio-ca-root-cert'],
  ServiceAccount: ['default'],
  Service: ['kubernetes'],
}

/**
 * What may be written into a file for an object, the shortest first: what people wrote, by managedFields and without what
 * the server writes by itself; then all of it but the server's own fields. Which of them changes nothing when it is
 * applied again, the server has to say.
 */
export function importForms(object: PlainMap, withSecrets: boolean): readonly PlainMap[] {
  const clean = (part: PlainMap): PlainMap => withoutValues(withoutToken(cleanObject(part)), withSecrets)
  return [clean(withoutDefaults(writtenPart(object))), clean(withoutDefaults(object)), clean(object)]
}

/** The text of a file for one imported object. Keys of a Secret whose values stayed behind are named in a comment. */
export function importText(form: PlainMap, object: PlainMap): string {
  const text = printDocument(inReadingOrder(form))
  if (!isSecret(object) || form.data !== undefined) return text
  const keys = Object.keys(mapAt(object, 'data'))
  return keys.length === 0 ? text : `# Values that stay in the cluster: ${keys.join(', ')}\n${text}`
}

/** A value with what says what it is in front: the server sorts all keys by the alphabet. */
function inReadingOrder(value: PlainValue): PlainValue {
  if (isList(value)) return value.map(inReadingOrder)
  if (!isMap(value)) return value
  const rank = (key: string): number => (FIRST_KEYS.includes(key) ? FIRST_KEYS.indexOf(key) : FIRST_KEYS.length)
  const entries = Object.entries(value).toSorted(([a], [b]) => rank(a) - rank(b))
  return Object.fromEntries(entries.map(([key, inside]) => [key, inReadingOrder(inside)]))
}

const FIRST_KEYS: readonly string[] = ['apiVersion', 'kind', 'metadata', 'name', 'namespace']

/** Masked values would overwrite the real ones when they are applied: none are written. */
function withoutValues(object: PlainMap, withSecrets: boolean): PlainMap {
  if (withSecrets || !isSecret(object)) return object
  const { data: _data, stringData: _strings, ...rest } = object
  return rest
}

const TOKEN = /^kube-api-access-/

/** A pod without the volume that admission mounts into each: another pod gets one of its own. */
function withoutToken(object: PlainMap): PlainMap {
  if (object.kind !== 'Pod' || !isMap(object.spec)) return object
  const spec = object.spec
  const others = (values: PlainValue | undefined): readonly PlainValue[] =>
    Array.isArray(values) ? values.filter(each => !TOKEN.test(textAt(each, 'name') ?? '')) : []
  const containers = (key: string): PlainMap =>
    Array.isArray(spec[key])
      ? {
          [key]: spec[key].map(each =>
            isMap(each) ? withList(each, 'volumeMounts', others(each.volumeMounts)) : each,
          ),
        }
      : {}
  const pod = { ...spec, ...containers('containers'), ...containers('initContainers') }
  return { ...object, spec: withList(pod, 'volumes', others(spec.volumes)) }
}

function withList(holder: PlainMap, key: string, items: readonly PlainValue[]): PlainMap {
  const { [key]: was, ...rest } = holder
  if (was === undefined) return holder
  return items.length === 0 ? rest : { ...holder, [key]: items }
}
