import { cutDocuments } from '../read/cut'
import { unprintableIn } from '../print'
import type { Progress } from './advance'
import { openDraft } from './draft'
import type { EditPlan, EditTarget, PatchOperation } from './edit-plan'
import { locate } from './place'
import { refuse } from './refusal'
import { splicesOf, startRewriting } from './rewriting'
import { takeOperation } from './take-operation'

/**
 * Plans a patch of one object as splices of the file's text.
 *
 * Nothing changes but what the patch says: comments, alignment, quotes, key order, blank lines and line ends stay as
 * typed, and new text looks like its neighbours. Each operation counts on the text as the one before left it; each is
 * applied to a copy, read back and compared with the same operation on plain data. What can't be done that way is refused,
 * never approximated by printing the document again. Pointers use keys as they are written.
 *
 * With `unshare`, a value that an anchor, alias or merge key shares with other places is written out where it is edited;
 * without, such an edit is refused and says where else it would be seen.
 */
export function planPatch(
  text: string,
  target: EditTarget,
  patch: readonly PatchOperation[],
  options: { readonly unshare?: boolean } = {},
): EditPlan {
  const piece = cutDocuments(text)[target.document]
  if (piece === undefined) return refuse('no-such-document', `The file has no document ${target.document}`)
  const opened = openDraft(text, piece)
  if (!opened.ok) return opened
  const { draft } = opened
  const base = target.item === null ? [] : ['items', String(target.item)]
  if (!locate(draft, base).found) return refuse('no-such-document', `The document has no item ${target.item}`)

  let progress: Progress = { draft, rewriting: startRewriting(draft.text.length) }
  for (const operation of patch) {
    const unprintable = unprintableInOperation(operation)
    if (unprintable !== null) {
      return refuse('not-printable', `No YAML can hold ${JSON.stringify(unprintable.slice(0, 80))}`)
    }
    const taken = takeOperation(progress, operation, base, options.unshare === true)
    if (!taken.ok) return taken
    progress = taken.progress
  }
  const splices = splicesOf(progress.rewriting, draft.text)
  return {
    ok: true,
    splices: splices.map(({ from, to, insert }) => ({ from: from + draft.shift, to: to + draft.shift, insert })),
  }
}

function unprintableInOperation(operation: PatchOperation): string | null {
  if (operation.op === 'add') return unprintableIn(operation.path) ?? unprintableIn(operation.value)
  if (operation.op === 'replace') return unprintableIn(operation.value)
  if (operation.op === 'rename') return unprintableIn(operation.key)
  return operation.op === 'move' || operation.op === 'copy' ? unprintableIn(operation.path) : null
}
