import type { Change, Planned } from '../change'
import type { Design } from '../design'
import { freePath, folderOf } from '../file-paths'
import { nameKey } from '../identity'
import type { FilePath } from '../kube-object'
import { refuse } from '../refusal'
import { addFiles, emptyWorkspace, type Workspace } from '../workspace'

export type ImportFiles = {
  readonly files: readonly { readonly path: FilePath; readonly text: string }[]
  /** Where they come from, for the words of the step. */
  readonly from: string
}

/**
 * New files with objects from elsewhere. A file whose objects the design has already, all of them, is left out; one
 * whose path is taken gets another.
 */
export function importFiles({ workspace }: Design, { files, from }: ImportFiles): Planned {
  const known = new Set(workspace.objects.map(nameKey))
  const fresh = files.filter(file => !objectsOf(workspace, file).every(object => known.has(nameKey(object))))
  if (fresh.length === 0) return refuse('nothing-to-import', 'The design has all of these objects already.')
  const made: Map<FilePath, { type: 'create'; text: string }> = new Map()
  for (const { path, text } of fresh) made.set(pathFor(workspace, made, path), { type: 'create', text })
  const count = fresh.reduce((sum, file) => sum + objectsOf(workspace, file).length, 0)
  const change: Change = { says: `Import ${count} ${count === 1 ? 'object' : 'objects'} from ${from}`, files: made }
  return { ok: true, change }
}

function objectsOf({ defaultNamespace }: Workspace, file: ImportFiles['files'][number]) {
  return addFiles(emptyWorkspace({ defaultNamespace }), [file]).objects
}

/** The path that is asked for, or one like it that is free: here, and among the files that come with it. */
function pathFor(workspace: Workspace, made: ReadonlyMap<FilePath, unknown>, path: FilePath): FilePath {
  if (!workspace.files.has(path) && !workspace.deleted.has(path) && !made.has(path)) return path
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(ya?ml|json)$/i, '')
  const taken = new Map([...workspace.files, ...[...made.keys()].map(each => [each, null] as const)])
  return freePath({ files: taken, deleted: workspace.deleted }, folderOf(path), { name, kind: 'imported' })
}
