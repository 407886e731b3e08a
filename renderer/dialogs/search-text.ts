import type { FilePath } from '../../shared/workspace/kube-object'
import type { Workspace } from '../../shared/workspace/workspace'

/** A line of a file that holds the words. */
export type LineFound = {
  readonly file: FilePath
  readonly line: number
  readonly text: string
  readonly from: number
  readonly to: number
}

/** The lines that hold a text, whatever its case, in the order of files; at most so many. */
export function findLines(workspace: Workspace, words: string, most: number): readonly LineFound[] {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return []
  const found: LineFound[] = []
  for (const file of workspace.files.values()) {
    const text = file.text.toLowerCase()
    // Lower case may be longer than the text (İ), and offsets must be the file's.
    if (text.length !== file.text.length) continue
    let line = 1
    let counted = 0
    for (let at = text.indexOf(wanted); at !== -1;) {
      line += breaksBetween(text, counted, at)
      counted = at
      const start = text.lastIndexOf('\n', at) + 1
      const end = endOfLine(text, at)
      found.push({
        file: file.path,
        line,
        text: file.text.slice(start, end).trim(),
        from: at,
        to: at + wanted.length,
      })
      if (found.length === most) return found
      at = text.indexOf(wanted, end)
    }
  }
  return found
}

function breaksBetween(text: string, from: number, to: number): number {
  let breaks = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) breaks++
  return breaks
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}
