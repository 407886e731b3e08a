import type { PlainValue } from '../../yaml/plain'
import type { Schema } from './schema'
import { resolveSchema, type Definitions } from './walk'

/** Numbers that everybody would write first. */
const usualNumbers: Readonly<Record<string, number>> = { containerPort: 8080, port: 80 }

/** The smallest value that a schema allows, as far as it says: what is required, and nothing else. */
export function smallestValue(schema: Schema, definitions: Definitions): PlainValue {
  return smallest(schema, definitions, 0)
}

function smallest(schema: Schema, definitions: Definitions, depth: number): PlainValue {
  const { default: standard } = schema
  const isSaid = typeof standard === 'boolean' || (typeof standard === 'string' && standard !== '')
  if (isSaid) return standard
  const [choice] = schema.enum ?? []
  if (typeof choice === 'string') return choice
  switch (schema.type) {
    case 'integer':
    case 'number':
      return typeof standard === 'number' && standard > 0 ? standard : Math.max(schema.minimum ?? 1, 1)
    case 'int-or-string':
      return 80
    case 'quantity':
      return '1'
    case 'boolean':
      return false
    case 'array':
      return []
    case 'string':
      return ''
    default: {
      if (!schema.properties || depth > 5) return schema.type === 'any' ? '' : {}
      const entries = (schema.required ?? []).map(key => {
        const field = resolveSchema(definitions, schema.properties?.[key] ?? {})
        return [key, usualNumbers[key] ?? smallest(field, definitions, depth + 1)] as const
      })
      return Object.fromEntries(entries)
    }
  }
}
