import { isMap, valueAt } from '../../yaml/plain'
import { formatPointer } from '../../yaml/pointer'
import { titleOf } from '../title'
import { stableLabels } from './stable-labels'
import { put } from './steps'
import { cannotUnwire, cannotWire, PLAIN_WIRE, type WireForm } from './wire-form'

export type SelectorForm = Pick<WireForm, 'label'> &
  Partial<Pick<WireForm, 'crosses' | 'rank'>> & {
    readonly at: readonly string[]
    /** A plain map of labels, or a LabelSelector. */
    readonly form: 'map' | 'selector'
    /** The API wants the selector even when it asks for nothing: then only its terms go, and it means every pod. */
    readonly required?: boolean
  }

/** A wire that is a selector: the pods' stable labels. It replaces the selector that is there. */
export function selectPods({ at, form, required = false, ...rest }: SelectorForm): WireForm {
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
  }
}
