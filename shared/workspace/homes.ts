import type { FilePath, ObjectId } from './kube-object'
import type { WorkspaceFile } from './workspace-file'

type Files = ReadonlyMap<FilePath, WorkspaceFile>

/**
 * Which file each object is in. Looked up once it is asked for: while a folder is opened nobody does, and the list may
 * hold tens of thousands.
 */
export class Homes {
  private readonly files: Files
  private known: ReadonlyMap<ObjectId, FilePath> | null = null

  private constructor(files: Files) {
    this.files = files
  }

  /** The same homes as before where no object came, went or moved to another file. */
  static of(files: Files, before: { readonly files: Files; readonly homes: Homes } | null): Homes {
    return before && holdTheSame(files, before.files) ? before.homes : new Homes(files)
  }

  get(id: ObjectId): FilePath | undefined {
    return (this.known ??= homesIn(this.files)).get(id)
  }
}

function homesIn(files: Files): ReadonlyMap<ObjectId, FilePath> {
  const homes = new Map<ObjectId, FilePath>()
  for (const file of files.values()) for (const id of file.index.keys()) homes.set(id, file.path)
  return homes
}

function holdTheSame(files: Files, before: Files): boolean {
  if (files.size !== before.size) return false
  for (const [path, file] of files) {
    const other = before.get(path)
    if (!other) return false
    if (file.index === other.index) continue
    if (file.index.size !== other.index.size) return false
    for (const id of file.index.keys()) if (!other.index.has(id)) return false
  }
  return true
}
