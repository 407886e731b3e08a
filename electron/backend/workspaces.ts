import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import type {
  FileChange,
  FileToSave,
  ListedFile,
  Notices,
  OpenedWorkspace,
  ReadFile,
  SavedFile,
  WorkspaceListing,
} from '../../shared/host'
import { LAYOUT_PATH } from '../../shared/workspace/layout'
import { isListed } from '../../shared/workspace/manifest-names'
import { RULES_PATH } from '../../shared/workspace/rules-file'
import { hashOf, MAX_FILE_BYTES } from './files/bytes'
import { locateInside } from './files/inside'
import { readText } from './files/read-text'
import { renameFile, saveFile } from './files/save'
import { walkManifests } from './files/walk'
import { watchFiles } from './files/watch'
import type { Watch } from './files/watch'
import { Denied } from './serve'

/** The folders that windows have opened. A window reaches files through these and no other way. */
export type Workspaces = {
  /** `path` must be absolute and one that the user chose: the caller has made sure. */
  open(path: string): Promise<OpenedWorkspace>
  list(root: string): Promise<WorkspaceListing>
  read(root: string, paths: readonly string[]): Promise<readonly ReadFile[]>
  save(root: string, files: readonly FileToSave[]): Promise<readonly SavedFile[]>
  rename(root: string, from: string, to: string, expectedHash: string): Promise<SavedFile>
  /** The real path of a folder that is open; null for one of which only a file is. */
  folderOf(root: string): string | null
  /** Settles when what is being saved there is saved. */
  close(root: string): Promise<void>
  closeAll(): Promise<void>
}

type Opened = {
  readonly folder: string
  readonly only: string | null
  /** What this window last read or saved of each file: a change on disk that ends there is none. Null for a removed file. */
  readonly known: Map<string, string | null>
  /** What links lead to, by the link's path: a change there is one of the link too. All relative. */
  readonly links: Map<string, string>
  /** Saves and looks at the disk follow each other: a look must not see a save that is not known yet. */
  turn: Promise<unknown>
  readonly watch: Watch
}

/** What Chartroom keeps beside the manifests, in a folder that the walk passes over. */
const OWN_FILES: readonly string[] = [LAYOUT_PATH, RULES_PATH]

/** Files of one call that are read at the same time. */
const AT_ONCE = 32

/** Whom the workspaces tell unasked. */
export type WorkspacesListener = {
  /** What other programs did to the files of an opened folder. */
  changed(notice: Notices['files:changed']): void
  /** Why what they do may be missed from now on. */
  unwatched(notice: Notices['files:unwatched']): void
}

