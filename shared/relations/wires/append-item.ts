import type { Refusal } from '../../workspace/change'
import type { PlainMap } from '../../yaml/plain'
import { parsePointer } from '../../yaml/pointer'
import type { WireAnswers } from '../relation'
import { wirePath, type WirePlace } from './place-of-wire'
import { append, itemIn, takeOut } from './steps'
import { isRefusal, PLAIN_WIRE, type Ends, type WireForm } from './wire-form'

/** A wire that is one item of a list. */
export type ItemForm = Pick<WireForm, 'to' | 'label'> &
  Partial<Pick<WireForm, 'rank' | 'fits' | 'against' | 'asks' | 'crosses'>> & {
    readonly list: WirePlace
    readonly item: (ends: Ends, answers: WireAnswers) => PlainMap | string | Refusal
  }

/** Taking it back removes every item that the relation stands in. */
export function appendItem({ list, item, ...form }: ItemForm): WireForm {
  const listName = list.slice(list.lastIndexOf('.') + 1)
  return {
    ...PLAIN_WIRE,
    ...form,
    write: (ends, answers) => {
      const { object } = ends.from
      const path = wirePath(ends.from, list, answers)
      if (isRefusal(path)) return path
      const made = item(ends, answers)
      if (isRefusal(made)) return made
      return [{ object: object.id, patch: [append(object.data, path, made)] }]
    },
    unwrite: (from, relations) => {
      const items = relations.flatMap(({ because }) => because.map(({ path }) => itemIn(parsePointer(path), listName)))
      return [{ object: from.object.id, patch: takeOut(from.object.data, items) }]
    },
  }
}
