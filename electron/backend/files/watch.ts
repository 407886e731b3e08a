import { watch } from 'chokidar'
import { basename, join, relative, sep } from 'node:path'
import { isManifestName, isSkippedFolder } from './walk'

/** Something to stop. */
export type Watch = { close(): Promise<void> }

/** A batch waits this long for more to come, but never longer than the second figure. */
const QUIET_MS = 60
const AT_MOST_MS = 400

/** What of a folder is watched: all manifests in it and the files of `also`, or the one file `only`. */
export type Watched = { readonly folder: string; readonly only: string | null; readonly also: readonly string[] }

/**
 * Calls back with the paths (relative, with `/`) of files that were written or removed, in batches: a `git checkout` of
 * hundreds of files is a few calls. Which of them really changed is for the caller to see. `ready` is called once,
 * when nothing will be missed from then on.
 */
export function watchFiles(
  { folder, only, also }: Watched,
  changed: (paths: ReadonlySet<string>) => void,
  ready: () => void,
): Watch {
  const relativePath = (absolute: string): string => relative(folder, absolute).split(sep).join('/')
  const isOnTheWay = (path: string): boolean => also.some(file => file === path || file.startsWith(`${path}/`))

  let waiting = new Set<string>()
  let quiet: NodeJS.Timeout | null = null
  let since = 0
  const flush = (): void => {
    quiet = null
    const batch = waiting
    waiting = new Set()
    changed(batch)
  }
  const heard = (absolute: string): void => {
    if (waiting.size === 0) since = Date.now()
    waiting.add(relativePath(absolute))
    if (quiet) clearTimeout(quiet)
    quiet = setTimeout(flush, Math.min(QUIET_MS, Math.max(0, since + AT_MOST_MS - Date.now())))
  }

  const watcher = watch(only === null ? folder : [only, ...also].map(path => join(folder, path)), {
    ignoreInitial: true,
    // A link to a folder above would lead round and round. What is behind a link to a file is compared when it is saved.
    followSymlinks: false,
    ignorePermissionErrors: true,
    ignored: (absolute, stats) => {
      const path = relativePath(absolute)
      if (path === '' || path === only || isOnTheWay(path)) return false
      if (isSkippedFolder(basename(absolute)) && !isManifestName(absolute)) return true
      return stats?.isFile() === true && !isManifestName(absolute)
    },
  })
  watcher.on('add', heard).on('change', heard).on('unlink', heard)
  // A folder that can't be watched (limits of the system) still works; its changes are seen at the next save.
  watcher.on('error', () => undefined)
  watcher.once('ready', ready)
  return {
    async close() {
      if (quiet) clearTimeout(quiet)
      await watcher.close()
    },
  }
}