/** The folders that are opened, none at first. */
export function createWorkspaces(listener: WorkspacesListener): Workspaces {
  const openedByRoot = new Map<string, Opened>()

  const openedAt = (root: string): Opened => {
    const opened = openedByRoot.get(root)
    if (!opened) throw new Denied('This folder is not open.')
    return opened
  }
  /** Null for what is no file of the workspace: a window has no business with `.git/config` or `.env`. */
  const locate = async (opened: Opened, path: string): Promise<string | null> => {
    const isItsFile = opened.only === null ? isListed(path) : path === opened.only
    return isItsFile || OWN_FILES.includes(path) ? locateInside(opened.folder, path) : null
  }

  const readOne = async (opened: Opened, path: string): Promise<ReadFile> => {
    const absolute = await locate(opened, path)
    if (absolute === null) return { ok: false, path, ...outside(path) }
    const read = await readText(absolute, path)
    if (!read.ok) return { ok: false, path, code: read.code, message: read.message }
    opened.known.set(path, read.hash)
    await followLink(opened, path, absolute)
    return { ok: true, path, text: read.text, hash: read.hash, writable: await isWritable(absolute) }
  }

  const saveOne = async (opened: Opened, file: FileToSave): Promise<SavedFile> => {
    const absolute = await locate(opened, file.path)
    if (absolute === null) return { outcome: 'failed', path: file.path, ...outside(file.path) }
    const saved = await saveFile(opened.folder, absolute, file)
    if (saved.outcome === 'saved') opened.known.set(file.path, saved.hash)
    return saved
  }

  const followLink = async (opened: Opened, path: string, absolute: string): Promise<void> => {
    const real = await realpath(absolute).catch(() => absolute)
    if (real === absolute) return void opened.links.delete(path)
    opened.links.set(path, relative(opened.folder, real).split(sep).join('/'))
    opened.watch.follow(real)
  }

  /** Tells of those paths whose bytes are not what the window last saw. */
  const look = async (root: string, opened: Opened, touched: ReadonlySet<string>): Promise<void> => {
    const byLinks = [...opened.links].filter(([, target]) => touched.has(target)).map(([link]) => link)
    const paths = new Set([...touched, ...byLinks])
    const changes = await inSlices([...paths].sort(), async (path): Promise<FileChange | null> => {
      const absolute = await locate(opened, path)
      if (absolute === null) return null
      const hash = await hashOnDisk(absolute)
      if (hash === (opened.known.get(path) ?? null)) return null
      opened.known.set(path, hash)
      return { path, type: hash === null ? 'removed' : 'written' }
    })
    const told = changes.filter(change => change !== null)
    if (told.length > 0 && openedByRoot.get(root) === opened) listener.changed({ root, changes: told })
  }

  return {
    folderOf(root) {
      const { folder, only } = openedAt(root)
      return only === null ? folder : null
    },
    async open(path) {
      const real = await realpath(path)
      const isFile = !(await stat(real)).isDirectory()
      const folder = isFile ? dirname(real) : real
      const only = isFile ? basename(real) : null
      const root = randomUUID()
      const known: Opened['known'] = new Map()
      const looked = (paths: Iterable<string>): void => {
        const opened = openedByRoot.get(root)
        if (opened) void inTurn(opened, () => look(root, opened, new Set(paths)))
      }
      let isWatched = true
      const watch = watchFiles(
        { folder, only, also: OWN_FILES },
        {
          changed: looked,
          ready: () => looked(known.keys()),
          failed(message) {
            // Said once: where the system's limit is reached it fails for every folder.
            if (isWatched) listener.unwatched({ root, message })
            isWatched = false
          },
        },
      )
      openedByRoot.set(root, { folder, only, known, links: new Map(), turn: Promise.resolve(), watch })
      return { root, name: basename(real) || real, path: real, only }
    },
    async list(root) {
      const { folder, only } = openedAt(root)
      const walked = only === null ? await walkManifests(folder) : { files: [only], unreadable: [] }
      const sized = await inSlices([...walked.files, ...OWN_FILES], path => sizeOf(folder, path))
      return { files: sized.filter(file => file !== null).sort(byPath), unreadable: walked.unreadable }
    },
    async read(root, paths) {
      const opened = openedAt(root)
      return inSlices(paths, path => readOne(opened, path))
    },
    async save(root, files) {
      const opened = openedAt(root)
      return inTurn(opened, async () => {
        const saved: SavedFile[] = []
        // One after the other: several may be one file under two names.
        for (const file of files) saved.push(await saveOne(opened, file))
        return saved
      })
    },
    async rename(root, from, to, expectedHash) {
      const opened = openedAt(root)
      const [source, target] = await Promise.all([locate(opened, from), locate(opened, to)])
      if (source === null) return { outcome: 'failed', path: from, ...outside(from) }
      if (target === null) return { outcome: 'failed', path: to, ...outside(to) }
      const ends = { from: { absolute: source, path: from }, to: { absolute: target, path: to } }
      return inTurn(opened, async () => {
        const saved = await renameFile(opened.folder, ends.from, ends.to, expectedHash)
        if (saved.outcome === 'saved') opened.known.set(from, null).set(to, saved.hash)
        return saved
      })
    },
    async close(root) {
      const opened = openedByRoot.get(root)
      openedByRoot.delete(root)
      await Promise.all([opened?.watch.close(), opened?.turn])
    },
    async closeAll() {
      await Promise.all([...openedByRoot.keys()].map(this.close))
    },
  }
}

/** Runs after what is under way for this folder, whether that worked or not. */
function inTurn<T>(opened: Opened, work: () => Promise<T>): Promise<T> {
  const done = opened.turn.then(work)
  opened.turn = done.catch(() => undefined)
  return done
}

function outside(path: string): { readonly code: 'outside-workspace'; readonly message: string } {
  return { code: 'outside-workspace', message: `${path} is no manifest in the opened folder.` }
}

/** Null where no file is. One that is too large to be read changes with its time of writing. */
async function hashOnDisk(absolute: string): Promise<string | null> {
  try {
    const { size, mtimeMs } = await stat(absolute)
    return size > MAX_FILE_BYTES ? `${size} ${mtimeMs}` : hashOf(await readFile(absolute))
  } catch {
    return null
  }
}

async function isWritable(absolute: string): Promise<boolean> {
  const { mode } = await stat(absolute)
  return (
    (mode & 0o222) !== 0 &&
    access(absolute, constants.W_OK).then(
      () => true,
      () => false,
    )
  )
}

async function sizeOf(folder: string, path: string): Promise<ListedFile | null> {
  return stat(join(folder, path)).then(
    ({ size }) => ({ path, size }),
    // What can't be looked at is listed all the same, so that reading it says why; Chartroom's own files need not be there.
    () => (OWN_FILES.includes(path) ? null : { path, size: 0 }),
  )
}

function byPath(a: ListedFile, b: ListedFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

async function inSlices<T, R>(items: readonly T[], each: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let from = 0; from < items.length; from += AT_ONCE)
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(each))))
  return results
}
