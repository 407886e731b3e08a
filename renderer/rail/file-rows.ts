import type { FilePath, KubeObject } from '../../shared/workspace/kube-object'

/**
 * A row of the file tree: a folder or a file, whose id is its path, or an object in a file that is open, whose id is the
 * object's. A file without an object has nothing to open.
 */
export type FileRow = {
  readonly type: 'folder' | 'file' | 'object'
  readonly id: string
  readonly name: string
  readonly level: number
  readonly open: boolean | null
  readonly chooses?: boolean
}

/** The rows with those of the objects below the files in `open`. */
export function withObjects(
  rows: readonly FileRow[],
  objectsIn: ReadonlyMap<FilePath, readonly KubeObject[]>,
  open: ReadonlySet<FilePath>,
): readonly FileRow[] {
  return rows.flatMap(row => {
    const objects = row.type === 'file' ? (objectsIn.get(row.id) ?? []) : []
    if (objects.length === 0) return [row]
    const isOpen = open.has(row.id)
    const file = { ...row, open: isOpen, chooses: true }
    return isOpen ? [file, ...objects.map(object => objectRow(object, row.level + 1))] : [file]
  })
}

function objectRow(object: KubeObject, level: number): FileRow {
  return { type: 'object', id: object.id, name: object.name ?? 'no name', level, open: null }
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
    rows.push({ type: 'folder', id: path, name: path.slice(folder.length), level, open })
    if (open) addRows(rows, inside, `${path}/`, level + 1, closed)
  }
  for (const path of files) rows.push({ type: 'file', id: path, name: path.slice(folder.length), level, open: null })
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
