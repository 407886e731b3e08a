import { deployment, service } from '../manifests'
import { expect, test } from './shell'

test('a folder given on the command line opens in a window of Electron', async ({ shell }) => {
  const folder = shell.folder({ 'web.yaml': deployment, 'service.yaml': service })
  const desktop = await shell.start([folder.path])
  const app = await shell.app(desktop)
  await expect(app.canvas.card('Deployment web')).toBeVisible()
  expect(folder.diskDiff()).toEqual([])
})
