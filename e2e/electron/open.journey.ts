import { join } from 'node:path'
import { deployment, service } from '../manifests'
import { expect, test, type Shell } from './shell'

/** A window with the first of two folders open, each with a card of its own. */
async function firstOpen(shell: Shell) {
  const first = shell.folder({ 'web.yaml': deployment })
  const second = shell.folder({ 'service.yaml': service })
  const desktop = await shell.start([first.path])
  const app = await shell.app(desktop)
  await expect(app.canvas.card('Deployment web')).toBeVisible()
  return { first, second, desktop, app }
}

test('a folder given on the command line opens in a window of Electron', async ({ shell }) => {
  const folder = shell.folder({ 'web.yaml': deployment, 'service.yaml': service })
  const desktop = await shell.start([folder.path])
  const app = await shell.app(desktop)
  await expect(app.canvas.card('Deployment web')).toBeVisible()
  await expect.poll(() => app.page.title()).toContain('Chartroom')
  expect(folder.diskDiff()).toEqual([])
})

test('a folder is opened by the system’s dialog, edited and saved', async ({ shell }) => {
  const folder = shell.folder({ 'web.yaml': deployment })
  const desktop = await shell.start()
  const app = await shell.app(desktop)
  await desktop.pick(null)
  await app.button('Open folder').click()
  await expect(app.button('Open folder')).toBeVisible()
  await desktop.pick(folder.path)
  await app.button('Open folder').click()
  await app.canvas.select('Deployment web')
  await app.editor.typeBehind('image: nginx:1.29', '-alpine')
  await app.save()
  expect(folder.read('web.yaml')).toBe(deployment.replace('nginx:1.29', 'nginx:1.29-alpine'))
})

test('a new design is saved into a folder that the system’s dialog gives', async ({ shell }) => {
  const folder = shell.folder({})
  const desktop = await shell.start()
  const app = await shell.app(desktop)
  await app.button('New design').click()
  await app.palette.add('ConfigMap')
  await desktop.pick(folder.path)
  await app.save()
  expect(folder.files()).toHaveLength(1)
  expect(folder.read(folder.files()[0] ?? '')).toContain('kind: ConfigMap')
})

test('a second start opens its folder in the window of the first, wherever it was started', async ({ shell }) => {
  const first = shell.folder({ 'web.yaml': deployment })
  const second = shell.folder({ 'k8s/service.yaml': service })
  const desktop = await shell.start([first.path])
  const app = await shell.app(desktop)
  await expect(app.canvas.card('Deployment web')).toBeVisible()
  await desktop.act({ type: 'minimize' })
  await desktop.startAgain(['k8s'], second.path)
  await expect(app.canvas.card('Service web')).toBeVisible()
  await expect(app.canvas.card('Deployment web')).toHaveCount(0)
  const look = await desktop.look()
  expect(look.windows).toHaveLength(1)
  expect(look.windows[0]).toMatchObject({ isFocused: true, isMinimized: false })
})

test('a second start while there is unsaved work asks first', async ({ shell }) => {
  const first = shell.folder({ 'web.yaml': deployment })
  const second = shell.folder({ 'service.yaml': service })
  const desktop = await shell.start([first.path])
  const app = await shell.app(desktop)
  await app.canvas.select('Deployment web')
  await app.editor.typeBehind('image: nginx:1.29', '-alpine')
  await desktop.startAgain([second.path], first.path)
  await expect(app.page.getByRole('dialog')).toContainText(/unsaved/i)
  await app.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(app.canvas.card('Deployment web')).toContainText('nginx:1.29-alpine')
})

test('one manifest opens with its own folder beside it unread, as a file manager’s "open with" does', async ({
  shell,
}) => {
  const folder = shell.folder({ 'web.yaml': deployment, 'service.yaml': service })
  const app = await shell.app(await shell.start([join(folder.path, 'web.yaml')]))
  await expect(app.canvas.card('Deployment web')).toBeVisible()
  await expect(app.canvas.card('Service web')).toHaveCount(0)
})

test('a folder that is dropped on the window opens', async ({ shell }) => {
  const { second, desktop, app } = await firstOpen(shell)
  await desktop.drop([second.path])
  await expect(app.canvas.card('Service web')).toBeVisible()
})

test('what was opened is a recent document of the system, and in the menu Open Recent', async ({ shell }) => {
  const { first, second, desktop, app } = await firstOpen(shell)
  await desktop.startAgain([second.path], first.path)
  await expect(app.canvas.card('Service web')).toBeVisible()
  expect((await desktop.look()).recentDocuments).toEqual([first.path, second.path])
  await desktop.choose('File', 'Open Recent', first.path)
  await expect(app.canvas.card('Deployment web')).toBeVisible()
})

test('a recent folder that is gone is said to be gone, and the open one stays', async ({ shell }) => {
  const { first, second, desktop, app } = await firstOpen(shell)
  await desktop.startAgain([second.path], first.path)
  await expect(app.canvas.card('Service web')).toBeVisible()
  first.remove()
  await desktop.choose('File', 'Open Recent', first.path)
  await expect(app.page.getByText(`${first.path} can't be opened`).first()).toBeVisible()
  await expect(app.canvas.card('Service web')).toBeVisible()
})

test('macOS: files that are opened with the app reach it before its window is there, and after', async ({ shell }) => {
  const first = shell.folder({ 'web.yaml': deployment })
  const second = shell.folder({ 'service.yaml': service })
  const desktop = await shell.start([], { platform: 'darwin' })
  await desktop.openFile(first.path)
  const app = await shell.app(desktop)
  await expect(app.canvas.card('Deployment web')).toBeVisible()
  await desktop.openFile(join(second.path, 'service.yaml'))
  await expect(app.canvas.card('Service web')).toBeVisible()
})

test('macOS: the app stays when its window is closed, and a click on its icon shows a new one', async ({ shell }) => {
  const folder = shell.folder({ 'web.yaml': deployment })
  const desktop = await shell.start([folder.path], { platform: 'darwin' })
  const app = await shell.app(desktop)
  await expect(app.canvas.card('Deployment web')).toBeVisible()
  await desktop.act({ type: 'close' })
  await expect.poll(() => desktop.windowCount()).toBe(0)
  await desktop.activate()
  const again = await shell.app(desktop)
  await expect(again.button('Open folder')).toBeVisible()
  await desktop.choose('File', 'Open Recent', folder.path)
  await expect(again.canvas.card('Deployment web')).toBeVisible()
})

test('a window that was never built says so instead of staying away', async ({ shell }) => {
  const desktop = await shell.start([], { main: shell.unbuilt() })
  expect(await desktop.ended).toBe(1)
  expect(desktop.errorBoxes()).toEqual([
    { title: 'Chartroom could not start', content: expect.stringContaining('The window is not built') },
  ])
})
