import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deployment, service } from '../manifests'
import { expect, test } from './shell'

test('the window comes back where it was, and as large', async ({ shell }) => {
  const desktop = await shell.start()
  await shell.app(desktop)
  const place = { x: 120, y: 90, width: 1300, height: 820 }
  await desktop.act({ type: 'place', ...place })
  await desktop.act({ type: 'close' })
  await desktop.ended
  const again = await shell.start()
  await shell.app(again)
  expect((await again.look()).windows[0]).toMatchObject({ bounds: place, isMaximized: false })
  await again.act({ type: 'maximize' })
  await again.act({ type: 'close' })
  await again.ended
  const third = await shell.start()
  await shell.app(third)
  expect((await third.look()).windows[0]).toMatchObject({ bounds: place, isMaximized: true })
})

test('a start that names nothing comes back to what the last window had open, unless that is gone', async ({
  shell,
}) => {
  const folder = shell.folder({ 'web.yaml': deployment, 'service.yaml': service })
  const desktop = await shell.start([folder.path])
  await expect((await shell.app(desktop)).canvas.card('Deployment web')).toBeVisible()
  await desktop.act({ type: 'close' })
  await desktop.ended
  const again = await shell.start()
  await expect((await shell.app(again)).canvas.card('Deployment web')).toBeVisible()
  await again.act({ type: 'close' })
  await again.ended
  folder.remove()
  await expect((await shell.app(await shell.start())).button('Open folder')).toBeVisible()
})

test('a window whose screen is gone comes back on one that is there', async ({ shell }) => {
  const desktop = await shell.start()
  await shell.app(desktop)
  await desktop.act({ type: 'place', x: 1500, y: 900, width: 1000, height: 700 })
  await desktop.act({ type: 'close' })
  await desktop.ended
  const again = await shell.start([], { display: { width: 1280, height: 800 } })
  await shell.app(again)
  expect((await again.look()).windows[0]?.bounds).toEqual({ x: 0, y: 0, width: 1000, height: 700 })
})

test('the menus hold the commands of the window, show their keys, and run them', async ({ shell }) => {
  const folder = shell.folder({ 'web.yaml': deployment, 'service.yaml': service })
  const desktop = await shell.start([folder.path])
  const app = await shell.app(desktop)
  await app.canvas.select('Deployment web')
  await app.editor.typeBehind('image: nginx:1.29', '-alpine')
  const items = async () => (await desktop.menu()).flatMap(menu => menu.items)
  await expect.poll(async () => (await items()).find(item => item.label === 'Undo')?.isEnabled).toBe(true)
  const shown = await items()
  expect(Object.fromEntries(shown.map(({ label, accelerator }) => [label, accelerator]))).toMatchObject({
    ...{ 'Open folder…': 'CmdOrCtrl+O', Save: 'CmdOrCtrl+S', Undo: 'CmdOrCtrl+Z', Redo: 'CmdOrCtrl+Shift+Z' },
    ...{ Commands: 'CmdOrCtrl+K', 'Find in YAML': 'CmdOrCtrl+F', 'Next problem': 'F8', 'Keyboard shortcuts': 'F1' },
  })
  await desktop.choose('Edit', 'Undo')
  await expect(app.canvas.card('Deployment web')).not.toContainText('nginx:1.29-alpine')
  await expect.poll(async () => (await items()).find(item => item.label === 'Undo')?.isEnabled).toBe(false)
  await desktop.choose('Edit', 'Redo')
  await expect.poll(async () => (await items()).find(item => item.label === 'Save')?.isEnabled).toBe(true)
  await desktop.choose('File', 'Save')
  await expect.poll(() => folder.read('web.yaml')).toContain('nginx:1.29-alpine')
  await desktop.choose('View', 'Commands')
  await expect(app.page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
})

test('the window fills the screen and shrinks again, and its interface is enlarged', async ({ shell }) => {
  const desktop = await shell.start()
  const app = await shell.app(desktop)
  await desktop.choose('View', 'Toggle Full Screen')
  expect((await desktop.look()).windows[0]?.isFullScreen).toBe(true)
  await desktop.choose('View', 'Toggle Full Screen')
  expect((await desktop.look()).windows[0]?.isFullScreen).toBe(false)
  const width = () => app.page.evaluate(() => innerWidth)
  const usual = await width()
  await desktop.choose('View', 'Larger interface')
  await expect.poll(width).toBeLessThan(usual)
  await expect(app.button('Open folder')).toBeVisible()
  await desktop.choose('View', 'Usual size')
  await expect.poll(width).toBe(usual)
  await desktop.choose('View', 'Smaller interface')
  await expect.poll(width).toBeGreaterThan(usual)
})

test('objects are copied to the system’s clipboard and pasted from it', async ({ shell }) => {
  const folder = shell.folder({ 'web.yaml': deployment })
  const desktop = await shell.start([folder.path])
  const app = await shell.app(desktop)
  await app.canvas.select('Deployment web')
  await desktop.choose('Edit', 'Copy as YAML')
  await expect.poll(() => app.page.evaluate(() => navigator.clipboard.readText())).toContain('kind: Deployment')
  await desktop.choose('Edit', 'Paste YAML')
  await expect(app.canvas.card('Deployment web-2')).toBeVisible()
})

test('the window shows before a login shell has answered, and kubectl is found by its PATH afterwards', async ({
  shell,
}) => {
  const slow = slowShell(shell.config)
  const desktop = await shell.start([], { env: { SHELL: slow.path } })
  const app = await shell.app(desktop)
  await expect(app.button('Open folder')).toBeVisible()
  expect(slow.hasEnded(), 'the window did not wait for the shell').toBe(false)
  setTimeout(() => slow.goOn(), 300)
  await app.page.evaluate(async () => {
    const { host } = window as unknown as { host: { ask(name: string, input: unknown): Promise<unknown> } }
    await host.ask('cluster:contexts', undefined)
  })
  expect(slow.hasEnded(), 'a question to a cluster did').toBe(true)
})

/** A login shell whose start-up files take until they are told to go on. */
function slowShell(folder: string): { path: string; goOn(): void; hasEnded(): boolean } {
  const [path, go, ended] = ['shell', 'go', 'ended'].map(name => join(folder, name)) as [string, string, string]
  const script = `#!/bin/sh\nwhile [ ! -e ${go} ]; do sleep 0.05; done\neval "$2"\ntouch ${ended}\n`
  writeFileSync(path, script, { mode: 0o755 })
  return { path, goOn: () => writeFileSync(go, ''), hasEnded: () => existsSync(ended) }
}
