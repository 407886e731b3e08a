import type { KindSchema } from '../schemas/load'
import type { SchemaKind } from '../schemas/schema'
import { fieldOffers } from './field-offers'
import { kindOffers } from './kind-offers'
import { nameOffers, type DesignNames } from './name-offers'
import type { Offer } from './offer'
import type { Place } from './place'
import { valueOffers } from './value-offers'

/** What completion may look at besides the text. */
export type OfferSources = {
  /** The schema of the document's kind, where it has one. */
  readonly schema: KindSchema | null
  readonly served: readonly SchemaKind[]
  readonly names: DesignNames
}

/** Everything that can be written at a place, each once, the most likely first. */
export function offersAt(text: string, place: Place, { schema, served, names }: OfferSources): readonly Offer[] {
  const ofSchema = schema ? schemaOffers(schema, place) : headOffers(place)
  const offers = [...kindOffers(place, served), ...nameOffers(text, place, names), ...ofSchema]
  const first = new Map<string, Offer>()
  for (const offer of offers) if (!first.has(offer.label)) first.set(offer.label, offer)
  return [...first.values()].sort((a, b) => b.rank - a.rank)
}

function schemaOffers(schema: KindSchema, place: Place): readonly Offer[] {
  const { caret, listStyle } = place
  if (caret.role === 'value') return valueOffers(schema, caret.path)
  const fields = fieldOffers(schema, caret, listStyle)
  // An item of a list of choices looks like a key until it is written.
  return fields.length > 0 ? fields : valueOffers(schema, caret.path)
}

/** What every object has, for kinds that nothing is known about and documents that say no kind yet. */
function headOffers({ caret }: Place): readonly Offer[] {
  if (caret.role !== 'key' || caret.path.length > 0) return []
  return ['apiVersion', 'kind', 'metadata']
    .filter(key => !caret.siblings.includes(key))
    .map(key => ({
      label: key,
      type: 'field',
      detail: 'required',
      about: '',
      insert: key === 'metadata' ? 'metadata:\n  name: ${}' : `${key}: \${}`,
      rank: 2,
      goesOn: key !== 'metadata',
    }))
}
