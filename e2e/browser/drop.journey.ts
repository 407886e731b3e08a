import { join } from 'node:path'
import { expect, test } from '../app'
import { deployment, service } from '../manifests'

test('files and folders that are dropped on the window become new files, as they are written', async ({ app }) => {
  const open = await app.open({ 'web.yaml': deployment })
  const others = app.folder({
    'k8s/service.yaml': `\ufeff# The way in.\r\n${service}`,
    'k8s/.git/config.yaml': 'kind: Nothing\n',
    'k8s/readme.md': '# no manifest',
    'api.yaml': deployment.replaceAll('web', 'api'),
  })
  const cdp = await app.page.context().newCDPSession(app.page)
  const data = { items: [], files: ['k8s', 'api.yaml'].map(name => join(others.path, name)), dragOperationsMask: 1 }
  const at = { x: 640, y: 400 }
  await cdp.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at, data })
  // A browser says dragover again and again while something is held over the page.
  await expect(async () => {
    await cdp.send('Input.dispatchDragEvent', { type: 'dragOver', ...at, data })
    await expect(app.page.getByText('Drop to add these manifests')).toBeVisible({ timeout: 500 })
  }).toPass()
  await cdp.send('Input.dispatchDragEvent', { type: 'drop', ...at, data })
  await expect(app.canvas.card('Service web')).toBeVisible()
  await expect(app.canvas.card('Deployment api')).toBeVisible()
  await expect(app.page.getByText('Drop to add these manifests')).toHaveCount(0)
  expect(open.diskDiff()).toEqual([])

  await app.save()
  expect(open.diskDiff()).toEqual(['api.yaml: created', 'k8s/service.yaml: created'])
  expect(open.read('k8s/service.yaml')).toBe(others.read('k8s/service.yaml'))
  expect(open.read('api.yaml')).toBe(others.read('api.yaml'))
  await app.button('Undo').click()
  await expect(app.canvas.card('Service web')).toHaveCount(0)
})
