import type { KindSchema } from '../../../shared/kinds/schemas/load'
import { validateObject } from '../../../shared/kinds/schemas/validate'
import type { PlainMap } from '../../../shared/yaml/plain'
import { formatPointer } from '../../../shared/yaml/pointer'
import type { Complaints } from './form'
import { asSentence } from './typed-value'

const IS_REQUIRED = ' is required'

/** What the server would say against an object, at the fields that it is about: a missing one at its own place. */
export function complaintsOf(schema: KindSchema, object: PlainMap): Complaints {
  const complaints = new Map<string, string>()
  for (const { code, path, message } of validateObject(schema, object)) {
    const isMissing = code === 'missing-required' && message.endsWith(IS_REQUIRED)
    const at = formatPointer(isMissing ? [...path, message.slice(0, -IS_REQUIRED.length)] : path)
    if (!complaints.has(at)) complaints.set(at, isMissing ? 'Required' : asSentence(message))
  }
  return complaints
}
