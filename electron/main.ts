import { join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import type { Handlers, NoticeName, Notices, WindowCommand } from '../shared/host'
import { registerAppScheme, serveAppPages } from './app-pages'
import { createBackend } from './backend/backend'
import { NOTICE } from './channels'
import { watchFailures } from './failing'
import { serveWindow } from './ipc'
import { guardLeaving, type Leaving } from './leaving'
import { joinPaths, loginPath } from './login-path'
import { showMenu } from './menu'
import { pathsIn, pathsThere } from './start-paths'
import { confine, createWindow, followPlace } from './window'

registerAppScheme()
// A second start opens its folder in the window of the first, and ends.
if (app.requestSingleInstanceLock()) void start()
else app.quit()

async function start(): Promise<void> {
  const asked = pathsIn(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd())
  // macOS tells what to open by an event, which may come before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openLater(path)
  })
  let openLater = (path: string): void => void asked.push(path)
  app.on('web-contents-created', (_event, contents) => confine(contents))
  app.on('window-all-closed', () => app.quit())
  await app.whenReady()
  const path = await loginPath(process.env, process.platform)
  if (path) process.env.PATH = joinPaths(path, process.env.PATH ?? '')

  serveAppPages(join(__dirname, '../renderer'))
  const backend = createBackend({
    name: 'electron',
    open: await pathsThere(asked),
    pickFolder,
    notify,
  })
  let commands: readonly WindowCommand[] = []
  let leaving: Leaving | null = null
  const open = (path: string): void => {
    backend.grant(path)
    notify('open:asked', { path })
    app.addRecentDocument(path)
  }
  const openAll = async (paths: readonly string[]): Promise<void> => (await pathsThere(paths)).forEach(open)
  openLater = path => void openAll([path])
  const menu = async (): Promise<void> => {
    const recents = await backend.handlers['recent:list']()
    showMenu({ commands, recents, run: id => notify('command:asked', { id }), open })
  }
  const handlers: Handlers = {
    ...backend.handlers,
    async 'window:tell'(state) {
      leaving?.setUnsaved(state.unsaved)
      commands = state.commands
      await menu()
      return null
    },
    async 'window:saved'({ all }) {
      leaving?.saved(all)
      return null
    },
  }
  serveWindow(handlers, paths => void openAll(paths))

  const { window: place } = await backend.handlers['settings:get']()
  const window = createWindow(place)
  leaving = guardLeaving(window, {
    askToSave: () => notify('save:asked', null),
    stayed: () => undefined,
  })
  followPlace(window, changed => void backend.handlers['settings:change']({ window: changed }))
  watchFailures(window)
  await menu()

  app.on('second-instance', (_event, argv, cwd) => {
    if (window.isMinimized()) window.restore()
    window.focus()
    void openAll(pathsIn(argv.slice(app.isPackaged ? 1 : 2), cwd))
  })
  window.on('closed', () => (leaving = null))
  app.on('will-quit', () => void backend.close())
}

async function pickFolder(title: string): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows()
  const options = { title, properties: ['openDirectory', 'createDirectory'] as ('openDirectory' | 'createDirectory')[] }
  const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return filePaths[0] ?? null
}

function notify<N extends NoticeName>(name: N, notice: Notices[N]): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(NOTICE, name, notice)
}
