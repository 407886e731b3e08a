import { expect, test as base } from '@playwright/test'
import type { BrowserContext } from '@playwright/test'
import { App } from '../app'
import { BrowserFront } from '../browser-front'
import { shownBy } from '../electron/shell'
import { deployment } from '../manifests'
import { WorkspaceFolder } from '../workspace-folder'

/** Two tabs of one browser on one folder of one host, as happens when an address is opened twice. */
const test = base.extend<{ folder: WorkspaceFolder; tabs: readonly [App, App] }>({
  folder: async ({}, use) => {
    const folder = WorkspaceFolder.with({ 'web.yaml': deployment })
    await use(folder)
    folder.remove()
  },
  tabs: async ({ context, folder }, use) => {
    const front = await BrowserFront.start([folder.path])
    const tabs = [await openTab(context, front), await openTab(context, front)] as const
    await use(tabs)
    expect(
      tabs.flatMap(tab => tab.errors()),
      'the consoles stayed without errors',
    ).toEqual([])
    await context.close()
    await front.stop()
  },
})

async function openTab(context: BrowserContext, front: BrowserFront): Promise<App> {
  const app = new App(shownBy(await context.newPage()))
  await app.page.goto(front.address)
  await expect(app.canvas.card('Deployment web')).toBeVisible()
  return app
}

async function changeImage(tab: App, tag: string): Promise<void> {
  await tab.canvas.select('Deployment web')
  await tab.editor.typeBehind('image: nginx:1.29', tag)
}

test('what one tab saves, the other shows within a second', async ({ tabs: [first, second], folder }) => {
  await changeImage(first, '-alpine')
  await first.save()
  await expect(second.canvas.card('Deployment web')).toContainText('nginx:1.29-alpine', { timeout: 2_000 })
  await second.canvas.select('Deployment web')
  await second.editor.typeBehind('image: nginx:1.29-alpine', '-slim')
  await second.save()
  expect(folder.read('web.yaml')).toBe(deployment.replace('nginx:1.29', 'nginx:1.29-alpine-slim'))
})

test('two tabs that change one place write one after the other, and neither over the other unseen', async ({
  tabs: [first, second],
  folder,
}) => {
  await changeImage(first, '-alpine')
  await changeImage(second, '-bookworm')
  await first.save()
  const saved = deployment.replace('nginx:1.29', 'nginx:1.29-alpine')
  await expect(second.page.getByText('web.yaml changed on disk, and has unsaved changes here').first()).toBeVisible()
  await second.button('Save').click()
  await expect(second.page.getByRole('dialog')).toContainText('web.yaml')
  expect(folder.read('web.yaml')).toBe(saved)
})

test('two tabs that change two places end with both', async ({ tabs: [first, second], folder }) => {
  await changeImage(first, '-alpine')
  await second.canvas.select('Deployment web')
  await second.editor.typeBehind('replicas: 2', ' today')
  await first.save()
  await expect(second.canvas.card('Deployment web')).toContainText('nginx:1.29-alpine')
  await second.save()
  const both = deployment.replace('nginx:1.29', 'nginx:1.29-alpine').replace('by hand', 'by hand today')
  expect(folder.read('web.yaml')).toBe(both)
  await expect(first.canvas.card('Deployment web')).toBeVisible()
})

test('saves of two tabs in the same moment: one is written, the other is told', async ({
  tabs: [first, second],
  folder,
}) => {
  await changeImage(first, '-alpine')
  await changeImage(second, '-bookworm')
  await Promise.all([first.button('Save').click(), second.button('Save').click()])
  const unsaved = async () => (await first.file(/unsaved$/).count()) + (await second.file(/unsaved$/).count())
  const ends = ['nginx:1.29-alpine', 'nginx:1.29-bookworm'].map(image => deployment.replace('nginx:1.29', image))
  await expect.poll(() => ends.includes(folder.read('web.yaml'))).toBe(true)
  await expect.poll(unsaved, 'the other tab has its text still, unsaved').toBe(1)
})
