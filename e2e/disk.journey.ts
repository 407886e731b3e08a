import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './app'
import { deployment, service } from './manifests'

test('a file that another program changes follows within a second, and undo still fits', async ({ app }) => {
  const folder = await app.open({ 'web.yaml': deployment, 'service.yaml': service })
  await app.canvas.select('Deployment web')
  await app.editor.typeBehind('image: nginx:1.29', '-alpine')
  folder.write('service.yaml', service.replace('name: web', 'name: shop'))
  await expect(app.canvas.card('Service shop')).toBeVisible({ timeout: 2_000 })
  await expect(app.canvas.card('Deployment web')).toContainText('nginx:1.29-alpine')
})

test('what another program changes beside unsaved work is merged with it, as one step', async ({ app }) => {
  const folder = await app.open({ 'web.yaml': deployment })
  await app.canvas.select('Deployment web')
  await app.editor.typeBehind('replicas: 2', ' today')
  const theirs = deployment.replace('nginx:1.29', 'nginx:1.30')
  folder.write('web.yaml', theirs)
  await expect(app.canvas.card('Deployment web')).toContainText('nginx:1.30')
  await expect(
    app.page.getByText('web.yaml changed on disk, and was merged with your unsaved changes', { exact: true }),
  ).toBeVisible()
  expect(folder.read('web.yaml')).toBe(theirs)
  await app.save()
  expect(folder.read('web.yaml')).toBe(theirs.replace('by hand', 'by hand today'))
  await app.button('Undo').click()
  await expect(app.canvas.card('Deployment web')).toContainText('nginx:1.29')
})

test('a file that was changed here and by another program at one place is merged by choosing', async ({ app }) => {
  const folder = await app.open({ 'web.yaml': deployment })
  await app.canvas.select('Deployment web')
  await app.editor.typeBehind('image: nginx:1.29', '-alpine')
  await app.editor.typeBehind('name: web', '-a')
  const theirs = deployment.replace('nginx:1.29', 'nginx:1.30').replace('name: web', 'name: web-b')
  folder.write('web.yaml', theirs)
  await expect(
    app.page.getByText('web.yaml changed on disk, and has unsaved changes here', { exact: true }),
  ).toBeVisible()
  expect(folder.read('web.yaml')).toBe(theirs)

  await app.button('Choose').click()
  await app.button('Decide later').click()
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
  await app.button('Choose').focus()
  await app.page.keyboard.press('Enter')
  await app.button('Merge…').click()
  const dialog = app.page.getByRole('dialog', { name: 'Merge web.yaml' })
  await expect(dialog.getByText('2 conflicts to choose')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Use this text' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Keep mine' }).first().click()
  await dialog.getByRole('button', { name: 'Take theirs' }).click()
  await dialog.getByRole('button', { name: 'Use this text' }).click()
  await expect(dialog).toBeHidden()
  await app.save()
  expect(folder.read('web.yaml')).toBe(
    deployment.replace('name: web', 'name: web-a').replace('nginx:1.29', 'nginx:1.30'),
  )
})

test('a file that another program removes leaves the canvas, and one that it writes comes to it', async ({ app }) => {
  const folder = await app.open({ 'web.yaml': deployment, 'service.yaml': service })
  folder.write('more/api.yaml', deployment.replace('name: web', 'name: api'))
  await expect(app.canvas.card('Deployment api')).toBeVisible()
  folder.delete('service.yaml')
  await expect(app.canvas.card('Service web')).toHaveCount(0)
})

test('an unreadable file is listed with file, line and reason, and the others are shown', async ({ app }) => {
  const broken = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n   labels: {}\n'
  const folder = await app.open({ 'web.yaml': deployment, 'broken.yaml': broken })
  await expect(app.canvas.card('Deployment web')).toBeVisible()
  await app.page.getByRole('button', { name: /^Problems,/ }).click()
  await expect(app.problems.getByRole('listitem').filter({ hasText: 'broken.yaml' })).toContainText(/:5/)
  expect(folder.diskDiff()).toEqual([])
})

test('a folder without manifests says so', async ({ app }) => {
  await app.open({ 'readme.txt': 'nothing here' })
  await expect(
    app.page
      .getByRole('tree', { name: 'Files' })
      .or(app.page.getByText(/No manifest here yet/))
      .first(),
  ).toBeVisible()
  await expect(app.canvas.region).toContainText(/no manifest/i)
})

test('a file that can not be written keeps its bytes, and the change stays unsaved', async ({ app }) => {
  test.skip(process.getuid?.() === 0, 'root may write everything')
  const folder = await app.open({ 'web.yaml': deployment })
  await app.canvas.select('Deployment web')
  await app.editor.typeBehind('image: nginx:1.29', '-alpine')
  chmodSync(join(folder.path, 'web.yaml'), 0o400)
  await app.button('Save').click()
  await expect(app.page.getByText(/web.yaml was not saved/)).toBeVisible()
  expect(folder.diskDiff()).toEqual([])
})
