import { composeSplices } from '../text/compose'
import type { Change, FileEdit } from './change'
import type { FilePath } from './kube-object'

/** One change that does what two do in a row, or null where a file comes, goes or gets another path. */
export function composeChanges(first: Change, second: Change): Change | null {
  const files = new Map<FilePath, FileEdit>()
  for (const [path, edit] of [...first.files, ...second.files]) {
    const earlier = files.get(path)
    if (edit.type !== 'edit' || (earlier && earlier.type !== 'edit')) return null
    files.set(path, earlier ? { type: 'edit', splices: composeSplices(earlier.splices, edit.splices) } : edit)
  }
  const layout = first.layout || second.layout ? new Map([...(first.layout ?? []), ...(second.layout ?? [])]) : null
  const select = second.select ?? first.select
  return { says: second.says, files, ...(layout && { layout }), ...(select && { select }) }
}
