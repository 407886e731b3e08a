import type { Schema } from '../../../shared/kinds/schemas/schema'
import { isMap, listAt, valueAt } from '../../../shared/yaml/plain'
import type { PlainValue } from '../../../shared/yaml/plain'
import { shownText } from './typed-value'

/** Where an item says what it is, for lists that don't say it themselves. */
const telling = [
  ['name'],
  ['host'],
  ['path'],
  ['kind'],
  ['type'],
  ['configMapRef', 'name'],
  ['secretRef', 'name'],
  ['key'],
] as const

/** What an item of a list is called: by its name, by the keys that the server tells items apart by, or by its number. */
export function itemTitle(list: Schema, item: PlainValue, index: number): string {
  const number = String(index + 1)
  if (!isMap(item)) return number
  // A rule of a Role is known by what it is about.
  const about = [...listAt(item, 'resources'), ...listAt(item, 'nonResourceURLs')]
  if (about.length > 0 && about.every(each => typeof each === 'string')) return `${number}: ${about.join(', ')}`
  const own = [['name'], ...(list.listMapKeys ?? []).map(key => [key]), ...telling]
  for (const path of own) {
    const said = valueAt(item, path)
    if (said !== undefined && said !== null && said !== '' && typeof said !== 'object') return shownText(said)
  }
  return number
}
