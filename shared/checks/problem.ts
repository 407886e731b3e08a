import type { PatchOperation } from '../yaml/edit/edit-plan'
import type { FilePath, ObjectId } from '../workspace/kube-object'

/** Something worth telling about a file or object. Checks return these; they never throw. Codes: CODES.md. */
export type Problem = {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  readonly object: ObjectId | null
  readonly file: FilePath
  /** Offsets in the file's current text. */
  readonly from: number
  readonly to: number
  /** A pointer inside the object, or '' . */
  readonly path: string
  /** One sentence: what to do; null where the message says it. */
  readonly fix: string | null
  /** A patch of the object that is sure to correct it and does nothing else; absent where there is none. */
  readonly repair?: readonly PatchOperation[]
}
