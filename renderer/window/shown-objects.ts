import type { Problem } from '../../shared/checks/problem'
import { kindRow } from '../../shared/kinds/kinds'
import { boxOf } from '../../shared/picture/cards-of'
import type { KubeObject, ObjectId } from '../../shared/workspace/kube-object'
import type { Filter } from '../store/state'
import { testOf } from './filter-words'

/**
 * The objects that a filter lets through; null when it lets all through. What the words may ask stands in
 * filter-words.ts. With a namespace, cluster-scoped objects stay, other Namespaces apart: they belong to all.
 */
export function shownObjects(
  objects: readonly KubeObject[],
  problems: ReadonlyMap<ObjectId, readonly Problem[]>,
  filter: Filter,
): ReadonlySet<ObjectId> | null {
  const { hiddenFamilies, namespace, problemsOnly } = filter
  const text = filter.text.trim()
  if (text === '' && hiddenFamilies.size === 0 && namespace === null && !problemsOnly) return null

  const says = testOf(text)
  const isShown = (object: KubeObject) => {
    if (hiddenFamilies.size > 0 && hiddenFamilies.has(kindRow(object.group, object.kind).family)) return false
    const box = boxOf(object)
    if (namespace !== null && box !== null && box !== namespace) return false
    const found = problems.get(object.id) ?? NO_PROBLEMS
    if (problemsOnly && !found.some(problem => problem.severity !== 'info')) return false
    return says(object, found)
  }
  return new Set(objects.filter(isShown).map(object => object.id))
}

const NO_PROBLEMS: readonly Problem[] = []
