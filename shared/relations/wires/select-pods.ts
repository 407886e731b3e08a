import { kindRow } from '../../kinds/kinds'
import { isMap, valueAt } from '../../yaml/plain'
import { formatPointer } from '../../yaml/pointer'
import { listOf, type Consequence } from '../consequence'
import type { Graph } from '../graph'
import { MESH_ROOT } from '../mesh-root'
import type { KubeObject } from '../relation'
import { titleOf } from '../title'
import { stableLabels } from './stable-labels'
import { put } from './steps'
import { cannotUnwire, cannotWire, PLAIN_WIRE, type WireForm } from './wire-form'

export type SelectorForm = Pick<WireForm, 'label'> &
  Partial<Pick<WireForm, 'crosses' | 'rank' | 'prepare' | 'writeBrings'>> & {
    readonly at: readonly string[]
    /** A plain map of labels, or a LabelSelector. */
    readonly form: 'map' | 'selector'
    /** The API wants the selector even when it asks for nothing: then only its terms go. */
    readonly required?: boolean
    /**
     * Whom it means once the selector is gone: nobody (by default), every pod of its namespace, the same but every pod
     * at all from Istio's root namespace, or every gateway of the mesh.
     */
    readonly without?: 'nobody' | 'namespace' | 'mesh' | 'gateways'
  }

/** A wire that is a selector: the pods' stable labels. It replaces the selector that is there. */
export function selectPods({ at, form, required = false, without = 'nobody', ...rest }: SelectorForm): WireForm {
  return {
    ...PLAIN_WIRE,
    ...rest,
    to: ['workload'],
    fits: ({ to }) => to.pod !== null,
    write: ({ from, to }) => {
      const labels = stableLabels(to)
      if (labels === null)
        return cannotWire(
          `The pods of ${titleOf(to.object)} have no label that stays. Give its pod template one, such as app: ${to.object.name}.`,
        )
      const { data, id } = from.object
      if (form === 'map') return [{ object: id, patch: [put(data, at, labels)] }]
      const keepsShell =
        required && isMap(valueAt(data, at)) && valueAt(data, [...at, 'matchExpressions']) === undefined
      const step = keepsShell ? put(data, [...at, 'matchLabels'], labels) : put(data, at, { matchLabels: labels })
      return [{ object: id, patch: [step] }]
    },
    unwrite: ({ object }) => {
      const selector = valueAt(object.data, at)
      if (!required) return [{ object: object.id, patch: [{ op: 'remove', path: formatPointer(at) }] }]
      const terms = isMap(selector) ? Object.keys(selector) : []
      if (terms.length === 0)
        return cannotUnwire(`${titleOf(object)} means every pod of its namespace. Give it a selector, or delete it.`)
      return [{ object: object.id, patch: terms.map(term => ({ op: 'remove', path: formatPointer([...at, term]) })) }]
    },
    unwriteBrings: ({ object }, _relations, graph) => (without === 'nobody' ? [] : [coversAll(object, without, graph)]),
  }
}

function coversAll(object: KubeObject, reach: 'namespace' | 'mesh' | 'gateways', graph: Graph): Consequence {
  const code = 'covers-every-pod'
  if (reach === 'gateways')
    return { code, says: `Without a selector every gateway of the mesh serves ${titleOf(object)}.`, objects: [] }
  const isEverywhere = reach === 'mesh' && object.namespace === MESH_ROOT
  const covered = graph.objects.filter(
    ({ group, kind, namespace }) =>
      kindRow(group, kind).podTemplate !== null && (isEverywhere || namespace === object.namespace),
  )
  const where = isEverywhere ? 'of every namespace' : `of namespace ${object.namespace}`
  const says = `Without a selector ${titleOf(object)} covers every pod ${where}: ${listOf(covered)}.`
  return { code, says, objects: covered.map(({ id }) => id) }
}
