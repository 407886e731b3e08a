import type { Schema } from '../../../shared/kinds/schemas/schema'
import type { PlainMap } from '../../../shared/yaml/plain'

/** Which fields of a map are shown: what the kind wants seen, what is required, what is written, what was just asked for. */
export function shownKeys(
  schema: Schema,
  value: PlainMap,
  pinned: readonly string[],
  asked: readonly string[],
): readonly string[] {
  const known = (key: string): boolean => !schema.properties || Object.hasOwn(schema.properties, key)
  const isWritten = (key: string): boolean => Object.hasOwn(value, key)
  return [
    ...new Set([
      ...pinned.filter(key => known(key) || isWritten(key)),
      ...(schema.required ?? []),
      ...Object.keys(value),
      ...asked.filter(known),
    ]),
  ]
}

/** A field that could be added. */
export type FieldOffer = { readonly key: string; readonly description: string }

/** The fields that a map could have besides those shown, best first for the words typed: by name, then by description. */
export function fieldOffers(schema: Schema, shown: ReadonlySet<string>, words: string): readonly FieldOffer[] {
  const asked = words.trim().toLowerCase()
  return Object.entries(schema.properties ?? {})
    .filter(([key]) => !shown.has(key))
    .map(([key, field]) => ({ key, description: field.description ?? '' }))
    .map(offer => ({ offer, rank: rankOf(offer, asked) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .toSorted((a, b) => a.rank - b.rank || (a.offer.key < b.offer.key ? -1 : 1))
    .map(({ offer }) => offer)
}

const NO_MATCH = 3

function rankOf({ key, description }: FieldOffer, asked: string): number {
  const name = key.toLowerCase()
  if (name.startsWith(asked)) return 0
  if (name.includes(asked)) return 1
  return description.toLowerCase().includes(asked) ? 2 : NO_MATCH
}
