import { isList, isMap, type PlainMap, type PlainValue } from '../yaml/plain'

/** One requirement of a selector. All of a selector's terms must hold. */
export type SelectorTerm =
  | { readonly operator: 'In' | 'NotIn'; readonly key: string; readonly values: readonly string[] }
  | { readonly operator: 'Exists' | 'DoesNotExist'; readonly key: string }
  /** Written so that the API server would refuse it. It selects nothing. */
  | { readonly operator: 'Invalid'; readonly key: string }

/** What a selector asks for. Without terms it matches everything: whether that is meant is the relation's own rule. */
export type Selector = readonly SelectorTerm[]

export type Labels = ReadonlyMap<string, string>

const NO_LABELS: Labels = new Map()

/** The labels of a `metadata` map. Keys and values that are no text (`version: 2` unquoted) count as they are spelled. */
export function labelsOf(metadata: PlainMap): Labels {
  const labels = metadata['labels']
  return isMap(labels) ? new Map(textEntries(labels)) : NO_LABELS
}

/** A plain map of labels, as Services, ReplicationControllers and Istio write their selectors. */
export function mapSelector(labels: PlainMap): Selector {
  return textEntries(labels).map(([key, value]) => ({ operator: 'In', key, values: [value] }))
}

/** A Kubernetes LabelSelector: `matchLabels` and `matchExpressions`, all of them together. */
export function labelSelector(selector: PlainMap): Selector {
  const labels = selector['matchLabels']
  const expressions = selector['matchExpressions']
  return [...(isMap(labels) ? mapSelector(labels) : []), ...(isList(expressions) ? expressions.map(termOf) : [])]
}

/** Whether a map has the words of a LabelSelector; else it is a plain map of labels. */
export function isLabelSelector(value: PlainMap): boolean {
  return 'matchLabels' in value || 'matchExpressions' in value
}

/** Whether labels fulfil every term. `NotIn` and `DoesNotExist` hold for labels that lack the key. */
export function matches(selector: Selector, labels: Labels): boolean {
  return selector.every(term => holds(term, labels))
}

/** The label pairs that any match must have: what an index can look up. */
export function requiredPairs(selector: Selector): readonly (readonly [key: string, value: string])[] {
  return selector.flatMap(term =>
    term.operator === 'In' && term.values.length === 1 ? [[term.key, term.values[0]!] as const] : [],
  )
}

function holds(term: SelectorTerm, labels: Labels): boolean {
  const value = labels.get(term.key)
  switch (term.operator) {
    case 'In':
      return value !== undefined && term.values.includes(value)
    case 'NotIn':
      return value === undefined || !term.values.includes(value)
    case 'Exists':
      return value !== undefined
    case 'DoesNotExist':
      return value === undefined
    case 'Invalid':
      return false
  }
}

function termOf(expression: PlainValue): SelectorTerm {
  if (!isMap(expression) || typeof expression['key'] !== 'string') return { operator: 'Invalid', key: '' }
  const { key, operator, values } = expression
  if (operator === 'Exists' || operator === 'DoesNotExist') return { operator, key }
  if ((operator === 'In' || operator === 'NotIn') && isList(values) && values.length > 0)
    return { operator, key, values: values.map(String) }
  return { operator: 'Invalid', key }
}

function textEntries(map: PlainMap): [string, string][] {
  return Object.entries(map).map(([key, value]) => [key, value === null ? '' : String(value)])
}
