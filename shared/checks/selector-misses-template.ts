import { podTemplateOf } from '../kinds/pod-template'
import { labelSelector, labelsOf, mapSelector, matches } from '../relations/selector'
import { titleOf } from '../relations/title'
import { isMap, valueAt } from '../yaml/plain'
import type { Check } from './check'

/**
 * A workload whose selector does not match the pods that it would make. The API server refuses it. A template without
 * labels is left alone: it is how patches for a kustomization look.
 */
export const selectorMissesTemplate: Check = ({ object }) => {
  const pod = podTemplateOf(object.data)
  const selector = valueAt(object.data, ['spec', 'selector'])
  if (!pod || pod.path.length === 0 || !isMap(selector)) return []
  const labels = labelsOf(pod.metadata)
  const isLabelSelector = isMap(selector['matchLabels']) || Array.isArray(selector['matchExpressions'])
  const terms = isLabelSelector ? labelSelector(selector) : mapSelector(selector)
  if (labels.size === 0 || terms.length === 0 || matches(terms, labels)) return []
  return [
    {
      code: 'selector-misses-template',
      severity: 'error',
      message: `${titleOf(object)} selects pods that its own template does not make: the API server refuses it`,
      path: '/spec/selector',
      fix: 'Give the template the labels that the selector asks for. The selector can not be changed once it is applied.',
    },
  ]
}
