import { readList, readOneOf, readRecord, readText, ShapeError } from '../../shape'
import type { Reader } from '../../shape'
import type { PlainValue } from '../plain'
import type { PatchOperation } from './edit-plan'

const readPointer: Reader<string> = (raw, at = '') => {
  const pointer = readText(raw, at)
  if (pointer !== '' && !pointer.startsWith('/')) throw new ShapeError(at, 'a JSON pointer: empty, or starting with /')
  return pointer
}

const readOp = readRecord<{ readonly op: PatchOperation['op'] }>({
  op: readOneOf('add', 'replace', 'test', 'remove', 'move', 'copy', 'rename'),
})

/** A value that parseExactJson gave: already plain data, but it must be there. */
const readValue: Reader<PlainValue> = (raw, at = '') => {
  if (raw === undefined) throw new ShapeError(at, 'there')
  return raw as PlainValue
}

const readPatchOperation: Reader<PatchOperation> = (raw, at) => {
  const { op } = readOp(raw, at)
  switch (op) {
    case 'add':
    case 'replace':
    case 'test':
      return {
        op,
        ...readRecord<{ path: string; value: PlainValue }>({ path: readPointer, value: readValue })(raw, at),
      }
    case 'remove':
      return { op, ...readRecord<{ path: string }>({ path: readPointer })(raw, at) }
    case 'move':
    case 'copy':
      return { op, ...readRecord<{ from: string; path: string }>({ from: readPointer, path: readPointer })(raw, at) }
    case 'rename':
      return { op, ...readRecord<{ path: string; key: string }>({ path: readPointer, key: readText })(raw, at) }
  }
}

/** An RFC 6902 patch out of parsed JSON. Throws ShapeError that names the operation and field at fault. */
export const readPatch = readList(readPatchOperation)
