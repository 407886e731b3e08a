import { stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { RULES_PATH } from '../../shared/workspace/rules-file'
import type { Terminal } from './terminal'

/** The files of rules that belong to PATH..., as the window would find them: in a folder, or beside a file. */
export async function rulesFilesOf(paths: readonly string[], { cwd }: Terminal): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const path of paths) {
    if (path === '-') continue
    const absolute = resolve(cwd, path)
    const isFolder = await stat(absolute).then(
      stats => stats.isDirectory(),
      // Whoever reads PATH... says that it isn't there.
      () => null,
    )
    if (isFolder === null) continue
    const file = join(isFolder ? absolute : dirname(absolute), RULES_PATH)
    const isThere = await stat(file).then(
      stats => stats.isFile(),
      () => false,
    )
    if (isThere) found.add(relative(cwd, file).split(sep).join('/'))
  }
  return [...found]
}
