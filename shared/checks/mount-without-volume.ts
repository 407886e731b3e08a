import { listAt, textAt } from '../yaml/plain'
import type { Check } from './check'
import { checkedPodOf, isKind, refused } from './refused'

/** A container that mounts a volume which its pod doesn't have. */
export const mountWithoutVolume: Check = ({ object }) => {
  const pod = checkedPodOf(object)
  if (!pod) return []
  const claims = isKind(object, 'apps', 'StatefulSet') ? listAt(object.data, 'spec', 'volumeClaimTemplates') : []
  const volumes = new Set([
    ...listAt(pod.spec, 'volumes').map(volume => textAt(volume, 'name')),
    ...claims.map(claim => textAt(claim, 'metadata', 'name')),
  ])
  return pod.containers.flatMap(({ path, container }) =>
    listAt(container, 'volumeMounts').flatMap((mount, index) => {
      const name = textAt(mount, 'name')
      if (name === null || volumes.has(name)) return []
      const at = [...path, 'volumeMounts', String(index), 'name']
      const fix = `Add a volume ${name} to the pod, or mount one that it has.`
      return [refused('mount-without-volume', at, `The pod has no volume ${name}`, fix)]
    }),
  )
}
