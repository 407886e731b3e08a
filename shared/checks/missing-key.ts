import { titleOf } from '../relations/title'
import type { Check } from './check'

/** A reference to a key that the ConfigMap or Secret, which is there, doesn't have: its container would not start. */
export const missingKey: Check = ({ object, relations }) =>
  relations.flatMap(relation => {
    const { missing, optional } = relation
    const because = relation.because.find(place => place.object === object.id)
    if (relation.from !== object.id || !missing || missing.key === null || !because) return []
    const target = `${missing.kind} ${missing.name}`
    return [
      {
        code: 'missing-key',
        severity: optional ? 'info' : 'error',
        message: `${titleOf(object)} reads ${missing.key} of ${target}, which has no such key`,
        path: because.path,
        fix: optional ? null : `Add ${missing.key} to ${target}, or name a key that it has.`,
      },
    ]
  })
