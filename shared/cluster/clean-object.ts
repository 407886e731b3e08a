import { isMap, mapAt, type PlainMap, type PlainValue } from '../yaml/plain'

/** What only the server writes: it differs between two reads of an object that nobody changed. */
const SERVER_METADATA: ReadonlySet<string> = new Set([
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'resourceVersion',
  'selfLink',
  'uid',
])

/** A copy of the whole object that kubectl keeps in it: secrets' values too. */
export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration'

/** Counted by the Deployment controller, not by people. */
const SERVER_ANNOTATIONS: ReadonlySet<string> = new Set([LAST_APPLIED, 'deployment.kubernetes.io/revision'])

/** An object without its status and without what only the server writes. */
export function cleanObject(object: PlainMap): PlainMap {
  const { status: _status, metadata: _metadata, ...rest } = object
  return inUsualOrder({ ...rest, ...(isMap(object.metadata) ? { metadata: cleanMetadata(object.metadata) } : {}) })
}

/** An object as it may be shown while it runs: its status stays, what fills the screen goes. */
export function withoutManagedFields(object: PlainMap): PlainMap {
  const { managedFields: _fields, annotations: _all, ...metadata } = mapAt(object, 'metadata')
  const annotations = Object.entries(mapAt(object, 'metadata', 'annotations')).filter(([key]) => key !== LAST_APPLIED)
  return { ...object, metadata: { ...metadata, annotations: Object.fromEntries(annotations) } }
}

function cleanMetadata(metadata: PlainMap): PlainMap {
  const kept = Object.entries(metadata).filter(([key]) => !SERVER_METADATA.has(key) && key !== 'annotations')
  return Object.fromEntries([...kept, ...Object.entries(annotationsOf(metadata))])
}

/** The annotations that are not the server's; none at all where nothing is left. */
function annotationsOf(metadata: PlainMap): { readonly annotations?: PlainMap } {
  const kept = Object.entries(mapAt(metadata, 'annotations')).filter(([key]) => !SERVER_ANNOTATIONS.has(key))
  return kept.length === 0 ? {} : { annotations: Object.fromEntries(kept) }
}

/** apiVersion, kind, metadata, then the rest as it came: the order that people write. */
function inUsualOrder(object: PlainMap): PlainMap {
  const order = ['apiVersion', 'kind', 'metadata']
  const first = order.flatMap((key): [string, PlainValue][] => {
    const value = object[key]
    return value === undefined ? [] : [[key, value]]
  })
  return Object.fromEntries([...first, ...Object.entries(object).filter(([key]) => !order.includes(key))])
}
