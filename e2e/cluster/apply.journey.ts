import { expect, test } from './cluster-app'
import { expectAccessible } from '../a11y/axe'

const web = (namespace: string, image = 'nginx:1.29') => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: ${namespace}
spec:
  replicas: 2 # enough for now
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: ${image}
---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: ${namespace}
spec:
  selector:
    app: web
  ports:
    - port: 80
`

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
