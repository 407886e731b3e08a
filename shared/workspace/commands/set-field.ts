import { titleOf } from '../../relations/title'
import type { PatchOperation } from '../../yaml/edit/edit-plan'
import { samePlain } from '../../yaml/edit/patch-plain'
import { valueAt, type PlainMap, type PlainValue } from '../../yaml/plain'
import { formatPointer, parsePointer } from '../../yaml/pointer'
import type { Planned } from '../change'
import type { Design } from '../design'
import type { ObjectId } from '../kube-object'
import { planEdits, type EditOptions } from '../plan-edits'
import { objectIsGone } from '../refusal'

/** `path` is a pointer inside the object. An undefined value takes the field out. */
export type SetField = EditOptions & {
  readonly object: ObjectId
  readonly path: string
  readonly value: PlainValue | undefined
}

/** Gives one field a value, making the maps around it where they are not there, or takes it out. */
export function setField({ workspace }: Design, { object: id, path, value, ...options }: SetField): Planned {
  const object = workspace.object(id)
  if (!object) return objectIsGone()
  const keys = parsePointer(path)
  const says = `${value === undefined ? 'Remove' : 'Set'} ${keys.at(-1)} of ${titleOf(object)}`
  const operation = operationFor(object.data, keys, value)
  return planEdits(workspace, says, operation ? [{ object: id, patch: [operation] }] : [], options)
}

/** Null where the field is already so: nothing is to be done. */
function operationFor(data: PlainMap, keys: readonly string[], value: PlainValue | undefined): PatchOperation | null {
  const present = valueAt(data, keys)
  const path = formatPointer(keys)
  if (value === undefined) return present === undefined ? null : { op: 'remove', path }
  if (present !== undefined) return samePlain(present, value) ? null : { op: 'replace', path, value }

  let depth = keys.length
  while (depth > 0 && isAbsent(valueAt(data, keys.slice(0, depth - 1)))) depth--
  const missing = keys.slice(depth)
  const added = missing.reduceRight<PlainValue>((inner, key) => ({ [key]: inner }), value)
  const start = formatPointer(keys.slice(0, depth))
  return valueAt(data, keys.slice(0, depth)) === undefined
    ? { op: 'add', path: start, value: added }
    : { op: 'replace', path: start, value: added }
}

/** An empty value (`spec:`) is null: a map takes its place. */
function isAbsent(value: PlainValue | undefined): boolean {
  return value === undefined || value === null
}
