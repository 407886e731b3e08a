import { samePlain } from '../yaml/edit/patch-plain'
import { isList, isMap, type PlainMap, type PlainValue } from '../yaml/plain'

const MASK = '*****'

/** Whether an object's values are secret. */
export function isSecret({ apiVersion, kind }: PlainMap): boolean {
  return apiVersion === 'v1' && kind === 'Secret'
}

/** An object of which no secret value is left; any other object as it is. */
export function maskSecret(object: PlainMap): PlainMap {
  return isSecret(object) ? eachValue(object, () => MASK) : object
}

/**
 * Two states of one object with secret values masked, so that it still shows which of them differ, as `kubectl diff`
 * does.
 */
export function maskBoth(before: PlainMap | null, after: PlainMap | null): [PlainMap | null, PlainMap | null] {
  if (!isSecret(after ?? before ?? {})) return [before, after]
  const mask = (object: PlainMap | null, other: PlainMap | null, word: string): PlainMap | null =>
    object &&
    eachValue(object, (value, field, key) => {
      const there = other && fieldOf(other, field)[key]
      return there === null || there === undefined || samePlain(there, value) ? MASK : `${MASK} (${word})`
    })
  return [mask(before, after, 'before'), mask(after, before, 'after')]
}

/**
 * Every secret value of an object as it is written, however wrongly it is placed; for taking them out of messages: a
 * server repeats what it refuses.
 */
export function secretValues(object: PlainMap): readonly string[] {
  return isSecret(object) ? SECRET_FIELDS.flatMap(field => leavesOf(object[field] ?? null)) : []
}

function leavesOf(value: PlainValue): readonly string[] {
  if (isList(value)) return value.flatMap(leavesOf)
  if (isMap(value)) return Object.values(value).flatMap(leavesOf)
  return value === null ? [] : [String(value)]
}

const SECRET_FIELDS = ['data', 'stringData'] as const
type SecretField = (typeof SECRET_FIELDS)[number]

function fieldOf(object: PlainMap, field: SecretField): PlainMap {
  const value = object[field]
  return isMap(value) ? value : {}
}

function eachValue(
  object: PlainMap,
  give: (value: PlainValue, field: SecretField, key: string) => PlainValue,
): PlainMap {
  const masked = SECRET_FIELDS.filter(field => object[field] !== undefined).map(field => {
    const values = fieldOf(object, field)
    return [field, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, give(value, field, key)]))]
  })
  return { ...object, ...Object.fromEntries(masked) }
}
