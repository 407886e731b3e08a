import { folderOf } from '../workspace/file-paths'
import type { FilePath } from '../workspace/kube-object'
import type { Workspace } from '../workspace/workspace'
import type { WorkspaceFile } from '../workspace/workspace-file'
import { plainOf } from '../yaml/meaning'
import { listAt, textAt } from '../yaml/plain'
import { readPiece } from '../yaml/read/read-piece'

const NONE: ReadonlySet<FilePath> = new Set()

/** The files that kustomizations of the workspace patch with: what stands in them is no whole object. The set of before while it is the same. */
export function patchFilesOf(workspace: Workspace, before: ReadonlySet<FilePath> = NONE): ReadonlySet<FilePath> {
  const found = new Set<FilePath>()
  for (const file of workspace.files.values()) for (const path of patchesOf(file)) found.add(path)
  return found.size === before.size && [...found].every(path => before.has(path)) ? before : found
}

/** A file stays the same object while its text does. */
const known = new WeakMap<WorkspaceFile, readonly FilePath[]>()

function patchesOf(file: WorkspaceFile): readonly FilePath[] {
  let patches = known.get(file)
  if (!patches) known.set(file, (patches = readPatches(file)))
  return patches
}

function readPatches(file: WorkspaceFile): readonly FilePath[] {
  if (!file.documents.some(({ holds }) => holds === 'kustomization')) return []
  return file.pieces.flatMap(piece => {
    const { root } = readPiece(file.text, piece)
    const plain = root && plainOf(file.text, root)
    if (!plain?.ok) return []
    const named = [
      ...listAt(plain.value, 'patches').map(patch => textAt(patch, 'path')),
      ...listAt(plain.value, 'patchesJson6902').map(patch => textAt(patch, 'path')),
      ...listAt(plain.value, 'patchesStrategicMerge').map(patch => (typeof patch === 'string' ? patch : null)),
    ]
    return named.flatMap(path => (path === null ? [] : [resolvePath(folderOf(file.path), path)]))
  })
}

function resolvePath(folder: FilePath, path: string): FilePath {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of path.split('/')) {
    // Paths of a command line may lead out of the working directory.
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
