import { expect, test } from './app'
import { deployment, service } from './manifests'

test('a wire from a Service to a Deployment writes the selector and nothing else, and Undo takes it back', async ({
  app,
}) => {
  const folder = await app.open({ 'web.yaml': deployment, 'service.yaml': service })
  await app.canvas.connect('Service web', 'Deployment web')
  await expect(app.canvas.edge('Service web selects Deployment web')).toBeVisible()
  await app.save()
  expect(folder.diskDiff()).toEqual(['service.yaml: +  selector:', 'service.yaml: +    app: web'])

  await app.button('Undo').click()
  await app.save()
  expect(folder.diskDiff()).toEqual([])
})

test('an edge that is selected is un-wired by Delete, and the file has its first bytes again', async ({ app }) => {
  const folder = await app.open({ 'web.yaml': deployment, 'service.yaml': service })
  await app.canvas.connect('Service web', 'Deployment web')
  await app.save()
  await app.canvas.select('Service web')
  await app.canvas.edge('Service web selects Deployment web').focus()
  await app.page.keyboard.press('Delete')
  await app.save()
  expect(folder.diskDiff()).toEqual([])
})

test('Escape during a drag writes nothing', async ({ app }) => {
  const folder = await app.open({ 'web.yaml': deployment, 'service.yaml': service })
  await app.canvas.card('Service web').hover()
  await app.page.getByRole('button', { name: 'Connect from Service web' }).hover()
  await app.page.mouse.down()
  await app.canvas.card('Deployment web').hover()
  await app.page.keyboard.press('Escape')
  await app.page.mouse.up()
  await expect(app.canvas.edge(/selects/)).toHaveCount(0)
  await expect(app.button('Undo')).toBeDisabled()
  expect(folder.diskDiff()).toEqual([])
})

test('a missing ConfigMap is a ghost that Create makes', async ({ app }) => {
  const configured = deployment.replace(
    '        ports:',
    '        envFrom:\n        - configMapRef: {name: web-config}\n        ports:',
  )
  const folder = await app.open({ 'web.yaml': configured })
  await app.canvas.missing('ConfigMap web-config').getByRole('button', { name: 'Create' }).click()
  await expect(app.canvas.card('ConfigMap web-config')).toBeVisible()
  await expect(app.canvas.missing('ConfigMap web-config')).toHaveCount(0)
  await app.save()
  const [made] = folder.diskDiff()
  expect(made).toMatch(/: created$/)
  expect(folder.read(made!.replace(': created', ''))).toMatch(/kind: ConfigMap\nmetadata:\n {2}name: web-config\n/)
})

test('a Secret that fits a Deployment in several ways is wired as the chooser is told', async ({ app }) => {
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\nstringData:\n  password: s3cr3t\n'
  const folder = await app.open({ 'web.yaml': deployment, 'secret.yaml': secret })
  await app.canvas.connect('Deployment web', 'Secret db', 'env from')
  await app.save()
  expect(folder.diskDiff()).toEqual([
    'web.yaml: +        envFrom:',
    'web.yaml: +        - secretRef:',
    'web.yaml: +            name: db',
  ])
})

test('Delete right after E un-wires the edge and asks about no card', async ({ app }) => {
  const folder = await app.open({ 'web.yaml': deployment, 'service.yaml': service })
  await app.canvas.connect('Service web', 'Deployment web')
  await app.save()
  await app.canvas.select('Service web')
  await app.page.keyboard.press('e')
  await app.page.keyboard.press('Delete')
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
  await expect(app.canvas.card('Service web')).toBeFocused()
  await app.save()
  expect(folder.diskDiff()).toEqual([])
})
