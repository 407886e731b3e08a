import type { FilePath } from './kube-object'
import type { Refusal } from './change'

/** Why a command can't be done, beside the editor's RefusalCode and the rules' cannot-wire. Documented in shared/checks/CODES.md. */
export type CommandRefusalCode =
  | 'object-is-gone'
  | 'no-such-file'
  | 'file-exists'
  | 'invalid-path'
  | 'invalid-name'
  | 'name-is-taken'
  | 'cannot-be-moved'
  | 'no-starter'
  | 'no-weight'
  | 'nothing-to-import'
  | 'nothing-to-paste'
  | 'nothing-to-take'
  | 'nothing-to-create'
  | 'nothing-to-recover'
  | 'nothing-to-repair'
  | 'nothing-to-change'
  | 'read-only'
  | 'unreadable-yaml'
  | 'cannot-edit-in-place'

export function refuse(code: CommandRefusalCode, message: string, file?: FilePath): Refusal {
  return { ok: false, code, message, ...(file !== undefined && { file }) }
}

export function objectIsGone(): Refusal {
  return refuse('object-is-gone', 'The object is not in the design any more. Select one that is there.')
}
