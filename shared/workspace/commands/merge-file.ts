import { planAddDocument } from '../../yaml/edit/plan-document'
import type { Planned } from '../change'
import type { Design } from '../design'
import { FileDrafts, whyReadOnly } from '../file-draft'
import type { FilePath } from '../kube-object'
import { refuse } from '../refusal'

export type MergeFile = { readonly path: FilePath; readonly into: FilePath }

/** Puts the documents of a file, as they are written, at the end of another one that is there, and takes the file out. */
export function mergeFile({ workspace }: Design, { path, into }: MergeFile): Planned {
  const file = workspace.files.get(path)
  if (!file) return refuse('no-such-file', `There is no file ${path} in the design.`, path)
  const why = whyReadOnly(file)
  if (why) return why
  if (path === into) return refuse('nothing-to-change', `${path} is this file. Choose another one.`, path)
  const json = [path, into].find(each => /\.json$/i.test(each))
  if (json !== undefined)
    return refuse('cannot-edit-in-place', `${json} is a JSON file, which holds one document and no more.`, json)
  const drafts = new FileDrafts(workspace)
  const refusal = drafts.edit(into, text => planAddDocument(text, file.text))
  if (refusal) return refusal
  const files = new Map([...drafts.close(), [path, { type: 'delete' }] as const])
  return { ok: true, change: { says: `Merge ${path} into ${into}`, files, select: [] } }
}
