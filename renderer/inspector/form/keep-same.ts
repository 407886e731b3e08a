import { BigInteger, isList, isMap } from '../../../shared/yaml/plain'
import type { PlainMap, PlainValue } from '../../../shared/yaml/plain'

/**
 * `after`, with every part that says what it said in `before` being that very part. After an edit an object's data are
 * read anew; a form that holds hundreds of fields draws those again whose value is another.
 */
export function keepSame(before: PlainValue | undefined, after: PlainValue): PlainValue {
  if (before === after || before === undefined) return after
  if (isList(before) && isList(after)) {
    const items = after.map((item, n) => keepSame(before[n], item))
    return before.length === items.length && items.every((item, n) => item === before[n]) ? before : items
  }
  if (isMap(before) && isMap(after)) return keepSameMap(before, after)
  const isSameBig = before instanceof BigInteger && after instanceof BigInteger && before.digits === after.digits
  return isSameBig ? before : after
}

/** The same for a map: its keys in another order make it another one. */
export function keepSameMap(before: PlainMap, after: PlainMap): PlainMap {
  const keys = Object.keys(after)
  const keysBefore = Object.keys(before)
  const map: Record<string, PlainValue> = {}
  for (const [key, value] of Object.entries(after))
    map[key] = keepSame(Object.hasOwn(before, key) ? before[key] : undefined, value)
  const isSame =
    keys.length === keysBefore.length && keys.every((key, n) => key === keysBefore[n] && map[key] === before[key])
  return isSame ? before : map
}
