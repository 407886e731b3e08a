import { isMap, listAt, textAt, valueAt } from '../../yaml/plain'
import type { KindKey } from '../kind-key'
import type { Reference } from '../reference'
import type { Relation } from '../relation'
import type { Tie } from '../rule'
import { podSpecPath, type Found, type Source } from '../source'
import { byName } from './by-name'

/** How a volume refers to what it holds. */
export type VolumeForm = {
  /** The map that names it: `$pod.volumes.*.secret`. */
  readonly at: string
  readonly name: string
  readonly kind: KindKey
}

/**
 * A tie through a volume. Volumes stay apart, each its own relation; its first mount tells container and path. Keys that
 * its `items` name must be there.
 */
export function byVolume(form: VolumeForm): Tie {
  const whole = byName({
    ...form,
    detail: (found, source) => mountOf(source, volumeName(found, source)),
    apart: volumeNumber,
  })
  return source => whole(source).flatMap(reference => [reference, ...itemReferences(source, reference)])
}

/** A mount of a volume in a container. `path` is the mount's place inside the object. */
export type Mount = { readonly path: readonly string[]; readonly container: string; readonly mountPath: string }

/** Every container's mounts of a volume, block devices included. */
export function mountsOf(source: Source, volume: string): readonly Mount[] {
  return source.containers.flatMap(({ path, container }) =>
    ['volumeMounts', 'volumeDevices'].flatMap(list =>
      listAt(container, list).flatMap((mount, index) =>
        textAt(mount, 'name') === volume
          ? [
              {
                path: [...podSpecPath(source), ...path, list, String(index)],
                container: textAt(container, 'name') ?? '',
                mountPath: textAt(mount, 'mountPath') ?? textAt(mount, 'devicePath') ?? '',
              },
            ]
          : [],
      ),
    ),
  )
}

function mountOf(source: Source, volume: string): Relation['detail'] {
  const [first] = mountsOf(source, volume)
  return first === undefined ? { volume } : { volume, container: first.container, mountPath: first.mountPath }
}

function volumeName({ path }: Found, source: Source): string {
  return textAt(source.object.data, ...path.slice(0, volumeDepth(path)), 'name') ?? ''
}

function volumeNumber({ path }: Found): string {
  return `volume ${path[volumeDepth(path) - 1]}`
}

/** Path length up to the volume's item. `volumes` can't be a key above it: a pod spec holds none. */
function volumeDepth(path: readonly string[]): number {
  return path.indexOf('volumes') + 2
}

function itemReferences(source: Source, reference: Reference): readonly Reference[] {
  const { target } = reference
  if (target.by !== 'name') return []
  const holder = valueAt(source.object.data, reference.path.slice(0, -1))
  return listAt(holder, 'items').flatMap((item): readonly Reference[] => {
    const key = isMap(item) ? textAt(item, 'key') : null
    return key === null ? [] : [{ ...reference, target: { ...target, key } }]
  })
}
