import { objectsOfFile } from './file-objects'
import type { FilePath, KubeObject, ObjectId } from './kube-object'
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
  for (const file of files.values()) for (const { id } of objectsOfFile(file)) homes.set(id, file.path)
  return homes
}

function holdTheSame(files: Files, before: Files): boolean {
  if (files.size !== before.size) return false
  for (const [path, file] of files) {
    const other = before.get(path)
    if (!other || !areTheSame(objectsOfFile(file), objectsOfFile(other))) return false
  }
  return true
}

/** Whether these are the same objects by their ids, in whatever order. */
function areTheSame(objects: readonly KubeObject[], others: readonly KubeObject[]): boolean {
  if (objects === others) return true
  if (objects.length !== others.length) return false
  if (objects.every(({ id }, n) => id === others[n]!.id)) return true
  const ids = new Set(others.map(({ id }) => id))
  return objects.every(({ id }) => ids.has(id))
}
