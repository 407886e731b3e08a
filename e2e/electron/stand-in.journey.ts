import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, Shell, test } from './shell'
import { eventNames } from './stand-in/events'

/** The stand-in is worth what it refuses. Its part of the API is held against Electron's declarations by the compiler. */
const declarations = readFileSync(
  fileURLToPath(new URL('../../node_modules/electron/electron.d.ts', import.meta.url)),
  'utf8',
)

test('every event that the stand-in tells of is one that Electron declares', () => {
  for (const [name, events] of Object.entries(eventNames)) {
    const from = declarations.search(new RegExp(`^  (class|interface) ${name} extends `, 'm'))
    const declared = declarations.slice(from, declarations.indexOf('\n  }\n', from))
    for (const event of events) expect(declared, `${name} has ${event}`).toContain(` on(event: '${event}'`)
  }
})

const refused = {
  'an API that it does not have': [`electron.app.getVersion()`, 'The stand-in has no app.getVersion'],
  'a module of Electron that it does not have': [
    `electron.shell.openExternal('x')`,
    'The stand-in has no electron.shell',
  ],
  'an event that Electron does not have': [`electron.app.on('second-instant', () => 0)`, `no 'second-instant' of app`],
  'a window before the app is ready': [`new electron.BrowserWindow({})`, 'new BrowserWindow needs a ready app'],
  'a scheme that comes too late': [
    `electron.app.whenReady().then(() => electron.protocol.registerSchemesAsPrivileged([]))`,
    'registerSchemesAsPrivileged comes too late',
  ],
  'an option that windows do not have': [
    `electron.app.whenReady().then(() => new electron.BrowserWindow({ nodeIntegration: true }))`,
    'BrowserWindow has no option nodeIntegration',
  ],
  'a preference that pages do not have': [
    `electron.app.whenReady().then(() => new electron.BrowserWindow({ webPreferences: { sandboxed: true } }))`,
    'webPreferences has no option sandboxed',
  ],
  'a preload that is not there': [
    `electron.app.whenReady().then(() => new electron.BrowserWindow({ webPreferences: { preload: '/nowhere.cjs' } }))`,
    'There is no preload script at /nowhere.cjs',
  ],
  'an accelerator that Electron cannot read': [
    `electron.Menu.buildFromTemplate([{ label: 'Up', accelerator: 'Ctrl+ArrowUp' }])`,
    'Ctrl+ArrowUp is no accelerator',
  ],
  'a role that there is not': [`electron.Menu.buildFromTemplate([{ role: 'fullscreen' }])`, 'plays no role fullscreen'],
  'a second handler of a channel': [
    `electron.ipcMain.handle('a', () => 0); electron.ipcMain.handle('a', () => 0)`,
    `second handler for 'a'`,
  ],
  'a window that is gone': [
    `electron.app.whenReady().then(() => { const w = new electron.BrowserWindow({}); electron.app.on('window-all-closed', () => 0); w.destroy(); w.focus() })`,
    'Object has been destroyed',
  ],
  'a folder of its own that is not there': [
    `electron.app.setPath('userData', '/nowhere')`,
    '/nowhere is no folder that is there',
  ],
} as const

const refusedPreloads = {
  'a preload that requires what a sandbox has not': [`require('node:fs')`, 'may not require node:fs'],
  'a preload that uses more of Electron than a sandbox has': [`electron.app.quit()`, 'no electron.app'],
  'a message that cannot be cloned': [`electron.ipcRenderer.send('a', () => 0)`, 'could not be cloned'],
  'a bridge over what is there': [
    `electron.contextBridge.exposeInMainWorld('name', {})`,
    'on top of an existing property',
  ],
} as const

test.describe('the stand-in refuses', () => {
  for (const [what, [script, says]] of Object.entries(refused))
    test(what, async ({ browser, standIn }) => {
      const own = new Shell(browser, standIn)
      const desktop = await own.start([], { main: own.mainOf(`const electron = require('electron'); ${script}`) })
      expect(await desktop.ended).not.toBe(0)
      expect(desktop.said()).toContain(says)
      await own.end()
    })

  for (const [what, [script, says]] of Object.entries(refusedPreloads))
    test(what, async ({ browser, standIn }) => {
      const own = new Shell(browser, standIn)
      const preload = own.mainOf(`const electron = require('electron'); ${script}`)
      const options = JSON.stringify({ webPreferences: { preload } })
      const main = own.mainOf(`const { app, BrowserWindow, protocol } = require('electron')
        app.whenReady().then(() => {
          protocol.handle('own', () => new Response('<title>page</title>', { headers: { 'Content-Type': 'text/html' } }))
          new BrowserWindow(${options}).loadURL('own://page/')
        })`)
      const desktop = await own.start([], { main })
      await expect.poll(() => desktop.pageErrors().join()).toContain(says)
      await own.end()
    })
})
