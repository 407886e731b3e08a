import type { Problem } from '../../shared/checks/problem'
import { kindRow } from '../../shared/kinds/kinds'
import type { KubeObject, ObjectId } from '../../shared/workspace/kube-object'
import type { Filter } from '../store/state'

/**
 * The objects that a filter lets through; null when it lets all through. Words are looked for in kind, name and
 * namespace, each of them. With a namespace, cluster-scoped objects stay: they belong to all.
 */
export function shownObjects(
  objects: readonly KubeObject[],
  problems: ReadonlyMap<ObjectId, readonly Problem[]>,
  filter: Filter,
): ReadonlySet<ObjectId> | null {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
  const { hiddenFamilies, namespace, problemsOnly } = filter
  if (words.length === 0 && hiddenFamilies.size === 0 && namespace === null && !problemsOnly) return null

  const isShown = (object: KubeObject) => {
    if (hiddenFamilies.size > 0 && hiddenFamilies.has(kindRow(object.group, object.kind).family)) return false
    if (namespace !== null && object.namespace !== null && object.namespace !== namespace) return false
    if (problemsOnly && !problems.get(object.id)?.some(problem => problem.severity !== 'info')) return false
    const said = `${object.kind} ${object.name ?? ''} ${object.namespace ?? ''}`.toLowerCase()
    return words.every(word => said.includes(word))
  }
  return new Set(objects.filter(isShown).map(object => object.id))
}
