import { titleOf } from '../relations/title'
import type { Check } from './check'

/** A reference to an object that is in no file. One that may be missing, or that the cluster brings along, is only told. */
export const danglingReference: Check = ({ object, relations }) =>
  relations.flatMap(relation => {
    const { missing, optional } = relation
    const because = relation.because.find(place => place.object === object.id)
    if (relation.from !== object.id || !missing || missing.key !== null || !because) return []
    const target = `${missing.kind} ${missing.name}`
    const where = missing.namespace === null ? '' : ` of namespace ${missing.namespace}`
    return [
      {
        code: 'dangling-reference',
        severity: optional ? 'info' : 'error',
        message: `${titleOf(object)} refers to ${target}, which is in no file${where}`,
        path: because.path,
        fix: optional ? null : `Create ${target}, or name one that is there.`,
      },
    ]
  })
