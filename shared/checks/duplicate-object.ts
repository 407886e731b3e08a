import { titleOf } from '../relations/title'
import type { Check } from './check'

/**
 * Two objects that a cluster would take for one. A warning, never an error: overlays and alternatives in one folder
 * repeat names on purpose.
 */
export const duplicateObject: Check = ({ object, doubles }) => {
  const other = doubles.find(double => double.id !== object.id)
  if (!other) return []
  const where = other.file === object.file ? 'a second time in this file' : `also in ${other.file}`
  const namespace = object.namespace === null ? '' : ` of namespace ${object.namespace}`
  return [
    {
      code: 'duplicate-object',
      severity: 'warning',
      message: `${titleOf(object)}${namespace} is ${where}: the one that is applied last wins`,
      path: '/metadata/name',
      fix: 'Rename or remove one of them, unless only one of the files is applied.',
    },
  ]
}
