import { composeSplices } from '../text/compose'
import { applySplices } from '../text/splice'
import type { Change, FileEdit } from './change'
import type { FilePath } from './kube-object'
import { composeMarks } from './layout-marks'

/** One change that does what two do in a row, or null where the second makes, removes or renames a file. */
export function composeChanges(first: Change, second: Change): Change | null {
  const files = new Map<FilePath, FileEdit>()
  for (const [path, edit] of [...first.files, ...second.files]) {
    const earlier = files.get(path)
    if (!earlier) files.set(path, edit)
    else if (edit.type !== 'edit' || (earlier.type !== 'edit' && earlier.type !== 'create')) return null
    else if (earlier.type === 'create')
      files.set(path, { type: 'create', text: applySplices(earlier.text, edit.splices) })
    else files.set(path, { type: 'edit', splices: composeSplices(earlier.splices, edit.splices) })
  }
  const layout = first.layout || second.layout ? new Map([...(first.layout ?? []), ...(second.layout ?? [])]) : null
  const marks = first.marks && second.marks ? composeMarks(first.marks, second.marks) : (first.marks ?? second.marks)
  const select = second.select ?? first.select
  return { says: second.says, files, ...(layout && { layout }), ...(marks && { marks }), ...(select && { select }) }
}
