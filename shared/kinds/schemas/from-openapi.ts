import type { Schema, SchemaRule, SchemaType } from './schema'

/** A schema as /openapi/v3 and CustomResourceDefinitions write it. */
export type OpenApiSchema = { readonly [key: string]: unknown }

/** OpenAPI's long names without what they share: io.k8s.api.apps.v1.Deployment is apps.v1.Deployment. */
export function shortName(name: string): string {
  return name
    .replace(/^io\.k8s\.apimachinery\.pkg\.apis\.meta\./, 'meta.')
    .replace(/^io\.k8s\.apimachinery\.pkg\.(api|util|runtime)\./, 'meta.')
    .replace(/^io\.k8s\.apimachinery\.pkg\.runtime$/, 'meta.runtime')
    .replace(/^io\.k8s\.(api|kube-aggregator\.pkg\.apis|apiextensions-apiserver\.pkg\.apis)\./, '')
}

/** Keywords of OpenAPI that mean the same here under the same name. */
const kept = [
  'format',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'uniqueItems',
  'nullable',
] as const

const renamed = {
  'x-kubernetes-list-type': 'listType',
  'x-kubernetes-list-map-keys': 'listMapKeys',
  'x-kubernetes-map-type': 'mapType',
  'x-kubernetes-patch-merge-key': 'mergeKey',
  'x-kubernetes-patch-strategy': 'patchStrategy',
  'x-kubernetes-preserve-unknown-fields': 'preserveUnknown',
  'x-kubernetes-embedded-resource': 'embeddedResource',
} as const

/** A schema as this project keeps it: one level of wrapping less, Kubernetes' own types named, nothing that says nothing. */
export function compactSchema(schema: OpenApiSchema): Schema {
  const out: Record<string, unknown> = {}
  const single = listOf(schema.allOf)
  const reference = schema.$ref ?? (single.length === 1 ? recordOf(single[0]).$ref : undefined)
  if (typeof reference === 'string') out.ref = shortName(reference.replace('#/components/schemas/', ''))
  else {
    const type = typeOf(schema)
    if (type) out.type = type
  }
  if (typeof schema.description === 'string' && schema.description.trim()) out.description = schema.description.trim()
  if (schema.default !== undefined && !isEmptyMap(schema.default)) out.default = schema.default
  const choices = listOf(schema.enum)
  if (choices.length) out.enum = choices
  for (const key of kept) if (schema[key] !== undefined && schema[key] !== false) out[key] = schema[key]
  for (const [key, name] of Object.entries(renamed))
    if (schema[key] !== undefined && schema[key] !== false) out[name] = schema[key]
  if (out.type === 'int-or-string' || out.type === 'quantity') delete out.format
  const required = listOf(schema.required)
  if (required.length) out.required = required
  if (schema.properties)
    out.properties = mapValues(recordOf(schema.properties), value => compactSchema(recordOf(value)))
  if (typeof schema.additionalProperties === 'object' && schema.additionalProperties)
    out.additionalProperties = compactSchema(recordOf(schema.additionalProperties))
  if (schema.items) out.items = compactSchema(recordOf(schema.items))
  const rules = listOf(schema['x-kubernetes-validations']).map(rule => readRule(recordOf(rule)))
  if (rules.length) out.rules = rules
  if (out.type !== 'int-or-string' && out.type !== 'quantity') {
    for (const key of ['oneOf', 'anyOf'] as const) {
      const alternatives = listOf(schema[key]).map(each => compactSchema(recordOf(each)))
      if (alternatives.length) out[key] = alternatives
    }
    if (single.length > 1) out.allOf = single.map(each => compactSchema(recordOf(each)))
    if (schema.not) out.not = compactSchema(recordOf(schema.not))
  }
  return out
}

function typeOf(schema: OpenApiSchema): SchemaType | null {
  if (schema['x-kubernetes-int-or-string'] === true || schema.format === 'int-or-string') return 'int-or-string'
  if (isQuantity(schema)) return 'quantity'
  const type = schema.type
  if (
    type === 'object' ||
    type === 'array' ||
    type === 'string' ||
    type === 'integer' ||
    type === 'number' ||
    type === 'boolean'
  )
    return type
  return null
}

/** resource.Quantity is written as a choice of string and number without more. */
function isQuantity(schema: OpenApiSchema): boolean {
  const choices = listOf(schema.oneOf).map(each => recordOf(each).type)
  return choices.length === 2 && choices.includes('string') && choices.includes('number')
}

function readRule(rule: Record<string, unknown>): SchemaRule {
  return { rule: String(rule.rule), ...(typeof rule.message === 'string' ? { message: rule.message } : {}) }
}

/** OpenAPI gives every reference to an object the default {}, which says nothing. */
function isEmptyMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
