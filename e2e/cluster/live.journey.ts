import { expectAccessible } from '../a11y/axe'
import { expect, test } from './cluster-app'
import { web } from './manifests'

test('pods run, a rollout is watched, a quota breaks it, and the drawer says why', async ({ app, cluster, plane }) => {
  const namespace = plane.freshNamespace('live')
  const folder = await app.open({ 'web.yaml': web(namespace) })
  const card = app.canvas.card('Deployment web')
  await cluster.choose('admin')
  await cluster.plan()
  await cluster.apply()
  await cluster.closeDialog()
  await expect(card).toHaveAttribute('aria-description', /ready 2\/2/)
  await expect(app.canvas.card('Service web')).toHaveAttribute('aria-description', /ready 2 up/)

  plane.kubectl(['create', 'quota', 'small', '--hard=pods=2', '-n', namespace])
  folder.write('web.yaml', web(namespace, 'nginx:1.30'))
  await expect(card).toContainText('nginx:1.30')
  await cluster.plan()
  await expect(cluster.dialog.getByRole('status')).toHaveText('1 to change')
  await cluster.apply()
  await cluster.closeDialog()
  await expect(card).toHaveAttribute('aria-description', /failing .*exceeded quota/)

  await app.canvas.select('Deployment web')
  await app.page.keyboard.press('Shift+L')
  const drawer = app.page.getByRole('region', { name: 'Live', exact: true })
  await expect(drawer).toContainText('exceeded quota')
  await expect(drawer.getByRole('table', { name: 'Pods' }).getByRole('row')).toHaveCount(3)
  await expectAccessible(app.page, 'the live drawer')
  await drawer.getByRole('radio', { name: 'Events' }).click()
  await expect(drawer.getByRole('table', { name: 'Events' })).toContainText('ScalingReplicaSet')
  await drawer.getByRole('radio', { name: 'Describe' }).click()
  await expect(drawer).toContainText('RollingUpdateStrategy')

  plane.kubectl(['delete', 'quota', 'small', '-n', namespace])
  await drawer.getByRole('button', { name: 'Undo rollout' }).click()
  await expect
    .poll(() => plane.kubectl(['get', 'deployment', 'web', '-n', namespace, '-o', 'jsonpath={..image}']).stdout)
    .toBe('nginx:1.29')
  await expect(card).toHaveAttribute('aria-description', /ready 2\/2/)
  await drawer.getByLabel('Replicas on the cluster').fill('3')
  await app.page.keyboard.press('Enter')
  await expect(card).toHaveAttribute('aria-description', /ready 3\/3/)
})

test('the server goes away in the middle of a watch and of a plan, and comes back', async ({ app, cluster, plane }) => {
  const namespace = plane.freshNamespace('away')
  await app.open({ 'web.yaml': web(namespace) })
  const card = app.canvas.card('Deployment web')
  await cluster.choose('admin')
  await cluster.plan()
  await cluster.apply()
  await cluster.closeDialog()
  await expect(card).toHaveAttribute('aria-description', /ready 2\/2/)
  await plane.killApiServer()
  try {
    await expect(app.button('Live: the server is away')).toBeVisible({ timeout: 40_000 })
    await app.button('Apply').click()
    await expect(cluster.dialog.getByRole('alert')).toBeVisible({ timeout: 40_000 })
    await cluster.closeDialog()
  } finally {
    await plane.startApiServer()
  }
  await expect(app.button('Live')).toBeVisible({ timeout: 40_000 })
  plane.kubectl(['scale', 'deployment', 'web', '-n', namespace, '--replicas=3'])
  await expect(card).toHaveAttribute('aria-description', /ready 3\/3/, { timeout: 40_000 })
  await app.button('Live').click()
  await expect(card).not.toHaveAttribute('aria-description', /ready/)
})
