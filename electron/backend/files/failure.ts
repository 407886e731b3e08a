import type { FileFailureCode } from '../../../shared/host'

/** Why a file or folder could not be read or written: a stable code, and a sentence that names the file. */
export type FileFailure = { readonly code: FileFailureCode; readonly message: string }

const sayings: Readonly<Record<string, readonly [FileFailureCode, string]>> = {
  ENOENT: ['not-found', "isn't there"],
  EACCES: ['no-permission', "can't be opened: you don't have permission"],
  EPERM: ['no-permission', "can't be changed: the system doesn't permit it"],
  EROFS: ['read-only', 'is on a read-only file system'],
  ENOSPC: ['no-space', "can't be written: the disk is full"],
  EDQUOT: ['no-space', "can't be written: your disk quota is used up"],
  EFBIG: ['no-space', "can't be written: the system doesn't permit a file of that size"],
  ENAMETOOLONG: ['name-too-long', 'has a name that is too long for the file system'],
  ELOOP: ['symlink-loop', 'is a symbolic link that leads back to itself'],
  EISDIR: ['not-a-file', 'is a folder, not a file'],
  ENOTDIR: ['not-a-folder', 'lies under something that is a file, not a folder'],
  EEXIST: ['exists', 'is there already'],
}

/** Turns what Node threw into a code and a sentence about `path`. What isn't known keeps the system's own words. */
export function failureOf(error: unknown, path: string): FileFailure {
  const known = sayings[errorCode(error) ?? '']
  if (known) return { code: known[0], message: `${path} ${known[1]}.` }
  return { code: 'failed', message: `${path}: ${error instanceof Error ? error.message : String(error)}` }
}

/** The system's name of an error (`ENOENT`), or null. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
