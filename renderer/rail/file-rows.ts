/** A row of the file tree: a folder that is open or closed, or a file of the workspace. Its id is its path. */
export type FileRow = {
  readonly id: string
  readonly name: string
  readonly level: number
  readonly open: boolean | null
}

/** The rows that are visible, folders before files, both by name, when the folders in `closed` are closed. */
export function fileRows(paths: readonly string[], closed: ReadonlySet<string>): readonly FileRow[] {
  const rows: FileRow[] = []
  addRows(rows, paths.toSorted(byName), '', 0, closed)
  return rows
}

function addRows(
  rows: FileRow[],
  paths: readonly string[],
  folder: string,
  level: number,
  closed: ReadonlySet<string>,
): void {
  const folders = new Map<string, string[]>()
  const files: string[] = []
  for (const path of paths) {
    const slash = path.indexOf('/', folder.length)
    if (slash === -1) files.push(path)
    else {
      const inside = path.slice(0, slash)
      const list = folders.get(inside)
      if (list) list.push(path)
      else folders.set(inside, [path])
    }
  }
  for (const [path, inside] of folders) {
    const open = !closed.has(path)
    rows.push({ id: path, name: path.slice(folder.length), level, open })
    if (open) addRows(rows, inside, `${path}/`, level + 1, closed)
  }
  for (const path of files) rows.push({ id: path, name: path.slice(folder.length), level, open: null })
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
