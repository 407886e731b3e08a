import { printScalar, USUAL_WISH } from '../../yaml/print/scalar'
import type { KindSchema } from '../schemas/load'
import type { Offer } from './offer'

/** The values that a field can have: its choices, true and false, its default. */
export function valueOffers(schema: KindSchema, path: readonly string[]): readonly Offer[] {
  const field = schema.at(path)?.schema
  if (!field) return []
  const choices = field.enum ?? (field.type === 'boolean' ? [true, false] : [])
  const usual = field.default
  const all =
    typeof usual === 'string' || typeof usual === 'number' ? [...choices.filter(c => c !== usual), usual] : choices
  return all
    .filter(choice => choice !== '')
    .filter(choice => typeof choice === 'string' || typeof choice === 'boolean' || typeof choice === 'number')
    .map(choice => ({
      label: String(choice),
      type: 'value',
      detail: choice === usual ? 'default' : '',
      about: field.description ?? '',
      insert: typeof choice === 'string' ? printScalar(choice, { ...USUAL_WISH, flow: true }) : String(choice),
      rank: choice === usual ? 1 : 0,
      goesOn: false,
    }))
}
