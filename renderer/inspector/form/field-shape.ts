import type { InspectorField } from '../../../shared/kinds/kind-row'
import type { Schema } from '../../../shared/kinds/schemas/schema'
import { isList, isMap } from '../../../shared/yaml/plain'
import type { PlainValue } from '../../../shared/yaml/plain'

/** What kind of control a field is changed with. */
export type FieldShape =
  | { readonly type: 'switch' }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  | { readonly type: 'number' }
  | { readonly type: 'text' }
  /** Free keys, with values that are alike. */
  | { readonly type: 'map'; readonly values: Schema }
  | { readonly type: 'list'; readonly items: Schema }
  | { readonly type: 'object' }

/** A field about which nothing is known. */
export const ANYTHING: Schema = { type: 'any' }

/**
 * The control of a field, by its schema and, where the schema leaves it open, by what is written. A value of another
 * structure than the schema wants is shown as what it is: it can't be edited as something else.
 */
export function shapeOf(schema: Schema, value: PlainValue | undefined, hint: InspectorField | null): FieldShape {
  if (isMap(value)) return mapShape(schema)
  if (isList(value)) return { type: 'list', items: schema.items ?? ANYTHING }
  if (value === undefined || value === null) return wantedShape(schema, hint)
  const wanted = wantedShape(schema, hint)
  const isStructure = wanted.type === 'map' || wanted.type === 'list' || wanted.type === 'object'
  if (schema.type === 'any' && typeof value === 'boolean') return { type: 'switch' }
  if (wanted.type === 'switch' && typeof value !== 'boolean') return { type: 'text' }
  return isStructure ? { type: 'text' } : wanted
}

/** Whether a field takes more than a line: those stand in sections and groups of their own. */
export function isStructure({ type }: FieldShape): boolean {
  return type === 'map' || type === 'list' || type === 'object'
}

function wantedShape(schema: Schema, hint: InspectorField | null): FieldShape {
  const choices = schema.enum?.filter(choice => typeof choice === 'string') ?? hint?.choices
  if (choices !== undefined && choices.length > 0) return { type: 'choice', choices }
  switch (schema.type) {
    case 'boolean':
      return { type: 'switch' }
    case 'integer':
    case 'number':
      return { type: 'number' }
    case 'array':
      return { type: 'list', items: schema.items ?? ANYTHING }
    case 'object':
      return mapShape(schema)
    case 'string':
    case 'quantity':
    case 'int-or-string':
      return { type: 'text' }
    default:
      return schema.properties ? { type: 'object' } : hintedShape(hint)
  }
}

function mapShape({ properties, additionalProperties }: Schema): FieldShape {
  if (properties) return { type: 'object' }
  return { type: 'map', values: additionalProperties ?? ANYTHING }
}

/** What the kind's own row says, for as long as there is no schema. */
function hintedShape(hint: InspectorField | null): FieldShape {
  if (hint?.input === 'map') return { type: 'map', values: ANYTHING }
  if (hint?.input === 'lines') return { type: 'list', items: ANYTHING }
  if (hint?.input === 'switch' || hint?.input === 'number') return { type: hint.input }
  return { type: 'text' }
}
