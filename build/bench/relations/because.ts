import type { KubeObject, Relation } from '../../../shared/relations/relation'

type Value = unknown
type Values = Readonly<Record<string, unknown>>

/**
 * An independent plain reading of why two objects are tied: whether the places that a relation names are there, name
 * its target or select its labels, and mean its namespace. It knows the manifests only, and nothing of the rules that
 * found the relation. Null where all is as it should be, else what is doubtful.
 */
export function doubtAbout(relation: Relation, from: KubeObject, to: KubeObject | null): string | null {
  if (relation.because.length === 0) return 'it names no place'
  for (const { object, path } of relation.because) {
    if (object !== from.id) return `${path} is of another object`
    const keys = path.slice(1).split('/').map(unescape)
    const value = at(from.data, keys)
    if (value === undefined) return `${path} is not there`
    const parents = keys.map((_, depth) => at(from.data, keys.slice(0, depth)))
    const isMeant = isValues(value)
      ? to !== null && selects(value, to)
      : saysName(String(value), relation, from, to, path)
    if (!isMeant) return `${path} says ${JSON.stringify(value)}`
    if (to !== null && !isNamespaceMeant(String(JSON.stringify(parents.at(-1))), value, from, to))
      return `${path} is in ${from.namespace}, its target in ${to.namespace}`
  }
  return null
}

/** A value that names the target: by its name, as a part of a path, of an identity or of a host, or by what it brings. */
function saysName(value: string, relation: Relation, from: KubeObject, to: KubeObject | null, path: string): boolean {
  const { outside, missing } = relation
  if (outside !== null) return outside.includes(value) || value.includes(outside)
  const name = to?.name ?? missing?.name
  if (name == null) return false
  const host = value.replace(/:\d+$/, '')
  if (value === name || host.split('.')[0] === name || value.split('/').at(-1) === name) return true
  if (to === null) return value === missing?.key
  const spec = values(to.data['spec'])
  if (to.kind === 'ServiceEntry') return list(spec['hosts']).includes(host)
  if (to.kind === 'DestinationRule') return list(spec['subsets']).some(subset => values(subset)['name'] === value)
  if (to.kind === 'CustomResourceDefinition') return values(spec['names'])['kind'] === value
  if (to.kind.startsWith('Application')) return to.file.startsWith(value.replace(/^\.\/?/, ''))
  return from.kind === 'Namespace' && path.startsWith('/metadata/labels/') && to.namespace === from.name
}

/** A selector, a peer of a policy, or what holds one. */
function selects(value: Values, to: KubeObject): boolean {
  const own = labelsOf(to)
  if ('podSelector' in value || 'namespaceSelector' in value) {
    const pods = value['podSelector']
    // Of namespaces only the Namespace itself says its labels.
    const spaces = to.kind === 'Namespace' ? value['namespaceSelector'] : undefined
    return (pods === undefined || meets(values(pods), own)) && (spaces === undefined || meets(values(spaces), own))
  }
  return meets(isValues(value['labels']) && 'name' in value ? values(value['labels']) : value, own)
}

function meets(selector: Values, labels: Values): boolean {
  const isPlain = !('matchLabels' in selector) && !('matchExpressions' in selector)
  const pairs = Object.entries(isPlain ? selector : values(selector['matchLabels']))
  const terms = list(selector['matchExpressions']).map(values)
  return (
    pairs.every(([key, value]) => String(labels[key]) === String(value)) &&
    terms.every(({ key, operator, values: wanted }) => {
      const has = Object.hasOwn(labels, String(key))
      const isOne =
        has &&
        list(wanted)
          .map(String)
          .includes(String(labels[String(key)]))
      if (operator === 'Exists') return has
      if (operator === 'DoesNotExist') return !has
      return operator === 'In' ? isOne : !isOne
    })
  )
}

const TEMPLATES = [
  ['spec', 'template'],
  ['spec', 'jobTemplate', 'spec', 'template'],
]

/** The labels that count: of pods, where the object makes some. */
function labelsOf({ kind, name, data }: KubeObject): Values {
  const spec = values(data['spec'])
  if (kind === 'WorkloadGroup') return values(values(spec['metadata'])['labels'])
  const template = TEMPLATES.map(path => at(data, path)).find(each => isValues(values(each)['spec']))
  const labels = values(values(template === undefined ? data['metadata'] : values(template)['metadata'])['labels'])
  if (kind === 'WorkloadEntry') return { ...labels, ...values(spec['labels']) }
  return kind === 'Namespace' ? { ...labels, 'kubernetes.io/metadata.name': name } : labels
}

/** A target in another namespace must be meant: the place, or what stands beside it, says so. */
function isNamespaceMeant(beside: string, value: Value, from: KubeObject, to: KubeObject): boolean {
  if (from.namespace === null || to.namespace === null || from.namespace === to.namespace) return true
  if (beside.includes(`"${to.namespace}"`) || (typeof value === 'string' && value.includes(to.namespace))) return true
  const isWide = /"namespaceSelector"|"namespaces"|NamespaceSelector"/.test(beside)
  const isOfMesh = from.kind === 'Gateway' && from.group === 'networking.istio.io'
  return isWide || isOfMesh || from.namespace === 'istio-system' || to.kind === 'ServiceEntry'
}

function at(value: Value, keys: readonly string[]): Value {
  let found = value
  for (const key of keys) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined
    found = Object.entries(found).find(([name]) => name === key)?.[1]
  }
  return found
}

function unescape(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~')
}

function isValues(value: Value): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function values(value: Value): Values {
  return isValues(value) ? value : {}
}

function list(value: Value): readonly Value[] {
  return Array.isArray(value) ? value : []
}
