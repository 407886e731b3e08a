import { kindRow } from '../../kinds/kinds'
import { mapAt } from '../../yaml/plain'
import { formatPointer, parsePointer } from '../../yaml/pointer'
import { listOf } from '../consequence'
import { put } from './steps'
import { PLAIN_WIRE, type WireForm } from './wire-form'

/** The label by which a Namespace asks Istio for a sidecar in each of its pods. */
export const INJECTION = 'istio-injection'

/** A wire from a Namespace to one of its workloads: Istio then gives all its pods a sidecar, which is said before. */
export const injectSidecar: WireForm = {
  ...PLAIN_WIRE,
  to: ['workload'],
  crosses: true,
  label: 'Sidecar of the mesh in its pods',
  fits: ({ from, to }) => to.pod !== null && to.object.namespace === from.object.name,
  write: ({ from }) => [
    { object: from.object.id, patch: [put(from.object.data, ['metadata', 'labels', INJECTION], 'enabled')] },
  ],
  writeBrings: ({ graph, from, to }) => {
    const others = graph.objects.filter(
      ({ id, namespace, kind, group }) =>
        id !== to.object.id && namespace === from.object.name && kindRow(group, kind).podTemplate !== null,
    )
    if (others.length === 0) return []
    const says = `Every pod of namespace ${from.object.name} gets a sidecar, beside those of ${to.object.name}: ${listOf(others)}.`
    return [{ code: 'covers-every-pod', says, objects: others.map(({ id }) => id) }]
  },
  unwrite: ({ object }, relations) => {
    const paths = new Set(relations.flatMap(({ because }) => because.map(({ path }) => path)))
    const labels = Object.keys(mapAt(object.data, 'metadata', 'labels'))
    const isWhole = labels.every(key => paths.has(formatPointer(['metadata', 'labels', key])))
    const gone = isWhole ? [['metadata', 'labels']] : [...paths].map(parsePointer)
    return [{ object: object.id, patch: gone.map(path => ({ op: 'remove', path: formatPointer(path) })) }]
  },
}
