import { realpath } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { AppInfo, Handlers, NoticeName, Notices } from '../../shared/host'
import { listFolders } from './browse'
import { createClusterBackend } from './cluster'
import { configFolder } from './config-folder'
import { createRecents } from './recents'
import { createRecovery } from './recovery'
import { Denied } from './serve'
import { settingsFile } from './settings'
import { VERSION } from './version'
import { createWorkspaces } from './workspaces'

/** What a front (Electron's main process, the browser host) brings; the rest is the same behind both. */
export type Front = {
  readonly name: AppInfo['front']
  /** Absolute paths given on the command line: the window opens them, and they may be opened. */
  readonly open: readonly string[]
  /** Shows a native dialog; null where there is none and the window shows its own picker. */
  readonly pickFolder: ((title: string) => Promise<string | null>) | null
  /** Sends a notice to every window. */
  readonly notify: <N extends NoticeName>(name: N, notice: Notices[N]) => void
  /** The key of the recovery files; without it, a file that only the user can read. */
  readonly recoveryKey?: () => Promise<Uint8Array>
  /** The name of the host that it asks for new versions where the user wants that; without it, nobody is ever asked. */
  readonly asksForVersions?: string | null
}

export type Backend = {
  readonly handlers: Handlers
  /** The user chose this path outside the window (a drop, a second start): it may be opened from now on. */
  readonly grant: (path: string) => void
  /** The last window is gone, and another may come: what only a window looks at ends. */
  readonly rest: () => void
  readonly close: () => Promise<void>
}

/** The host's side of every call. Both fronts serve these same handlers. */
export function createBackend(front: Front): Backend {
  const config = configFolder()
  const settings = settingsFile(config)
  const recents = createRecents(config)
  const recovery = createRecovery(join(config, 'recovery'), front.recoveryKey)
  const workspaces = createWorkspaces({
    changed: notice => front.notify('files:changed', notice),
    unwatched: notice => front.notify('files:unwatched', notice),
  })
  const cluster = createClusterBackend({ config, folderOf: workspaces.folderOf, notify: front.notify })
  const granted = new Set(front.open)
  const grant = (path: string): void => void granted.add(path)

  const mayOpen = async (path: string): Promise<boolean> =>
    granted.has(path) ||
    granted.has(await realpath(path).catch(() => path)) ||
    (await recents.list()).some(recent => recent.path === path)

  const handlers: Handlers = {
    'app:info': async () => ({
      front: front.name,
      platform: platformOf(process.platform),
      version: VERSION,
      nativeDialogs: front.pickFolder !== null,
      open: front.open,
      home: homedir(),
      asksForVersions: front.asksForVersions ?? null,
    }),
    async 'dialog:pick-folder'({ title }) {
      const path = (await front.pickFolder?.(title)) ?? null
      if (path !== null) grant(path)
      return path
    },
    async 'folders:list'({ path }) {
      if (front.pickFolder) throw new Denied('This window has native dialogs.')
      const listing = await listFolders(path)
      for (const shown of [listing.path, ...listing.folders.map(folder => folder.path)]) grant(shown)
      return listing
    },

    async 'workspace:open'({ path }) {
      if (!(await mayOpen(path))) throw new Denied(`${path} was not opened by you. Choose it with "Open folder".`)
      const opened = await workspaces.open(path)
      // A home that can't be written (a read-only container) must not keep a folder from opening.
      await recents.remember(opened.path).catch(() => undefined)
      return opened
    },
    'workspace:list': ({ root }) => workspaces.list(root),
    'workspace:read': ({ root, paths }) => workspaces.read(root, paths),
    async 'workspace:close'({ root }) {
      await workspaces.close(root)
      return null
    },
    'files:save': ({ root, files }) => workspaces.save(root, files),
    'files:rename': ({ root, from, to, expectedHash }) => workspaces.rename(root, from, to, expectedHash),

    'recent:list': () => recents.list(),
    async 'recent:forget'({ path }) {
      await recents.forget(path)
      return null
    },

    async 'recent:look'({ path, look }) {
      await recents.look(path, look)
      return null
    },

    'settings:get': () => settings.read(),
    'settings:change': changes => settings.change(before => ({ ...before, ...changes })),

    async 'recovery:keep'({ id, work }) {
      await recovery.keep(id, work)
      return null
    },
    'recovery:list': () => recovery.list(),
    'recovery:take': ({ id }) => recovery.take(id),
    async 'recovery:forget'({ id }) {
      await recovery.forget(id)
      return null
    },

    // A front with menus and a close button of its own puts its own handlers here.
    'window:tell': async () => null,
    'window:saved': async () => null,

    ...cluster.handlers,
  }
  const close = (): Promise<void> => {
    cluster.close()
    return workspaces.closeAll()
  }
  return { handlers, grant, rest: cluster.rest, close }
}

function platformOf(platform: NodeJS.Platform): AppInfo['platform'] {
  return platform === 'linux' || platform === 'darwin' || platform === 'win32' ? platform : 'other'
}
