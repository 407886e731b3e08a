import { readNullable, readNumber, readRecord, readText } from '../../shared/shape'
import type { Reader } from '../../shared/shape'
import type { EditTarget, PatchOperation } from '../../shared/yaml/edit/edit-plan'
import { readPatch } from '../../shared/yaml/edit/read-patch'

/** One line of `edit --batch`. */
export type BatchRequest = EditTarget & { readonly file: string; readonly patch: readonly PatchOperation[] }

const readItem: Reader<number | null> = (raw, at) => readNullable(readNumber)(raw ?? null, at)

/** A request of `edit --batch` out of parsed JSON; a missing `item` is none. */
export const readBatchRequest = readRecord<BatchRequest>({
  file: readText,
  document: readNumber,
  item: readItem,
  patch: readPatch,
})
