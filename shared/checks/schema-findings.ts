import { validateObject, type SchemaFinding } from '../kinds/schemas/validate'
import type { KindSchema } from '../kinds/schemas/load'
import { BigInteger, isMap, valueAt, type PlainMap, type PlainValue } from '../yaml/plain'
import { patchPlain } from '../yaml/edit/patch-plain'
import type { PatchOperation } from '../yaml/edit/edit-plan'
import { formatPointer } from '../yaml/pointer'
import type { Check, Finding } from './check'

/** Everything that the server's schema of the kind refuses. Nothing while the schema isn't loaded or there is none. */
export const schemaFindings: Check = ({ object, known }) => {
  if (!known || known.served === false) return []
  return validateObject(known, object.data).map(found => toFinding(known, object.data, found))
}

function toFinding(schema: KindSchema, data: PlainMap, found: SchemaFinding): Finding {
  const { code, path, message } = found
  const base = { code, severity: 'error', message, path: formatPointer(path) } as const
  const repair = repairOf(schema, data, found)
  if (code === 'unknown-field') {
    const { nearest } = found
    const fix = nearest === null ? 'Remove it, or look for the field that is meant.' : `Rename it to ${nearest}.`
    return { ...base, marks: 'key', fix, ...repair }
  }
  return { ...base, fix: null, ...repair }
}

type Repair = Pick<Finding, 'repair'>

/** What would certainly correct a finding: an edit after which it is gone and nothing else is found. */
function repairOf(schema: KindSchema, data: PlainMap, found: SchemaFinding): Repair {
  const path = formatPointer(found.path)
  if (found.code === 'unknown-field' && found.nearest !== null)
    return proven(schema, data, [{ op: 'rename', path, key: found.nearest }])
  const value = valueAt(data, found.path)
  if (value === undefined) return {}
  const field = schema.at(found.path)?.schema
  if (found.code === 'wrong-type' && field?.type === 'string' && isUnquoted(value))
    // Which text is meant is what stands there, not what kubectl makes of it.
    return 'repair' in proven(schema, data, [{ op: 'replace', path, value: String(value) }]) ? { repair: 'quote' } : {}
  const meant = meantValue(value, field?.type, field?.enum ?? [])
  return meant === undefined ? {} : proven(schema, data, [{ op: 'replace', path, value: meant }])
}

function meantValue(value: PlainValue, type: string | undefined, choices: readonly unknown[]): PlainValue | undefined {
  if (typeof value !== 'string') return undefined
  if (type === 'integer' && /^(0|[1-9]\d{0,14})$/.test(value)) return Number(value)
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  return choices.find(
    (choice): choice is string => typeof choice === 'string' && choice.toLowerCase() === value.toLowerCase(),
  )
}

function isUnquoted(value: PlainValue): boolean {
  return typeof value === 'number' || typeof value === 'boolean' || value instanceof BigInteger
}

function proven(schema: KindSchema, data: PlainMap, repair: readonly PatchOperation[]): Repair {
  const after = patchPlain(data, repair)
  if (after === null || !isMap(after)) return {}
  const isBetter = validateObject(schema, after).length === validateObject(schema, data).length - 1
  return isBetter ? { repair } : {}
}
