import { expect, test } from './cluster-app'
import { expectAccessible } from '../a11y/axe'
import { config, web } from './manifests'

test('the shop is applied from a sample, its pods run, and applying it again changes nothing', async ({
  app,
  cluster,
  plane,
}) => {
  await app.start()
  await app.page.getByRole('list', { name: 'Samples' }).getByRole('button').first().click()
  await expect(app.canvas.region).toBeVisible()
  await app.button('Apply').click()
  await expectAccessible(app.page, 'the choice of a cluster')
  await cluster.dialog.getByRole('button', { name: /^admin/ }).click()
  await cluster.planned()
  await expect(cluster.dialog.getByRole('status')).toHaveText('21 to add')
  await expect(cluster.changes.first()).toContainText('Namespace')
  await cluster.changes.first().getByRole('button').first().click()
  await expect(cluster.dialog.getByRole('region', { name: /^Diff of Namespace/ })).toContainText('kind: Namespace')
  await expect(cluster.dialog.getByRole('group', { name: 'Commands' })).toContainText(
    'kubectl --context admin apply --server-side',
  )
  await expectAccessible(app.page, 'a plan')

  await cluster.apply()
  await expect(cluster.dialog.getByRole('heading')).toHaveText('Applied to admin')
  await expect(cluster.results.first()).toContainText('Added')
  await expectAccessible(app.page, 'an account')
  await cluster.closeDialog()
  expect(plane.kubectl(['get', 'deployment,statefulset', '-A', '-o', 'name']).stdout.split('\n').sort()).toEqual(
    expect.arrayContaining(['deployment.apps/api', 'deployment.apps/storefront', 'statefulset.apps/postgres']),
  )

  await cluster.plan()
  await expect(cluster.dialog.getByRole('status')).toHaveText('Nothing to change')
  await expect(cluster.dialog.getByRole('button', { name: 'Apply 0 changes' })).toBeDisabled()
})

test('what an apply would change is drawn on the canvas first', async ({ app, cluster, plane }) => {
  const namespace = plane.freshNamespace('draw')
  const folder = await app.open({ 'web.yaml': web(namespace) })
  await cluster.choose('admin')
  await cluster.run('Compare with the cluster')
  const bar = app.canvas.region.locator('..').getByRole('group', { name: 'Comparison' })
  await expect(bar).toContainText('2 to add')
  await expect(app.canvas.card('Deployment web')).toHaveAttribute('aria-description', /Added/)
  await expect(app.canvas.edge(/^Service web selects Deployment web, added$/)).toBeVisible()
  await expectAccessible(app.page, 'a comparison')
  await bar.getByRole('button', { name: 'End the comparison' }).click()
  await expect(app.canvas.card('Deployment web')).not.toHaveAttribute('aria-description', /Added/)
  expect(folder.diskDiff()).toEqual([])
  expect(plane.kubectl(['get', 'deployment', '-n', namespace, '-o', 'name']).stdout).toBe('')
})

test('a second writer’s conflict is settled field by field, and a protected namespace asks for its name', async ({
  app,
  cluster,
  plane,
}) => {
  const namespace = plane.freshNamespace('conflict')
  const text = web(namespace)
  plane.kubectl(
    ['apply', '--server-side', '--field-manager', 'somebody', '-f', '-'],
    text.replace('replicas: 2', 'replicas: 4'),
  )
  const folder = await app.open({ 'web.yaml': text })
  await cluster.choose('admin')
  await cluster.plan()
  const conflict = cluster.dialog.getByRole('group', { name: '.spec.replicas' })
  await expect(conflict).toContainText('somebody owns it with 4; the design says 2.')
  await expect(cluster.dialog.getByRole('button', { name: /^Apply \d+ change/ })).toBeDisabled()
  await expectAccessible(app.page, 'a conflict')
  await conflict.getByRole('button', { name: 'Take theirs' }).click()
  await cluster.planned()
  await expect(conflict).toHaveCount(0)
  await cluster.closeDialog()
  await app.save()
  expect(folder.diskDiff()).toEqual([
    'web.yaml: -  replicas: 2 # enough for now',
    'web.yaml: +  replicas: 4 # enough for now',
  ])

  await cluster.button.click()
  await app.page.getByRole('menuitemcheckbox', { name: 'Protect admin' }).click()
  await app.page.keyboard.press('Escape')
  await expect(cluster.button).toContainText('Protected')
  folder.write('more.yaml', config(namespace))
  await expect(app.canvas.card('ConfigMap settings')).toBeVisible()
  await cluster.plan()
  await cluster.dialog.getByRole('button', { name: /^Apply \d+ changes?…$/ }).click()
  await expectAccessible(app.page, 'a confirmation')
  const go = cluster.dialog.getByRole('button', { name: /^Apply \d+ changes?$/ })
  await expect(go).toBeDisabled()
  await cluster.dialog.getByRole('textbox').fill('admin')
  await app.page.keyboard.press('Enter')
  await cluster.ended()
  expect(plane.kubectl(['get', 'configmap', 'settings', '-n', namespace, '-o', 'name']).stdout).toContain('settings')
})

test('what is in no file any more is deleted only when that is asked for, and shown first', async ({
  app,
  cluster,
  plane,
}) => {
  const namespace = plane.freshNamespace('prune')
  const folder = await app.open({ 'a.yaml': config(namespace, 'a'), 'b.yaml': config(namespace, 'b') })
  await cluster.choose('admin')
  await cluster.plan()
  await cluster.apply()
  await cluster.closeDialog()
  folder.delete('b.yaml')
  await expect(app.canvas.card('ConfigMap b')).toHaveCount(0)
  await cluster.plan()
  await expect(cluster.dialog.getByRole('status')).toHaveText('Nothing to change')
  await cluster.dialog.getByRole('switch', { name: 'Delete 1 object in no file any more' }).click()
  await expect(cluster.dialog.getByRole('status')).toHaveText('1 to remove')
  await cluster.dialog.getByRole('button', { name: 'Show on the canvas' }).click()
  await expect(app.canvas.card('ConfigMap b')).toHaveAttribute('aria-description', /Removed/)
  await app.page.getByRole('button', { name: 'Show the plan' }).click()
  await cluster.apply()
  await expect(cluster.results.first()).toContainText('Deleted')
  const left = () =>
    plane.kubectl(['get', 'configmap', 'a', 'b', '-n', namespace, '-o', 'name', '--ignore-not-found']).stdout
  expect(left().trim()).toBe('configmap/a')

  await cluster.dialog.getByRole('button', { name: 'Undo…' }).click()
  await expect(cluster.dialog.getByRole('heading')).toHaveText('Undo the apply')
  await cluster.apply()
  expect(left().split('\n').filter(Boolean)).toEqual(['configmap/a', 'configmap/b'])
})

test('who may only read, or nothing at all, is told what is missing', async ({ app, cluster, plane }) => {
  const namespace = plane.freshNamespace('reader')
  await app.open({ 'a.yaml': config(namespace, 'a') })
  await cluster.choose('reader')
  await cluster.plan()
  await expect(cluster.dialog.getByRole('alert')).toContainText(/may not|not allowed|forbidden/i)
  await expect(cluster.dialog.getByRole('button', { name: /^Apply \d+ change/ })).toBeDisabled()
  await cluster.closeDialog()
  await cluster.choose('nobody')
  await app.button('Apply').click()
  await expect(cluster.dialog.getByRole('alert')).toContainText(/may not|not allowed|forbidden/i)
})
