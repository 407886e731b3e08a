import { expect, test } from './app'
import { deployment, service } from './manifests'

test('unsaved work is offered after a crash, and is one step that can be saved or undone', async ({ app }) => {
  const folder = await app.open({ 'web.yaml': deployment, 'service.yaml': service })
  await app.canvas.select('Deployment web')
  await app.editor.typeBehind('image: nginx:1.29', '-alpine')
  await expect(app.canvas.card('Deployment web')).toContainText('nginx:1.29-alpine')
  // A crash takes at most the last second.
  await app.page.waitForTimeout(1_200)
  await app.crashAndStartAgain()
  const dialog = app.page.getByRole('dialog', { name: 'Unsaved work was found' })
  await expect(dialog).toContainText('web.yaml')
  await dialog.getByRole('button', { name: 'Recover unsaved work' }).click()
  await expect(app.canvas.card('Deployment web')).toContainText('nginx:1.29-alpine')
  expect(folder.diskDiff()).toEqual([])
  await app.button('Undo').click()
  await expect(app.file(/unsaved$/)).toHaveCount(0)
  await app.button('Redo').click()
  await app.save()
  expect(folder.read('web.yaml')).toBe(deployment.replace('nginx:1.29', 'nginx:1.29-alpine'))
})

test('saved work is not offered after a crash, and neither is what was discarded', async ({ app }) => {
  const folder = await app.open({ 'web.yaml': deployment })
  await app.canvas.select('Deployment web')
  await app.editor.typeBehind('image: nginx:1.29', '-alpine')
  await app.page.waitForTimeout(1_200)
  await app.crashAndStartAgain([folder.path])
  await app.page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await expect(app.canvas.card('Deployment web')).toContainText('nginx:1.29')
  await app.canvas.select('Deployment web')
  await app.editor.typeBehind('image: nginx:1.29', '-bookworm')
  await app.save()
  await app.page.waitForTimeout(1_200)
  await app.crashAndStartAgain([folder.path])
  await expect(app.canvas.card('Deployment web')).toContainText('nginx:1.29-bookworm')
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
})
