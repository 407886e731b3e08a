import { titleOf } from '../relations/title'
import { folderOf } from '../workspace/file-paths'
import type { KubeObject } from '../workspace/kube-object'
import { samePlain } from '../yaml/edit/patch-plain'
import type { Check } from './check'

/**
 * An object that a cluster would take for one before it. Never an error, and told once, at the later one: overlays,
 * alternatives and namespaces that each file brings along repeat names on purpose. A warning where one folder (which
 * `kubectl apply -f` takes as a whole) says different things of one object, so that the later one wins.
 */
export const duplicateObject: Check = ({ object, doubles }) => {
  const earlier = doubles.slice(
    0,
    doubles.findIndex(({ id }) => id === object.id),
  )
  const beside = earlier.filter(({ file }) => folderOf(file) === folderOf(object.file))
  const other = beside.find(each => differ(each, object)) ?? beside[0] ?? earlier[0]
  if (!other) return []
  const isOverridden = beside.includes(other) && differ(other, object)
  const where = other.file === object.file ? 'a second time in this file' : `also in ${other.file}`
  const namespace = object.namespace === null ? '' : ` of namespace ${object.namespace}`
  return [
    {
      code: 'duplicate-object',
      severity: isOverridden ? 'warning' : 'info',
      message: `${titleOf(object)}${namespace} is ${where}${isOverridden ? ': the one that is applied last wins' : ''}`,
      path: '/metadata/name',
      fix: isOverridden ? 'Rename or remove one of them, unless only one of the files is applied.' : null,
    },
  ]
}

function differ(a: KubeObject, b: KubeObject): boolean {
  return !samePlain(a.data, b.data)
}
