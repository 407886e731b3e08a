import type { DocumentPiece } from '../yaml/tree'
import type { DocumentState } from './document-state'
import type { FilePath } from './kube-object'

/** Why a file is shown without its text: the host could not read it. */
export type FileFailure = { readonly code: string; readonly message: string }

/** A file as the host hands it over. */
export type FileInput =
  | { readonly path: FilePath; readonly text: string; readonly readOnly?: string | null }
  | { readonly path: FilePath; readonly failure: FileFailure }

/** One file of a workspace: its text, what disk holds, and what was read from it. */
export type WorkspaceFile = {
  readonly path: FilePath
  readonly text: string
  /** What the disk is known to hold; null when the file isn't there yet. */
  readonly savedText: string | null
  /** Why the file must not be edited, as a sentence; null when it may be. */
  readonly readOnly: string | null
  readonly failure: FileFailure | null
  /** As kubectl cuts the text, empty pieces too; `documents[i]` is what was read from `pieces[i]`. */
  readonly pieces: readonly DocumentPiece[]
  readonly documents: readonly DocumentState[]
}
