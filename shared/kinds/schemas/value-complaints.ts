import { BigInteger, isList, isMap, type PlainValue } from '../../yaml/plain'
import type { Schema } from './schema'

/** Why a value can't be of the schema's type, as a sentence, or null. Kubernetes never turns one type into another. */
export function typeComplaint(schema: Schema, value: PlainValue): string | null {
  const is = typeOfValue(value)
  const type = schema.type ?? 'any'
  switch (type) {
    case 'any':
      return null
    case 'object':
      return is === 'map' ? null : `a map is wanted here, and this is ${named[is]}`
    case 'array':
      return is === 'list' ? null : `a list is wanted here, and this is ${named[is]}`
    case 'string':
      return is === 'text' ? null : `text is wanted here, and this is ${named[is]}${quoteHint(is)}`
    case 'boolean':
      return is === 'boolean' ? null : `true or false is wanted here, and this is ${named[is]}`
    case 'integer':
      return is === 'integer' ? null : `a whole number is wanted here, and this is ${named[is]}`
    case 'number':
      return is === 'integer' || is === 'number' ? null : `a number is wanted here, and this is ${named[is]}`
    case 'int-or-string':
      return is === 'integer' || is === 'text'
        ? null
        : `a whole number or text is wanted here, and this is ${named[is]}`
    case 'quantity':
      return quantityComplaint(value)
  }
}

/** Why a value of the right type is none that the schema allows: its format, pattern and bounds. */
export function formatComplaint(schema: Schema, value: PlainValue): string | null {
  if (typeof value === 'string') return textComplaint(schema, value)
  if (isList(value)) {
    if (schema.minItems !== undefined && value.length < schema.minItems)
      return `at least ${schema.minItems} items are wanted`
    if (schema.maxItems !== undefined && value.length > schema.maxItems)
      return `at most ${schema.maxItems} items are allowed`
    return null
  }
  if (isMap(value)) {
    const size = Object.keys(value).length
    if (schema.minProperties !== undefined && size < schema.minProperties)
      return `at least ${schema.minProperties} entries are wanted`
    if (schema.maxProperties !== undefined && size > schema.maxProperties)
      return `at most ${schema.maxProperties} entries are allowed`
    return null
  }
  if (typeof value === 'number' || value instanceof BigInteger) return numberComplaint(schema, value)
  return null
}

function textComplaint(schema: Schema, text: string): string | null {
  // The server counts code points.
  const length = [...text].length
  if (schema.minLength !== undefined && length < schema.minLength)
    return `at least ${schema.minLength} characters are wanted`
  if (schema.maxLength !== undefined && length > schema.maxLength)
    return `at most ${schema.maxLength} characters are allowed`
  if (schema.pattern !== undefined && patternOf(schema.pattern)?.test(text) === false)
    return `it has to match ${schema.pattern}`
  if (schema.format === 'byte' && !isBase64(text)) return 'it has to be base64'
  if (schema.format === 'date-time' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:\d\d)$/.test(text))
    return 'it has to be a time such as 2026-01-31T12:00:00Z'
  return null
}

function numberComplaint(schema: Schema, value: number | BigInteger): string | null {
  if (schema.format === 'int32' && (value instanceof BigInteger || Math.abs(value) > 2 ** 31))
    return 'it has to fit into 32 bits'
  if (value instanceof BigInteger) return null
  if (schema.minimum !== undefined && value < schema.minimum) return `at least ${schema.minimum} is wanted`
  if (schema.maximum !== undefined && value > schema.maximum) return `at most ${schema.maximum} is allowed`
  return null
}

/** k8s.io/apimachinery/pkg/api/resource: a number and a binary, decimal or exponent suffix. */
function quantityComplaint(value: PlainValue): string | null {
  if (typeof value === 'number' || value instanceof BigInteger) return null
  if (typeof value !== 'string')
    return `a quantity such as 500m or 2Gi is wanted here, and this is ${named[typeOfValue(value)]}`
  return /^[-+]?(\d+\.?\d*|\.\d+)([KMGTPE]i|[numkMGTPE]|[eE][-+]?\d+)?$/.test(value)
    ? null
    : `${value} is no quantity such as 500m or 2Gi`
}

type ValueType = 'map' | 'list' | 'text' | 'boolean' | 'integer' | 'number' | 'null'
const named: Readonly<Record<ValueType, string>> = {
  map: 'a map',
  list: 'a list',
  text: 'text',
  boolean: 'true or false',
  integer: 'a number',
  number: 'a number with a fraction',
  null: 'nothing',
}

function typeOfValue(value: PlainValue): ValueType {
  if (value === null) return 'null'
  if (value instanceof BigInteger) return 'integer'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'string') return 'text'
  return isList(value) ? 'list' : 'map'
}

/** Numbers and words such as `yes` are the usual slip: they need quotes to be text. */
function quoteHint(is: ValueType): string {
  return is === 'integer' || is === 'number' || is === 'boolean' ? ': put it in quotes' : ''
}

function isBase64(text: string): boolean {
  const packed = text.replace(/[\r\n]/g, '')
  return packed.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(packed)
}

const patterns = new Map<string, RegExp | null>()
/** Go's regular expressions (RE2) as JavaScript's; null for the few that JavaScript can't read. */
function patternOf(source: string): RegExp | null {
  const known = patterns.get(source)
  if (known !== undefined) return known
  let made: RegExp | null
  try {
    made = new RegExp(source, 'u')
  } catch {
    // What can't be checked here is left to the server: no finding is better than a wrong one.
    made = null
  }
  patterns.set(source, made)
  return made
}
