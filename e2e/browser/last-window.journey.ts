import { expect, test } from '../app'
import { deployment, service } from '../manifests'

test('a start that names no folder comes back to the last one, where the user was in it', async ({ app }) => {
  const folder = app.folder({ 'web.yaml': deployment, 'service.yaml': service })
  await app.start()
  await app.pickFolder(folder, 'Open', () => app.button('Open folder').click())
  await expect(app.canvas.card('Deployment web')).toBeVisible()
  const width = async () => Math.round((await app.canvas.card('Service web').boundingBox())!.width)
  const fitted = await width()
  const kept = app.page.waitForResponse(answer => answer.url().endsWith('/call/recent:look'))
  await app.canvas.card('Service web').focus()
  await app.page.keyboard.press('-')
  await kept
  const zoomedOut = await width()
  expect(zoomedOut).toBeLessThan(fitted)

  await app.crashAndStartAgain()
  await expect(app.canvas.card('Service web')).toBeVisible()
  await expect.poll(width).toBe(zoomedOut)

  const told = app.page.waitForResponse(answer => answer.url().endsWith('/call/settings:change'))
  await app.button('Workspace ' + folder.path.split('/').at(-1)).click()
  await app.page.getByRole('menuitem', { name: 'Close' }).click()
  await told
  await app.crashAndStartAgain()
  await expect(app.button('Open folder')).toBeVisible()
  await expect(app.page.getByRole('list', { name: 'Recent' }).getByRole('listitem')).toHaveCount(1)
})

test('what a command names wins, and is no choice for the next start', async ({ app }) => {
  await app.open({ 'web.yaml': deployment })
  await app.crashAndStartAgain()
  await expect(app.button('Open folder')).toBeVisible()
})
