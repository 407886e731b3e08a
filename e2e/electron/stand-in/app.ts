import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { App } from 'electron'
import { eventNames } from './events'
import { Events, offer } from './offer'
import { answer, desktop, endProcess, fail, start } from './process'

export const appEvents = new Events('app', eventNames.App)
export const recentDocuments: string[] = []

let isReady = false
let isQuitting = false
let isSandboxEnforced = false
let lock: string | null = null
const paths = new Map<string, string>([['userData', start.home]])

/** Throws where something is done too early or too late, as Electron does. */
export function mustBe(when: 'ready' | 'not ready', what: string): void {
  if (isReady !== (when === 'ready')) throw new Error(`${what} ${isReady ? 'comes too late' : 'needs a ready app'}`)
}

export function lookAtApp(): { userData: string; isSandboxEnforced: boolean } {
  return { userData: paths.get('userData') ?? '', isSandboxEnforced }
}

/** The windows are closed one by one; the last one ends the app, and one that stays keeps it. */
type Windows = { readonly count: () => number; readonly closeAll: () => void }
let windows: Windows = { count: () => 0, closeAll: () => undefined }
export function setWindows(all: Windows): void {
  windows = all
}

export function windowStayed(): void {
  isQuitting = false
}

export function windowClosed(): void {
  if (windows.count() > 0) return
  if (isQuitting) endUnlessPrevented()
  else if (appEvents.has('window-all-closed')) appEvents.tell('window-all-closed')
  else quit()
}

function quit(): void {
  if (appEvents.isPrevented('before-quit')) return
  isQuitting = true
  if (windows.count() === 0) endUnlessPrevented()
  else windows.closeAll()
}

function endUnlessPrevented(): void {
  if (appEvents.isPrevented('will-quit')) isQuitting = false
  else exit(0)
}

function exit(code = 0): void {
  appEvents.tell('quit', {}, code)
  if (lock !== null) rmSync(lock, { force: true })
  endProcess(code)
}

export const app = offer<App>(
  'app',
  {
    isPackaged: false,
    whenReady: () => (isReady ? Promise.resolve() : new Promise(ready => appEvents.listen('ready', ready, true))),
    setPath(name, path) {
      if (name !== 'userData') throw new Error(`The stand-in keeps no path ${name}`)
      if (!isAbsolute(path) || !existsSync(path)) throw new Error(`${path} is no folder that is there`)
      mustBe('not ready', 'app.setPath(userData)')
      paths.set(name, path)
    },
    enableSandbox() {
      mustBe('not ready', 'app.enableSandbox')
      isSandboxEnforced = true
    },
    requestSingleInstanceLock(additionalData) {
      const file = join(paths.get('userData') ?? '', 'SingletonLock')
      if (!isHeld(file)) {
        writeFileSync(file, String(process.pid))
        lock = file
        return true
      }
      const data: unknown = structuredClone(additionalData)
      // Chromium puts switches first, and its own among them: nothing can rely on the order.
      const argv = [...process.argv.slice(0, 1), '--allow-file-access-from-files', ...process.argv.slice(1)]
      desktop.ask('start:second', { argv, cwd: process.cwd(), data }).catch(fail)
      return false
    },
    addRecentDocument(path) {
      mustBe('ready', 'app.addRecentDocument')
      recentDocuments.push(path)
    },
    quit,
    exit,
  },
  appEvents,
)

answer('user:quits', async () => {
  quit()
  return null
})
answer('user:activates', async () => {
  appEvents.tell('activate', {}, windows.count() > 0)
  return null
})
answer('system:open-file', async ({ path }) => {
  if (!appEvents.isPrevented('open-file', {}, path)) throw new Error('Nobody took the file')
  return null
})
answer('system:second-start', async ({ argv, cwd, data }) => {
  appEvents.tell('second-instance', {}, argv, cwd, data)
  return null
})

setTimeout(() => {
  isReady = true
  appEvents.tell('ready', {}, {})
}, 0)

function isHeld(file: string): boolean {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}
