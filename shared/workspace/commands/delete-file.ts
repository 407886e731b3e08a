import type { Planned } from '../change'
import type { Design } from '../design'
import { whyReadOnly } from '../file-draft'
import { objectsOfFile } from '../file-objects'
import type { FilePath } from '../kube-object'
import { layoutKeys, type LayoutKey } from '../layout'
import { refuse } from '../refusal'

export type DeleteFile = { readonly path: FilePath }

/** Takes a file and everything in it out of the design; the next save removes it from the disk. */
export function deleteFile({ workspace }: Design, { path }: DeleteFile): Planned {
  const file = workspace.files.get(path)
  if (!file) return refuse('no-such-file', `There is no file ${path} in the design.`, path)
  // What can't be read can't be brought back by undo either.
  const why = whyReadOnly(file)
  if (why) return why
  const keys = layoutKeys(workspace.objects)
  const layout = new Map<LayoutKey, null>(
    objectsOfFile(file)
      .flatMap(({ id }) => keys.get(id) ?? [])
      .map(key => [key, null]),
  )
  return { ok: true, change: { says: `Delete ${path}`, files: new Map([[path, { type: 'delete' }]]), layout } }
}
