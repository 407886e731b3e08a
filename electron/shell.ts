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
import { pathsThere } from './start-paths'
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
}

export async function createShell({ stayed, environment }: ShellOptions): Promise<Shell> {
  let window: BrowserWindow | null = null
  let leaving: Leaving | null = null
  let commands: readonly WindowCommand[] = []
  /** What the page has open, by the token that it has for it. */
  const opened = new Map<string, string>()
  /** Unsaved work that the page keeps, by its names. */
  const kept = new Set<string>()

  const notify = <N extends NoticeName>(name: N, notice: Notices[N]): void =>
    window?.webContents.send(NOTICE, name, notice)
  const requests = createOpenRequests(path => notify('open:asked', { path }))
  const backend = createBackend({
    name: 'electron',
    open: [],
    pickFolder: title => pickFolder(window, title),
    notify,
    recoveryKey: () => systemRecoveryKey(join(configFolder(), 'recovery')),
  })
  let { window: place } = await backend.handlers['settings:get']()
  let placing: Promise<unknown> = Promise.resolve()

  const menu = async (): Promise<void> => {
    const recents = await backend.handlers['recent:list']()
    showMenu({ commands, recents, run: id => notify('command:asked', { id }), open: path => add(path) })
  }
  /** A recent folder that is gone is asked for all the same: the window says so. */
  const add = (path: string): void => {
    requests.add(path)
    show()
  }
  const open = async (paths: readonly string[]): Promise<void> => {
    for (const path of await pathsThere(paths)) {
      backend.grant(path)
      requests.add(path)
    }
  }
  const forgetOpened = (): void => {
    for (const root of opened.keys()) void backend.handlers['workspace:close']({ root })
    opened.clear()
  }

  const handlers: Handlers = {
    ...backend.handlers,
    'app:info': async () => ({ ...(await backend.handlers['app:info']()), open: requests.takeWaiting() }),
    async 'workspace:open'(input) {
      const workspace = await backend.handlers['workspace:open'](input)
      opened.set(workspace.root, workspace.path)
      app.addRecentDocument(workspace.path)
      await menu()
      return workspace
    },
    async 'workspace:close'({ root }) {
      opened.delete(root)
      return backend.handlers['workspace:close']({ root })
    },
    async 'recovery:keep'(input) {
      kept.add(input.id)
      return backend.handlers['recovery:keep'](input)
    },
    async 'window:tell'(state) {
      leaving?.setUnsaved(state.unsaved)
      requests.setListening(true)
      commands = state.commands
      await menu()
      return null
    },
    async 'window:saved'({ all }) {
      leaving?.saved(all)
      return null
    },
  }
  const discard = async (): Promise<void> => {
    const forgetting = [...kept].map(id => backend.handlers['recovery:forget']({ id }))
    // Work that can't be forgotten is offered again: that is no reason to keep a window that the user closes.
    await Promise.allSettled(forgetting)
  }
  serveWindow({ handlers, dropped: paths => void open(paths), environment })

  const show = (): void => {
    if (window) {
      if (window.isMinimized()) window.restore()
      window.focus()
      return
    }
    const shown = createWindow(place)
    window = shown
    leaving = guardLeaving(shown, { askToSave: () => notify('save:asked', null), discard, stayed })
    followPlace(shown, changed => {
      place = changed
      placing = backend.handlers['settings:change']({ window: changed })
    })
    watchFailures(shown, () => {
      // What was not saved is with the recovery, so a window without a page may close unasked. A page that is loaded
      // again comes back to its folder.
      leaving?.pageGone()
      kept.clear()
      requests.setListening(false)
      const last = [...opened.values()].at(-1)
      forgetOpened()
      if (last !== undefined) requests.add(last)
    })
    shown.on('closed', () => {
      window = null
      leaving = null
      commands = []
      kept.clear()
      requests.setListening(false)
      forgetOpened()
      void menu()
    })
  }
  await menu()
  return { open, show, close: async () => void (await Promise.all([placing, backend.close()])) }
}

async function pickFolder(window: BrowserWindow | null, title: string): Promise<string | null> {
  const options = { title, properties: ['openDirectory', 'createDirectory'] as ('openDirectory' | 'createDirectory')[] }
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return filePaths[0] ?? null
}
