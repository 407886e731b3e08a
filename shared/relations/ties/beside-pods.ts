import { isMap, valueAt } from '../../yaml/plain'
import type { KindKey } from '../kind-key'
import { NO_DETAIL, type Reference } from '../reference'
import type { Tie } from '../rule'
import { mapSelector } from '../selector'
import { findPlaces, type PlacePattern } from '../source'

export type BesidePodsForm = {
  /** Where the name stands. */
  readonly at: PlacePattern
  readonly kind: KindKey
  /** The plain map of labels that selects the pods. */
  readonly selector: string
}

/** A tie by name to an object that must be in the namespace of the pods that the object selects, wherever they are. */
export function besidePods({ at, kind, selector }: BesidePodsForm): Tie {
  return source => {
    const labels = valueAt(source.object.data, selector.split('.'))
    const pods = isMap(labels) ? mapSelector(labels) : []
    return findPlaces(source, at).flatMap(({ path, value }): readonly Reference[] => {
      if (typeof value !== 'string' || value === '') return []
      const own = source.object.namespace ?? ''
      const target = { by: 'beside-pods', kind, name: value, pods, own } as const
      return [{ path, apart: '', optional: false, detail: NO_DETAIL, target }]
    })
  }
}
