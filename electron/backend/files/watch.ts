import { watch } from 'chokidar'
import { readdir } from 'node:fs/promises'
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

/**
 * A folder that came to be is looked through this long after it was heard of. Chokidar lists it before it watches it, so
 * it misses what is made in between: `git checkout` of a branch with a folder more makes hundreds of files just then.
 */
const LOOK_AGAIN_MS = [200, 1_200] as const

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
  const looks = new Set<NodeJS.Timeout>()
  const lookThrough = async (made: string): Promise<void> => {
    // It may be gone again: its files were heard of, or never were.
    const entries = await readdir(made, { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      const path = join(made, entry.name)
      if (entry.isDirectory() && !isSkippedFolder(entry.name)) watcher.add(path)
      else if (entry.isFile() && isManifestName(path)) heard(path)
    }
  }
  const lookAgain = (made: string): void => {
    for (const wait of LOOK_AGAIN_MS) {
      const look = setTimeout(() => {
        looks.delete(look)
        void lookThrough(made)
      }, wait)
      looks.add(look)
    }
  }
  watcher.on('add', heard).on('change', heard).on('unlink', heard).on('addDir', lookAgain)
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
      for (const look of looks) clearTimeout(look)
      await watcher.close()
    },
  }
}
