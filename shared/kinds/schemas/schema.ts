/**
 * What the API server says of a field. The generated files (data/, made by build/schemas) hold these; a
 * CustomResourceDefinition of the workspace is read into the same shape.
 */
export type Schema = {
  /** The name of a definition that says the rest; `description` and `default` beside it win. */
  readonly ref?: string
  /** `int-or-string`, `quantity` and `any` are Kubernetes' own; the rest are JSON's. */
  readonly type?: SchemaType
  readonly description?: string
  /** int32, int64, double, byte (base64), date-time … */
  readonly format?: string
  readonly default?: unknown
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minProperties?: number
  readonly maxProperties?: number
  readonly uniqueItems?: boolean
  readonly nullable?: boolean
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  /** The values of a map with free keys. */
  readonly additionalProperties?: Schema
  readonly items?: Schema
  /** Server-side apply: how a list is merged, and by which keys its items are told apart. */
  readonly listType?: 'atomic' | 'set' | 'map'
  readonly listMapKeys?: readonly string[]
  readonly mapType?: 'atomic' | 'granular'
  /** Strategic merge patch. */
  readonly mergeKey?: string
  readonly patchStrategy?: string
  /** Fields that the schema doesn't name are kept. */
  readonly preserveUnknown?: boolean
  /** The value is a whole object with apiVersion, kind and metadata. */
  readonly embeddedResource?: boolean
  /** Structural alternatives that a value has to meet besides. */
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly not?: Schema
  /** CEL rules of custom resources. */
  readonly rules?: readonly SchemaRule[]
}

export type SchemaType =
  'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'int-or-string' | 'quantity' | 'any'

export type SchemaRule = { readonly rule: string; readonly message?: string }

/** A kind that the server serves: what discovery says of it, and the definition of its objects. */
export type SchemaKind = {
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly plural: string
  readonly shortNames?: readonly string[]
  readonly scope: 'namespaced' | 'cluster'
  /** The file of data/ and the definition's name; '' for a kind that the workspace itself defines. */
  readonly file: string
  readonly definition: string
}

/** A generated file: definitions by name. A definition may be the name of another that is equal to it. */
export type SchemaFile = {
  /** Other files that its references lead to, directly or not. */
  readonly needs: readonly string[]
  readonly definitions: Readonly<Record<string, Schema | string>>
}

/** How a Kubernetes version differs from the one that the files hold: JSON merge patches (RFC 7396) by definition; null removes. */
export type SchemaDifference = {
  readonly version: string
  readonly definitions: Readonly<Record<string, unknown>>
  readonly addedKinds: readonly SchemaKind[]
  /** `group/version/Kind` */
  readonly removedKinds: readonly string[]
}
