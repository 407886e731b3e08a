import { join } from 'node:path'
import { app, dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import type { Handlers, NoticeName, Notices, WindowCommand } from '../shared/host'
import { createBackend } from './backend/backend'
import { configFolder } from './backend/config-folder'
import { NOTICE } from './channels'
import { watchFailures } from './failing'
import { serveWindow } from './ipc'
import { guardLeaving } from './leaving'
import type { Leaving } from './leaving'
import { showMenu } from './menu'
import { createOpenRequests } from './open-requests'
import { systemRecoveryKey } from './recovery-key'
import { rememberPage } from './page-memory'
import { pathsThere } from './start-paths'
import { watchVersions } from './version-watch'
import { createWindow, followPlace } from './window'

/** The one window, the backend behind it, and what the system shows of it: its menus, dialogs and recent documents. */
export type Shell = {
  /** The user asked for these outside the window: those that are there are opened in it. */
  readonly open: (paths: readonly string[]) => Promise<void>
  /** The window comes to the front; a new one where the last was closed and the app stayed, as on macOS. */
  readonly show: () => void
  /** Settles when nothing is being written any more. */
  readonly close: () => Promise<void>
}

export type ShellOptions = {
  /** The user was asked about unsaved work and wants the window to stay. */
  readonly stayed: () => void
  /** When this process knows the user's own environment: nothing but a cluster waits for it. */
  readonly environment: Promise<unknown>
  /** Where new versions are told of; null where nobody is to be asked. */
  readonly releases: URL | null
}

/** Shows no window yet. Rejects where Chartroom's own files keep it from starting. */
export async function createShell({ stayed, environment, releases }: ShellOptions): Promise<Shell> {
  let window: BrowserWindow | null = null
  let leaving: Leaving | null = null
  let commands: readonly WindowCommand[] = []

  const notify = <N extends NoticeName>(name: N, notice: Notices[N]): void =>
    window?.webContents.send(NOTICE, name, notice)
  const requests = createOpenRequests(path => notify('open:asked', { path }))
  const versions = watchVersions(releases, newer => notify('version:found', newer))
  const { handlers, grant, rest, close } = createBackend({
    name: 'electron',
    open: [],
    pickFolder: title => pickFolder(window, title),
    notify,
    recoveryKey: () => systemRecoveryKey(join(configFolder(), 'recovery')),
    asksForVersions: releases?.host ?? null,
  })
  let { window: place, versions: wantsVersions } = await handlers['settings:get']()
  let keeping: Promise<unknown> = Promise.resolve()

  const menu = async (): Promise<void> => {
    const recents = await handlers['recent:list']()
    showMenu({ commands, recents, run: id => notify('command:asked', { id }), open: openRecent })
  }
  /** One that is gone is asked for all the same: the window says so. */
  const openRecent = (path: string): void => {
    requests.add(path)
    show()
  }
  const open = async (paths: readonly string[]): Promise<void> => {
    for (const path of await pathsThere(paths)) {
      grant(path)
      requests.add(path)
    }
  }
  const page = rememberPage(handlers, async path => {
    app.addRecentDocument(path)
    await menu()
  })
  const ownHandlers: Handlers = {
    ...handlers,
    ...page.handlers,
    'app:info': async () => ({ ...(await handlers['app:info']()), open: requests.takeWaiting() }),
    async 'window:tell'(state) {
      leaving?.setUnsaved(state.unsaved)
      requests.setListening(true)
      // From here on the page listens: what is found before would be lost.
      versions.set(wantsVersions)
      commands = state.commands
      await menu()
      return null
    },
    async 'settings:change'(changes) {
      const changing = handlers['settings:change'](changes)
      keeping = changing
      const settings = await changing
      wantsVersions = settings.versions
      versions.set(wantsVersions)
      return settings
    },
    async 'window:saved'({ all }) {
      leaving?.saved(all)
      return null
    },
  }
  serveWindow({ handlers: ownHandlers, dropped: paths => void open(paths), environment })

  const show = (): void => {
    if (!window) return openWindow()
    if (window.isMinimized()) window.restore()
    window.focus()
  }
  const openWindow = (): void => {
    const shown = createWindow(place)
    window = shown
    const askToSave = (): void => notify('save:asked', null)
    leaving = guardLeaving(shown, { askToSave, discard: page.discardKept, stayed })
    followPlace(shown, changed => {
      place = changed
      keeping = handlers['settings:change']({ window: changed })
    })
    watchFailures(shown, () => {
      // What was not saved is with the recovery, so a window without a page may close unasked. A page that is loaded
      // again comes back to its folder.
      leaving?.pageGone()
      requests.setListening(false)
      const last = page.lastOpened()
      if (last !== null) requests.add(last)
      page.forget()
      rest()
    })
    shown.on('closed', () => {
      window = null
      leaving = null
      commands = []
      requests.setListening(false)
      page.forget()
      rest()
      void menu()
    })
  }
  await menu()
  return { open, show, close: async () => void (await Promise.all([keeping, close()])) }
}

async function pickFolder(window: BrowserWindow | null, title: string): Promise<string | null> {
  const options = { title, properties: ['openDirectory', 'createDirectory'] as ('openDirectory' | 'createDirectory')[] }
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return filePaths[0] ?? null
}
