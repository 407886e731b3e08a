import type { Planned } from '../change'
import type { Design } from '../design'
import { whyReadOnly } from '../file-draft'
import { whyNotPath } from '../file-paths'
import type { FilePath } from '../kube-object'
import { refuse } from '../refusal'

export type RenameFile = { readonly path: FilePath; readonly to: FilePath }

/** Gives a file another path: name, folder or both. Its text stays. */
export function renameFile({ workspace }: Design, { path, to }: RenameFile): Planned {
  const file = workspace.files.get(path)
  if (!file) return refuse('no-such-file', `There is no file ${path} in the design.`, path)
  const why = whyReadOnly(file) ?? whyNotPath(workspace, to)
  if (why) return why
  const change = {
    says: `Rename ${path} to ${to}`,
    files: new Map([[path, { type: 'rename', to, splices: [] } as const]]),
  }
  return { ok: true, change }
}
