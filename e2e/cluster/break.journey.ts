import { expectAccessible } from '../a11y/axe'
import { expect, test } from './cluster-app'
import { web } from './manifests'
import { MISSING_IMAGE } from './played-pods'

test('an image is changed in the inspector, the rollout watched, one that is missing explained, and undone', async ({
  app,
  cluster,
  plane,
}) => {
  const namespace = plane.freshNamespace('image')
  const folder = await app.open({ 'web.yaml': web(namespace) })
  const card = app.canvas.card('Deployment web')
  await cluster.choose('admin')
  await cluster.plan()
  await cluster.apply()
  await cluster.closeDialog()
  await expect(card).toHaveAttribute('aria-description', /ready 2\/2/)

  const setImage = async (image: string) => {
    await app.canvas.select('Deployment web')
    const field = app.inspector.getByRole('group', { name: 'containers web' }).getByLabel('image', { exact: true })
    await field.fill(image)
    await field.press('Enter')
    // A card shows the image without its registry.
    await expect(card).toContainText(image.split('/').at(-1) ?? image)
    await cluster.plan()
    await cluster.apply()
    await cluster.closeDialog()
  }
  const podsOf = (image: string) =>
    plane
      .kubectl([
        'get',
        'pods',
        '-n',
        namespace,
        '-o',
        'jsonpath={range .items[*]}{.spec.containers[0].image}{"\\n"}{end}',
      ])
      .stdout.split('\n')
      .filter(line => line === image).length
  await setImage('nginx:1.30')
  await expect.poll(() => [podsOf('nginx:1.29'), podsOf('nginx:1.30')], { timeout: 20_000 }).toEqual([0, 2])
  await expect(card).toHaveAttribute('aria-description', /ready 2\/2/)

  await setImage(MISSING_IMAGE)
  await expect(card).toHaveAttribute('aria-description', /failing .*ImagePullBackOff/)
  await app.canvas.select('Deployment web')
  await app.page.keyboard.press('Shift+L')
  const drawer = app.page.getByRole('region', { name: 'Live', exact: true })
  await expect(drawer.getByRole('table', { name: 'Pods' })).toContainText(`Back-off pulling image "${MISSING_IMAGE}"`)
  // The rollout waits: what ran before runs on.
  expect(podsOf('nginx:1.30')).toBeGreaterThan(0)

  await cluster.run('Undo the last apply')
  await cluster.planned()
  await expect(cluster.dialog.getByRole('heading')).toHaveText('Undo the apply')
  await cluster.apply()
  await cluster.closeDialog()
  await expect(card).toHaveAttribute('aria-description', /ready 2\/2/)
  await expect.poll(() => podsOf(MISSING_IMAGE)).toBe(0)
  expect(folder.diskDiff()).toEqual([])
})

test('the window follows a log, finds in it, and forwards a port until it is told to stop', async ({
  app,
  cluster,
  plane,
}) => {
  const namespace = plane.freshNamespace('logs')
  await app.open({ 'web.yaml': web(namespace) })
  await cluster.choose('admin')
  await cluster.plan()
  await cluster.apply()
  await cluster.closeDialog()
  await expect(app.canvas.card('Deployment web')).toHaveAttribute('aria-description', /ready 2\/2/)
  await app.canvas.select('Deployment web')
  await app.page.keyboard.press('Shift+L')
  const drawer = app.page.getByRole('region', { name: 'Live', exact: true })
  await drawer.getByRole('radio', { name: 'Logs' }).click()
  const log = drawer.getByRole('region', { name: 'Log' })
  plane.say(`GET /${namespace}`, `POST /${namespace}`)
  await expect(log).toContainText(`POST /${namespace}`)
  await drawer.getByRole('textbox', { name: 'Find in the log' }).fill('get')
  await expect(log).not.toContainText('POST')
  await expectAccessible(app.page, 'a log')
  await drawer.getByRole('switch', { name: 'Before the last restart' }).click()
  await drawer.getByRole('textbox', { name: 'Find in the log' }).fill('')
  await expect(log).toContainText('it fell over')

  await drawer.getByRole('radio', { name: 'Ports' }).click()
  await drawer.getByRole('textbox', { name: 'Port in the cluster' }).fill('80')
  await app.page.keyboard.press('Enter')
  const forward = drawer.getByRole('list', { name: 'Forwarded ports' }).getByRole('listitem')
  await expect(forward).toContainText('Deployment web:80 at 127.0.0.1:')
  const port = (await forward.textContent())?.match(/127\.0\.0\.1:(\d+)/)?.[1]
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('hello from a pod')
  await forward.getByRole('button', { name: 'Stop' }).click()
  await expect(forward).toHaveCount(0)
  await expect.poll(() => fetch(`http://127.0.0.1:${port}/`).then(Boolean, () => false)).toBe(false)
})
