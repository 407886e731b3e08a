import type { PlainValue } from '../../yaml/plain'
import { parsePointer } from '../../yaml/pointer'
import { wirePath, type WirePlace } from './place-of-wire'
import { put, takeOut } from './steps'
import { isRefusal, PLAIN_WIRE, type Ends, type WireForm } from './wire-form'

/** A wire that is one field: writing it again leads elsewhere, taking it back removes it. */
export type FieldForm = Pick<WireForm, 'to' | 'label'> &
  Partial<Pick<WireForm, 'rank' | 'fits' | 'against' | 'crosses'>> & {
    readonly at: WirePlace
    /** By default the target's name. */
    readonly value?: (ends: Ends) => PlainValue
  }

export function setField({ at, value, ...form }: FieldForm): WireForm {
  return {
    ...PLAIN_WIRE,
    ...form,
    write: ends => {
      const { object } = ends.from
      const path = wirePath(ends.from, at, {})
      if (isRefusal(path)) return path
      const written = value === undefined ? (ends.to.object.name ?? '') : value(ends)
      return [{ object: object.id, patch: [put(object.data, path, written)] }]
    },
    unwrite: (from, relations) => {
      const path = wirePath(from, at, {})
      if (isRefusal(path)) return path
      const fields = relations.flatMap(({ because }) => because.map(place => parsePointer(place.path)))
      return [
        {
          object: from.object.id,
          patch: takeOut(
            from.object.data,
            fields.map(field => field.slice(0, path.length)),
          ),
        },
      ]
    },
  }
}
