import { nameKeyOf } from '../presence'
import { NO_DETAIL, type Reference } from '../reference'
import type { Tie } from '../rule'
import { findPlaces, type PlacePattern } from '../source'

/** A tie to a Namespace by its name. One that no manifest makes may be there all the same: then there is no tie. */
export function byNamespace(at: PlacePattern): Tie {
  return source =>
    findPlaces(source, at).flatMap(({ path, value }): readonly Reference[] => {
      if (typeof value !== 'string' || value === '') return []
      const keys = [nameKeyOf({ kind: 'Namespace', namespace: null, name: value })]
      const target = { by: 'lookup', keys, orElse: null, renamed: (name: string) => name } as const
      return [{ path, apart: '', optional: true, detail: NO_DETAIL, target }]
    })
}
