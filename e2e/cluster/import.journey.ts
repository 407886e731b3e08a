import { expectAccessible } from '../a11y/axe'
import { expect, test } from './cluster-app'
import { config, web } from './manifests'

test('a namespace is imported into an empty design, and applying it changes nothing', async ({
  app,
  cluster,
  plane,
}) => {
  const namespace = plane.freshNamespace('import')
  plane.kubectl(['apply', '--server-side', '-f', '-'], `${web(namespace)}---\n${config(namespace)}`)
  const folder = app.folder({})
  await app.start()
  await app.button('New design').click()
  await cluster.choose('admin')
  await cluster.run('Import from a cluster')
  const dialog = app.page.getByRole('dialog', { name: 'Import from a cluster' })
  await dialog.getByRole('checkbox', { name: namespace }).check()
  await expectAccessible(app.page, 'an import')
  await dialog.getByRole('button', { name: 'Read', exact: true }).click()
  await dialog.getByRole('button', { name: /^Import \d+ objects?$/ }).click()
  await expect(app.canvas.card('Deployment web')).toBeVisible()
  await expect(app.canvas.card('ConfigMap settings')).toBeVisible()
  await app.saveInto(folder)
  await expect.poll(() => folder.files().length).toBeGreaterThan(1)
  expect(
    folder
      .files()
      .map(file => folder.read(file))
      .join(''),
  ).not.toMatch(/managedFields|resourceVersion|status:/)
  await cluster.plan()
  await expect(cluster.dialog.getByRole('status')).toHaveText('Nothing to change')
})

test('what somebody changed on the cluster is taken into the file, each change or not', async ({
  app,
  cluster,
  plane,
}) => {
  const namespace = plane.freshNamespace('drift')
  const folder = await app.open({ 'web.yaml': web(namespace), 'config.yaml': config(namespace) })
  await cluster.choose('admin')
  await cluster.plan()
  await cluster.apply()
  await cluster.closeDialog()
  plane.kubectl(['scale', 'deployment', 'web', '-n', namespace, '--replicas=5'])
  plane.kubectl(['patch', 'configmap', 'settings', '-n', namespace, '-p', '{"data":{"key":"b"}}'])
  await cluster.run('Take changes from the cluster')
  const dialog = app.page.getByRole('dialog', { name: 'Changes in the cluster' })
  await expect(dialog.getByRole('switch', { name: 'Take /spec/replicas' })).toBeVisible()
  await dialog.getByRole('switch', { name: 'Take /data/key' }).click()
  await expectAccessible(app.page, 'a drift')
  await dialog.getByRole('button', { name: 'Take 1 change' }).click()
  await app.save()
  expect(folder.diskDiff()).toEqual([
    'web.yaml: -  replicas: 2 # enough for now',
    'web.yaml: +  replicas: 5 # enough for now',
  ])
})
