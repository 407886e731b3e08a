import { listAt, mapAt } from '../yaml/plain'
import type { Check } from './check'
import { isKind, refused } from './refused'

/** A volume or a claim for one that does not say how it may be mounted, or how large it is. */
export const claimIncomplete: Check = ({ object }) => {
  const isClaim = isKind(object, '', 'PersistentVolumeClaim')
  if (!isClaim && !isKind(object, '', 'PersistentVolume')) return []
  const size = isClaim ? mapAt(object.data, 'spec', 'resources', 'requests') : mapAt(object.data, 'spec', 'capacity')
  const lacks = (what: string, fix: string) =>
    refused('claim-incomplete', ['spec'], `${object.kind} says no ${what}`, fix)
  return [
    ...(listAt(object.data, 'spec', 'accessModes').length === 0
      ? [lacks('accessModes', 'Add accessModes, such as [ReadWriteOnce].')]
      : []),
    ...((size['storage'] ?? null) === null
      ? [lacks('size', `Add storage to ${isClaim ? 'resources.requests' : 'capacity'}, such as 1Gi.`)]
      : []),
  ]
}
