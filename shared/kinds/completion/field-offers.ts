import type { Caret } from '../../yaml/completion/caret'
import type { KindSchema } from '../schemas/load'
import type { Schema } from '../schemas/schema'
import { resolveSchema } from '../schemas/walk'
import type { Offer } from './offer'
import { typeWord } from './type-word'

/** How lists below a key are written in the file: with the dash under the key, or two columns further. */
export type ListStyle = 'indented' | 'unindented'

/** The fields that can be added at a caret, the required ones first, and all that is missing as one. */
export function fieldOffers(schema: KindSchema, caret: Caret, style: ListStyle): readonly Offer[] {
  const at = schema.at(caret.path)?.schema
  // Below a key whose value is a list, an item is begun.
  const isItem = at?.type === 'array' && caret.column >= 0
  const holder = isItem && at.items ? resolveSchema(schema.definitions, at.items) : at
  if (!holder?.properties) return []
  const resolve = (field: Schema) => resolveSchema(schema.definitions, field)
  const written = new Set(isItem ? [] : caret.siblings)
  const required = (holder.required ?? []).filter(name => !written.has(name) && holder.properties?.[name])
  const layout = layoutOf(caret, style, isItem, resolve)
  const fields = Object.entries(holder.properties)
    .filter(([name]) => !written.has(name))
    .map(([name, property]): Offer => {
      const field = resolve(property)
      const isRequired = required.includes(name)
      return {
        label: name,
        type: 'field',
        detail: isRequired ? `${typeWord(field)}, required` : typeWord(field),
        about: field.description ?? '',
        insert: `${layout.prefix}${layout.field(name, field)}`,
        rank: isRequired ? 2 : name === 'status' ? -1 : 0,
        goesOn: isChoice(field),
      }
    })
  return [...missingTogether(required, holder, layout, resolve), ...fields]
}

/** The required fields that are missing as one offer, where there are several. */
function missingTogether(
  required: readonly string[],
  holder: Schema,
  layout: Layout,
  resolve: (field: Schema) => Schema,
): readonly Offer[] {
  if (required.length < 2) return []
  const texts = required.map(name => layout.field(name, resolve(holder.properties?.[name] ?? {})))
  return [
    {
      label: required.join(', '),
      type: 'field',
      detail: 'all that is required',
      about: `The fields that have to be here: ${required.join(', ')}.`,
      insert: layout.prefix + texts.join(layout.between),
      rank: 3,
      goesOn: false,
    },
  ]
}

type Layout = {
  readonly prefix: string
  /** Between two fields. */
  readonly between: string
  field(name: string, schema: Schema): string
}

/** How far to nest required fields of required fields: deep enough for a pod template's containers. */
const DEEPEST = 6

function layoutOf(caret: Caret, style: ListStyle, isItem: boolean, resolve: (field: Schema) => Schema): Layout {
  if (caret.column < 0) {
    const field = (name: string, { type }: Schema) =>
      `${name}: ${type === 'object' ? '{${}}' : type === 'array' ? '[${}]' : '${}'}`
    return { prefix: '', between: ', ', field }
  }
  // The editor gives new lines the indentation of the line that they are typed in.
  const first = caret.column - caret.lineColumn + (isItem ? 2 : 0)
  const block = (name: string, schema: Schema, indent: number, depth: number): string => {
    const isList = schema.type === 'array'
    const below = isList && schema.items ? resolve(schema.items) : schema
    const isMap = below.type === 'object' || below.properties !== undefined || below.additionalProperties !== undefined
    const value =
      schema.default !== undefined && typeof schema.default !== 'object' ? `\${${String(schema.default)}}` : '${}'
    if (!isList && !isMap) return `${name}: ${value}`
    const dash = isList ? '- ' : ''
    const start = indent + (isList && style === 'unindented' ? 0 : 2)
    const inner = start + dash.length
    const required = depth >= DEEPEST ? [] : (below.required ?? []).filter(key => below.properties?.[key])
    const lines = required.map(key => block(key, resolve(below.properties?.[key] ?? {}), inner, depth + 1))
    const body = lines.length === 0 ? '${}' : lines.join(`\n${' '.repeat(inner)}`)
    return `${name}:\n${' '.repeat(start)}${dash}${body}`
  }
  return {
    prefix: isItem ? '- ' : '',
    between: `\n${' '.repeat(first)}`,
    field: (name, schema) => block(name, schema, first, 0),
  }
}

function isChoice(schema: Schema): boolean {
  return schema.type === 'boolean' || schema.enum !== undefined
}
