import Module from 'node:module'
import { app, lookAtApp, recentDocuments } from './app'
import { dialog } from './dialog'
import { ipcMain } from './ipc-main'
import { lookAtMenu, Menu } from './menu'
import { offer } from './offer'
import { answer, fail } from './process'
import { privilegedSchemes, protocol } from './protocol'
import { defaultSession } from './session'
import { contacted, net, safeStorage, screen } from './system'
import { BrowserWindow, openWindows } from './windows'

/** Loaded before the built main.cjs, unmodified, in a process of plain Node: what it requires as `electron` is this. */
const electron = offer<object>('electron', {
  ...{ app, BrowserWindow, dialog, ipcMain, Menu, net, protocol, safeStorage, screen, session: { defaultSession } },
})

answer('look', async () => ({
  ...lookAtApp(),
  ...{
    contacted,
    privilegedSchemes,
    recentDocuments,
    menu: lookAtMenu(),
    windows: openWindows().map(({ look }) => look()),
  },
}))

const loader = readLoader(Module)
const load = loader._load
loader._load = (request, ...rest) => (request === 'electron' ? electron : load(request, ...rest))

// The app ends with the test that started it.
process.on('disconnect', () => process.exit(0))
process.on('unhandledRejection', fail)

/** Node's own way to require, which its types don't tell of. */
function readLoader(module: unknown): { _load: (request: string, ...rest: readonly unknown[]) => unknown } {
  return module as { _load: (request: string, ...rest: readonly unknown[]) => unknown }
}
