import type { Splice } from '../../text/splice'
import type { Planned } from '../change'
import type { Design } from '../design'
import { whyReadOnly } from '../file-draft'
import type { FilePath } from '../kube-object'
import { refuse } from '../refusal'

/** `group`: edits of one group that follow each other closely are one step. By default what is typed into one file. */
export type EditText = { readonly file: FilePath; readonly splices: readonly Splice[]; readonly group?: string | null }

/** What was typed into a file. */
export function editText({ workspace }: Design, { file: path, splices, group }: EditText): Planned {
  const file = workspace.files.get(path)
  if (!file) return refuse('no-such-file', `There is no file ${path} in the design.`, path)
  const why = whyReadOnly(file)
  if (why) return why
  const step = group === undefined ? `typing in ${path}` : group
  const change = { says: `Typing in ${path}`, files: new Map([[path, { type: 'edit', splices } as const]]), select: [] }
  return { ok: true, change: step === null ? change : { ...change, group: step } }
}
