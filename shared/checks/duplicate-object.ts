import { titleOf } from '../relations/title'
import { folderOf } from '../workspace/file-paths'
import type { Check } from './check'

/**
 * Two objects that a cluster would take for one. Never an error: overlays and alternatives repeat names on purpose, most
 * often in folders of their own; those are only told.
 */
export const duplicateObject: Check = ({ object, doubles }) => {
  const others = doubles.filter(({ id }) => id !== object.id)
  const other = others.find(({ file }) => folderOf(file) === folderOf(object.file)) ?? others[0]
  if (!other) return []
  const where = other.file === object.file ? 'a second time in this file' : `also in ${other.file}`
  const namespace = object.namespace === null ? '' : ` of namespace ${object.namespace}`
  return [
    {
      code: 'duplicate-object',
      severity: folderOf(other.file) === folderOf(object.file) ? 'warning' : 'info',
      message: `${titleOf(object)}${namespace} is ${where}: the one that is applied last wins`,
      path: '/metadata/name',
      fix: 'Rename or remove one of them, unless only one of the files is applied.',
    },
  ]
}
