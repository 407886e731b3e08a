import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test as base } from '@playwright/test'
import type { ElectronApplication } from '@playwright/test'
import { App } from '../app'
import { deployment, service } from '../manifests'
import { WorkspaceFolder } from '../workspace-folder'
import { ownFolder, PAGE_SIZE } from './own-folder'
import { launchElectron } from './real'
import { shownBy } from './shell'

/** What the stand-in can only say of itself: that a real Electron does the same. `npm run test:electron` runs it. */
type Started = { readonly electron: ElectronApplication; readonly app: App; readonly folder: WorkspaceFolder }

const test = base.extend<{ config: string; started: Started }>({
  config: async ({}, use) => {
    const config = ownFolder(PAGE_SIZE)
    await use(config)
    rmSync(config, { recursive: true, force: true })
  },
  started: async ({ config }, use) => {
    const folder = WorkspaceFolder.with({ 'web.yaml': deployment })
    const electron = await launchElectron(config, [folder.path])
    const app = new App(shownBy(await electron.firstWindow()))
    await expect(app.canvas.card('Deployment web')).toBeVisible()
    await use({ electron, app, folder })
    await electron.evaluate(({ app: running }) => running.exit(0)).catch(() => undefined)
    folder.remove()
  },
})

test('the page is sandboxed, has no Node, and gets two functions', async ({ started: { electron, app } }) => {
  const found = await app.page.evaluate(() => ({
    names: Object.keys(Reflect.get(window, 'host')).sort(),
    node: [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')],
    url: location.href,
  }))
  expect(found).toEqual({
    names: ['ask', 'listen'],
    node: ['undefined', 'undefined'],
    url: 'app://chartroom/index.html',
  })
  // Electron tells of the system's own sandbox where the system does; elsewhere that there is no Node has to do.
  if (process.platform === 'linux') return
  const sandboxed = await electron.evaluate(({ app: running }) =>
    running.getAppMetrics().map(of => [of.type, of.sandboxed]),
  )
  expect(sandboxed).toContainEqual(['Tab', true])
})

test('the page stays where it is, and opens no window', async ({ started: { electron, app } }) => {
  await app.page.evaluate(() => {
    window.open('https://example.com/')
    location.href = 'https://example.com/'
  })
  await app.page.waitForTimeout(500)
  expect(app.page.url()).toBe('app://chartroom/index.html')
  expect(electron.windows()).toHaveLength(1)
})

test('unsaved work is asked about, and written before the app ends', async ({ started: { electron, app, folder } }) => {
  await app.canvas.select('Deployment web')
  await app.editor.typeBehind('image: nginx:1.29', '-alpine')
  await expect(app.canvas.card('Deployment web')).toContainText('nginx:1.29-alpine')
  const ended = new Promise<void>(resolve => electron.once('close', () => resolve()))
  await electron.evaluate(({ BrowserWindow, dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false })
    BrowserWindow.getAllWindows()[0]?.close()
  })
  await ended
  expect(folder.read('web.yaml')).toBe(deployment.replace('nginx:1.29', 'nginx:1.29-alpine'))
})

test('a second start opens its folder in the first window, and ends', async ({ started: { app }, config }) => {
  const other = WorkspaceFolder.with({ 'service.yaml': service })
  const repository = fileURLToPath(new URL('../..', import.meta.url))
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const second = spawn(process.env.CHARTROOM_ELECTRON ?? '', [...switches, repository, other.path], {
    env: { ...process.env, CHARTROOM_CONFIG: config },
    stdio: 'ignore',
  })
  expect(await new Promise(resolve => second.once('exit', resolve))).toBe(0)
  await expect(app.canvas.card('Service web')).toBeVisible()
  other.remove()
})
