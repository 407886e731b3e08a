import { watch } from 'chokidar'
import { basename, join, relative, sep } from 'node:path'
import { isManifestName, isSkippedFolder } from '../../../shared/workspace/manifest-names'

/** Something to stop. */
export type Watch = {
  /** Watches one file more: what a link leads to may lie where the folder isn't looked at. Absolute. */
  follow(file: string): void
  close(): Promise<void>
}

/** Whom a watch tells. Paths are relative, with `/`. */
export type WatchListener = {
  /** Files that were written or removed. Which of them really changed is for the listener to see. */
  changed(paths: ReadonlySet<string>): void
  /** Called once, when nothing will be missed from then on. */
  ready(): void
  /** Changes may be missed from now on. The folder still works: a save compares with the disk. */
  failed(message: string): void
}

/** A batch waits this long for more to come, but never longer than the second figure. */
const QUIET_MS = 60
const AT_MOST_MS = 400

/** What of a folder is watched: all manifests in it and the files of `also`, or the one file `only`. */
export type Watched = { readonly folder: string; readonly only: string | null; readonly also: readonly string[] }

/** Tells of files that were written or removed, in batches: a `git checkout` of hundreds of files is a few calls. */
export function watchFiles({ folder, only, also }: Watched, listener: WatchListener): Watch {
  const relativePath = (absolute: string): string => relative(folder, absolute).split(sep).join('/')
  const isOnTheWay = (path: string): boolean => also.some(file => file === path || file.startsWith(`${path}/`))

  const followed = new Set<string>()
  let waiting = new Set<string>()
  let quiet: NodeJS.Timeout | null = null
  let since = 0
  const flush = (): void => {
    quiet = null
    const batch = waiting
    waiting = new Set()
    listener.changed(batch)
  }
  const heard = (absolute: string): void => {
    if (waiting.size === 0) since = Date.now()
    waiting.add(relativePath(absolute))
    if (quiet) clearTimeout(quiet)
    quiet = setTimeout(flush, Math.min(QUIET_MS, Math.max(0, since + AT_MOST_MS - Date.now())))
  }

  const watcher = watch(only === null ? folder : [only, ...also].map(path => join(folder, path)), {
    ignoreInitial: true,
    // A link to a folder above would lead round and round. What is behind a link to a file is followed when it is read.
    followSymlinks: false,
    ignorePermissionErrors: true,
    ignored: (absolute, stats) => {
      const path = relativePath(absolute)
      if (path === '' || path === only || isOnTheWay(path) || followed.has(absolute)) return false
      if (isSkippedFolder(basename(absolute)) && !isManifestName(absolute)) return true
      return stats?.isFile() === true && !isManifestName(absolute)
    },
  })
  watcher.on('add', heard).on('change', heard).on('unlink', heard)
  watcher.on('error', error => listener.failed(error instanceof Error ? error.message : String(error)))
  watcher.once('ready', () => listener.ready())
  return {
    follow(file) {
      if (followed.has(file)) return
      followed.add(file)
      watcher.add(file)
    },
    async close() {
      if (quiet) clearTimeout(quiet)
      await watcher.close()
    },
  }
}
