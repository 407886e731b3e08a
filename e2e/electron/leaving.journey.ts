import type { App } from '../app'
import { deployment } from '../manifests'
import { expect, test } from './shell'
import type { Shell } from './shell'

const QUESTION = 'Save the changes before closing?'
const edited = deployment.replace('nginx:1.29', 'nginx:1.29-alpine')

/** A window with one unsaved edit, of which the app knows. */
async function withUnsavedWork(shell: Shell, more: Parameters<Shell['start']>[1] = {}) {
  const folder = shell.folder({ 'web.yaml': deployment })
  const desktop = await shell.start([folder.path], more)
  const app = await shell.app(desktop)
  await edit(app)
  await expect.poll(async () => itemOf(await desktop.menu(), 'Save')?.isEnabled).toBe(true)
  return { folder, desktop, app }
}

async function edit(app: App): Promise<void> {
  await app.canvas.select('Deployment web')
  await app.editor.typeBehind('image: nginx:1.29', '-alpine')
  await expect(app.canvas.card('Deployment web')).toContainText('nginx:1.29-alpine')
}

function itemOf(menu: Awaited<ReturnType<Awaited<ReturnType<Shell['start']>>['menu']>>, label: string) {
  return menu.flatMap(({ items }) => items).find(item => item.label === label)
}

test('closing a window without unsaved work asks nothing, and ends the app', async ({ shell }) => {
  const folder = shell.folder({ 'web.yaml': deployment })
  const desktop = await shell.start([folder.path])
  await expect((await shell.app(desktop)).canvas.card('Deployment web')).toBeVisible()
  await desktop.act({ type: 'close' })
  expect(await desktop.ended).toBe(0)
  expect(await desktop.messages()).toEqual([])
})

test('closing with unsaved work and Save writes it, and then ends', async ({ shell }) => {
  const { folder, desktop } = await withUnsavedWork(shell)
  await desktop.answer('Save')
  await desktop.act({ type: 'close' })
  expect(await desktop.ended).toBe(0)
  expect((await desktop.messages()).map(({ message }) => message)).toEqual([QUESTION])
  expect(folder.read('web.yaml')).toBe(edited)
})

test('closing with Don’t save ends without a byte written, and nothing of it is kept', async ({ shell }) => {
  const { folder, desktop, app } = await withUnsavedWork(shell)
  await app.page.waitForTimeout(1_200)
  expect(shell.ownFiles().filter(path => path.endsWith('.unsaved'))).toHaveLength(1)
  await desktop.answer('Don’t save')
  await desktop.act({ type: 'close' })
  expect(await desktop.ended).toBe(0)
  expect(folder.diskDiff()).toEqual([])
  expect(shell.ownFiles().filter(path => path.endsWith('.unsaved'))).toEqual([])
})

test('Cancel keeps the window and the work, however often, and for quitting too', async ({ shell }) => {
  const { folder, desktop, app } = await withUnsavedWork(shell)
  await desktop.answer('Cancel')
  await desktop.act({ type: 'close' })
  await expect.poll(async () => (await desktop.messages()).length).toBe(1)
  await desktop.answer('Cancel')
  await desktop.quit()
  await expect.poll(async () => (await desktop.messages()).length).toBe(2)
  await expect(app.canvas.card('Deployment web')).toContainText('nginx:1.29-alpine')
  expect(folder.diskDiff()).toEqual([])
  await app.save()
  await desktop.quit()
  expect(await desktop.ended).toBe(0)
  expect(folder.read('web.yaml')).toBe(edited)
})

test('quitting with Save writes it, and then ends', async ({ shell }) => {
  const { folder, desktop } = await withUnsavedWork(shell)
  await desktop.answer('Save')
  await desktop.choose('File', 'Quit')
  expect(await desktop.ended).toBe(0)
  expect(folder.read('web.yaml')).toBe(edited)
})

test('macOS: quitting with Save ends the app, closing alone does not', async ({ shell }) => {
  const { folder, desktop } = await withUnsavedWork(shell, { platform: 'darwin' })
  await desktop.answer('Save')
  await desktop.quit()
  expect(await desktop.ended).toBe(0)
  expect(folder.read('web.yaml')).toBe(edited)
})

test('macOS: a quit that was cancelled is forgotten: closing later keeps the app', async ({ shell }) => {
  const { desktop } = await withUnsavedWork(shell, { platform: 'darwin' })
  await desktop.answer('Cancel')
  await desktop.quit()
  await expect.poll(async () => (await desktop.messages()).length).toBe(1)
  await desktop.answer('Don’t save')
  await desktop.act({ type: 'close' })
  await expect.poll(() => desktop.windowCount()).toBe(0)
  await desktop.activate()
  await expect((await shell.app(desktop)).button('Open folder')).toBeVisible()
})

test('work of the last moment, which the window has not told of yet, is asked about too', async ({ shell }) => {
  const folder = shell.folder({ 'web.yaml': deployment })
  const desktop = await shell.start([folder.path])
  const app = await shell.app(desktop)
  await app.canvas.select('Deployment web')
  await desktop.answer('Save')
  await app.editor.typeBehind('image: nginx:1.29', '-alpine')
  await desktop.act({ type: 'close' })
  expect(await desktop.ended).toBe(0)
  expect(folder.read('web.yaml')).toBe(edited)
})

test('Save on leaving that another program’s change forbids keeps the window, and writes over nothing', async ({
  shell,
}) => {
  const { folder, desktop, app } = await withUnsavedWork(shell)
  const theirs = deployment.replace('nginx:1.29', 'nginx:1.30')
  // The window has not heard of it yet: the answer comes in the same moment.
  await desktop.answer('Save')
  folder.write('web.yaml', theirs)
  await desktop.act({ type: 'close' })
  await expect(app.page.getByText(/changed on disk/).first()).toBeVisible()
  expect(await desktop.windowCount()).toBe(1)
  expect(folder.read('web.yaml')).toBe(theirs)
})

test('leaving while a save is running waits for it, and saves the rest', async ({ shell }) => {
  const { folder, desktop, app } = await withUnsavedWork(shell)
  await desktop.answer('Save')
  await Promise.all([app.page.keyboard.press('Control+S'), desktop.act({ type: 'close' })])
  expect(await desktop.ended).toBe(0)
  expect(folder.read('web.yaml')).toBe(edited)
})

test('a new design that is left with Save and without a folder stays', async ({ shell }) => {
  const desktop = await shell.start()
  const app = await shell.app(desktop)
  await app.button('New design').click()
  await app.palette.add('ConfigMap')
  await expect.poll(async () => itemOf(await desktop.menu(), 'Save')?.isEnabled).toBe(true)
  await desktop.answer('Save')
  await desktop.pick(null)
  await desktop.act({ type: 'close' })
  await expect.poll(async () => (await desktop.messages()).length).toBe(1)
  await expect(app.canvas.region).toBeVisible()
  const folder = shell.folder({})
  await desktop.answer('Save')
  await desktop.pick(folder.path)
  await desktop.act({ type: 'close' })
  expect(await desktop.ended).toBe(0)
  expect(folder.files()).toHaveLength(1)
})
