import type { Schema } from '../schemas/schema'

/** What a field holds, in a word: as problems call it. */
export function typeWord(schema: Schema): string {
  if (schema.enum) return 'choice'
  switch (schema.type ?? 'any') {
    case 'object':
      return 'map'
    case 'array':
      return 'list'
    case 'string':
      return schema.format === 'byte' ? 'base64' : schema.format === 'date-time' ? 'time' : 'text'
    case 'integer':
      return 'whole number'
    case 'number':
      return 'number'
    case 'boolean':
      return 'true or false'
    case 'int-or-string':
      return 'number or text'
    case 'quantity':
      return 'quantity'
    default:
      return schema.properties ? 'map' : 'anything'
  }
}
