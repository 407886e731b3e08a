import { hostTarget } from '../hosts'
import { NO_DETAIL, type Reference } from '../reference'
import type { Relation } from '../relation'
import type { Tie } from '../rule'
import { findPlaces, type Found, type PlacePattern, type Source } from '../source'

export type HostForm = {
  /** Where the host itself stands. */
  readonly at: PlacePattern
  /** The host may be one that nothing in the design brings. */
  readonly optional?: boolean
  /** Which values name a host; by default all. */
  readonly isHost?: (value: string) => boolean
  readonly detail?: (found: Found, source: Source) => Relation['detail']
  readonly apart?: (found: Found, source: Source) => string
}

/** A tie by a host: a Service of the cluster, whatever brings the host, else the outside. */
export function byHost({ at, optional = false, isHost = () => true, detail, apart }: HostForm): Tie {
  return source =>
    findPlaces(source, at).flatMap((found): readonly Reference[] =>
      typeof found.value === 'string' && found.value !== '' && isHost(found.value)
        ? [
            {
              path: found.path,
              apart: apart?.(found, source) ?? '',
              optional,
              detail: detail?.(found, source) ?? NO_DETAIL,
              target: hostTarget(found.value, source.object.namespace ?? ''),
            },
          ]
        : [],
    )
}

export type OutsideForm = {
  readonly at: PlacePattern
  /** What stands for the place outside; null where there is none. By default the value itself. */
  readonly name?: (value: string, source: Source) => string | null
}

/** A tie to something that is no object: a host, an address, a person. */
export function outside({ at, name = value => value }: OutsideForm): Tie {
  return source =>
    findPlaces(source, at).flatMap(({ path, value }): readonly Reference[] => {
      const title = typeof value === 'string' && value !== '' ? name(value, source) : null
      return title === null
        ? []
        : [{ path, apart: '', optional: false, detail: NO_DETAIL, target: { by: 'outside', name: title } }]
    })
}
