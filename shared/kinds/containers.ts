import { isMap, listAt, textAt, type PlainMap } from '../yaml/plain'

export type ContainerRole = 'container' | 'init' | 'sidecar' | 'ephemeral'

export type PodContainer = {
  /** From the pod's spec: `['initContainers', '0']`. */
  readonly path: readonly string[]
  readonly role: ContainerRole
  readonly container: PlainMap
}

/** The containers of a pod's spec in the order that they start. Items that are no maps are left out. */
export function containersOf(podSpec: PlainMap): readonly PodContainer[] {
  return [
    ...containersAt(podSpec, 'initContainers', initRole),
    ...containersAt(podSpec, 'containers', () => 'container'),
    ...containersAt(podSpec, 'ephemeralContainers', () => 'ephemeral'),
  ]
}

function containersAt(podSpec: PlainMap, list: string, roleOf: (container: PlainMap) => ContainerRole): PodContainer[] {
  return listAt(podSpec, list).flatMap((container, index) =>
    isMap(container) ? [{ path: [list, String(index)], role: roleOf(container), container }] : [],
  )
}

/** An init container that is restarted always runs beside the others: Kubernetes' own sidecar. */
function initRole(container: PlainMap): ContainerRole {
  return textAt(container, 'restartPolicy') === 'Always' ? 'sidecar' : 'init'
}
