import { isMap, listAt, textAt, valueAt } from '../../yaml/plain'
import type { PlainMap } from '../../yaml/plain'

/** One condition of an object's status, as its controller wrote it. */
export type Condition = {
  readonly type: string
  readonly status: 'True' | 'False' | 'Unknown'
  readonly reason: string
  readonly message: string
}

/** The condition of a type, or null where the object has none. */
export function conditionOf(object: PlainMap, type: string): Condition | null {
  return conditionsOf(object).find(condition => condition.type === type) ?? null
}

/** Every condition of an object's status, in the order that they stand there. */
export function conditionsOf(object: PlainMap): readonly Condition[] {
  return listAt(object, 'status', 'conditions').flatMap(raw => {
    const status = textAt(raw, 'status')
    if (!isMap(raw) || (status !== 'True' && status !== 'False' && status !== 'Unknown')) return []
    const text = (key: string) => textAt(raw, key) ?? ''
    return [{ type: text('type'), status, reason: text('reason'), message: text('message') }]
  })
}

/** The number at a path; what isn't there, or isn't a number, counts as 0, as the API does. */
export function numberAt(object: PlainMap, ...path: readonly string[]): number {
  const value = valueAt(object, path)
  return typeof value === 'number' ? value : 0
}
