import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app, dialog, session } from 'electron'
import { registerAppScheme, serveAppPages } from './app-pages'
import { configFolder } from './backend/config-folder'
import { lastOpen } from './backend/settings'
import { confinePage, confineSession } from './confine'
import { joinEnvironments, loginEnvironment } from './login-environment'
import { releasesNamedIn } from './new-version'
import { createShell } from './shell'
import type { Shell } from './shell'
import { pathsIn, readSentPaths } from './start-paths'

/** Electron's entry: one Chartroom a user. A second start hands its paths to the first, and ends. */
keepOwnFiles(resolve(configFolder(), 'window'))
app.enableSandbox()
registerAppScheme()
const asked = pathsIn(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd())
// Chromium mixes the arguments of a second start with its own: what it asks for travels beside them.
if (app.requestSingleInstanceLock({ paths: asked })) void run([...asked])
else app.quit()

/** `waiting` is to be opened as soon as there is a window, and grows until then: macOS tells of files before that. */
async function run(waiting: string[]): Promise<void> {
  let shell: Shell | null = null
  let isQuitting = false
  const open = (paths: readonly string[]): void => {
    if (shell) void shell.open(paths)
    else waiting.push(...paths)
    shell?.show()
  }
  app.on('second-instance', (_event, _argv, _cwd, sent) => open(readSentPaths(sent)))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open([path])
  })
  app.on('web-contents-created', (_event, contents) => confinePage(contents))
  app.on('activate', () => shell?.show())
  app.on('before-quit', () => (isQuitting = true))
  app.on('window-all-closed', () => {
    if (isQuitting || process.platform !== 'darwin') app.quit()
  })
  const environment = takeLoginEnvironment()
  try {
    await app.whenReady()
    confineSession(session.defaultSession)
    await serveAppPages(join(__dirname, '../renderer'))
    shell = await createShell({ stayed: () => (isQuitting = false), environment, releases: ownReleases() })
    await shell.open(waiting.length > 0 ? waiting : await lastOpen())
    shell.show()
    endAfter(shell.close)
  } catch (error) {
    dialog.showErrorBox('Chartroom could not start', error instanceof Error ? error.message : String(error))
    app.exit(1)
  }
}

/** Where new versions of this very package are told of; a bundle without its package has none. */
function ownReleases(): URL | null {
  const description = join(__dirname, '../../package.json')
  return existsSync(description) ? releasesNamedIn(readFileSync(description, 'utf8')) : null
}

async function takeLoginEnvironment(): Promise<void> {
  const login = await loginEnvironment(process.env, process.platform)
  if (login) Object.assign(process.env, joinEnvironments(process.env, login))
}

/** Chromium's files, and with them the lock of the one Chartroom, belong to the settings that are used. */
function keepOwnFiles(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    app.setPath('userData', folder)
  } catch (error) {
    // A home that can't be written must not keep the window from opening: Electron finds a place of its own.
    process.stderr.write(`chartroom: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}

/** Lets the app end only when `close` has settled: a save that is under way comes to its end. */
function endAfter(close: () => Promise<void>): void {
  let isClosed = false
  app.on('will-quit', event => {
    if (isClosed) return
    event.preventDefault()
    void close().finally(() => {
      isClosed = true
      app.quit()
    })
  })
}
