import { expect, test } from './app'
import { deployment, service } from './manifests'

test('what is typed in the YAML shows on the card, and Undo gives the first bytes back', async ({ app }) => {
  const folder = await app.open({ 'web.yaml': deployment })
  await app.canvas.select('Deployment web')
  await app.editor.typeBehind('image: nginx:1.29', '-alpine')
  await expect(app.canvas.card('Deployment web')).toContainText('nginx:1.29-alpine')
  await app.save()
  expect(folder.diskDiff()).toEqual([
    'web.yaml: -        image: nginx:1.29',
    'web.yaml: +        image: nginx:1.29-alpine',
  ])

  while (await app.button('Undo').isEnabled()) await app.button('Undo').click()
  await app.save()
  expect(folder.diskDiff()).toEqual([])
})

test('a field of the inspector changes its value and keeps the comment behind it', async ({ app }) => {
  const folder = await app.open({ 'web.yaml': deployment })
  await app.canvas.select('Deployment web')
  const replicas = app.inspector.getByRole('textbox', { name: 'replicas' })
  await replicas.fill('5')
  await replicas.press('Enter')
  await expect(app.canvas.card('Deployment web')).toContainText('5 replicas')
  await app.save()
  expect(folder.diskDiff()).toEqual([
    'web.yaml: -  replicas: 2   # scaled by hand',
    'web.yaml: +  replicas: 5   # scaled by hand',
  ])
})

test('a card that is renamed takes the references to it along', async ({ app }) => {
  const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop}
spec:
  defaultBackend: {service: {name: web, port: {number: 80}}}
`
  const folder = await app.open({ 'service.yaml': service, 'ingress.yaml': ingress })
  await app.canvas.select('Service web')
  await app.page.keyboard.press('F2')
  const dialog = app.page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('storefront')
  await app.page.keyboard.press('Enter')
  await expect(app.canvas.card('Service storefront')).toBeVisible()
  await app.save()
  expect(folder.diskDiff()).toEqual([
    'ingress.yaml: -  defaultBackend: {service: {name: web, port: {number: 80}}}',
    'ingress.yaml: +  defaultBackend: {service: {name: storefront, port: {number: 80}}}',
    'service.yaml: -  name: web',
    'service.yaml: +  name: storefront',
  ])
})

test('a name that is taken is refused with a reason, and nothing changes', async ({ app }) => {
  const folder = await app.open({ 'a.yaml': service, 'b.yaml': service.replace('name: web', 'name: api') })
  await app.canvas.select('Service api')
  await app.page.keyboard.press('F2')
  await app.page.getByRole('dialog').getByRole('textbox').fill('web')
  await app.page.keyboard.press('Enter')
  await expect(
    app.page
      .getByText(/Service web/)
      .filter({ hasText: /taken|already|is there/ })
      .first(),
  ).toBeVisible()
  await app.page.keyboard.press('Escape')
  await expect(app.canvas.card('Service api')).toBeVisible()
  expect(folder.diskDiff()).toEqual([])
})

test('a card that is moved stays there when the folder is opened again', async ({ app }) => {
  const folder = await app.open({ 'web.yaml': deployment, 'service.yaml': service })
  await app.canvas.moveCard('Service web', { x: 40, y: 160 })
  await app.save()
  expect(folder.diskDiff()).toEqual([])
  await expect.poll(() => folder.has('.chartroom/layout.json')).toBe(true)
  expect(folder.read('.chartroom/layout.json')).toContain('Service')
})

test('a card that was moved for the first time goes back where it stood, by Undo', async ({ app }) => {
  await app.open({ 'web.yaml': deployment, 'service.yaml': service })
  const card = app.canvas.card('Service web')
  const at = async () => (await card.boundingBox())!
  const before = await at()
  await app.canvas.moveCard('Service web', { x: 40, y: 160 })
  expect((await at()).y).toBeGreaterThan(before.y + 100)
  await app.page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(at).toEqual(before)
  await app.page.getByRole('button', { name: 'Redo' }).click()
  await expect.poll(async () => (await at()).y).toBeGreaterThan(before.y + 100)
  await app.page.keyboard.press('Control+z')
  await expect.poll(at).toEqual(before)
})

test('a value that an anchor shares is written out where it is edited, once the user says so', async ({ app }) => {
  const text =
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  labels: &l {app: web}\n  annotations: *l\ndata: {}\n'
  const folder = await app.open({ 'a.yaml': text })
  await app.canvas.select('ConfigMap a')
  const value = app.inspector
    .getByRole('group', { name: 'annotations' })
    .getByRole('textbox', { name: 'app', exact: true })
  await value.fill('mine')
  await app.page.keyboard.press('Enter')
  await app.page.getByRole('button', { name: 'Write it out here' }).click()
  await app.save()
  expect(folder.diskDiff()).toEqual(['a.yaml: -  annotations: *l', 'a.yaml: +  annotations:', 'a.yaml: +    app: mine'])
})
