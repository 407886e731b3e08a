import type { Planned } from '../change'
import type { Design } from '../design'
import { whyNotPath } from '../file-paths'
import type { FilePath } from '../kube-object'

export type NewFile = { readonly path: FilePath; readonly text?: string }

/** A file that is there from the next save on. */
export function newFile({ workspace }: Design, { path, text = '' }: NewFile): Planned {
  const why = whyNotPath(workspace, path)
  return why ?? { ok: true, change: { says: `Make ${path}`, files: new Map([[path, { type: 'create', text }]]) } }
}
