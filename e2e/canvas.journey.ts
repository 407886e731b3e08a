import { expect, test } from './app'
import { generateManifests } from './generate-manifests'
import { deployment, service } from './manifests'

const access = `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reads
rules: []
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: jane-reads
subjects:
- kind: User
  apiGroup: rbac.authorization.k8s.io
  name: jane
roleRef:
  kind: Role
  apiGroup: rbac.authorization.k8s.io
  name: reads
`

test('a person stands at the edge, and choosing her lights the way to what she may do', async ({ app }) => {
  await app.open({ 'access.yaml': access })
  const person = app.canvas.card('User jane')
  await person.click()
  await expect(app.canvas.edge(/^RoleBinding jane-reads .* User jane$/)).toBeVisible()
  await expect(app.canvas.edge(/^RoleBinding jane-reads .* Role reads$/)).toBeVisible()
  await expect(person).toBeFocused()
})

test('a kind that is dropped on a card is made for it, in one step', async ({ app }) => {
  const folder = await app.open({ 'web.yaml': deployment })
  await app.palette.kind('Service').dragTo(app.canvas.card('Deployment web'))
  await expect(app.canvas.card('Service web')).toBeFocused()
  await expect(app.canvas.edge('Service web selects Deployment web')).toBeVisible()
  await app.save()
  const [made, ...rest] = folder.diskDiff()
  expect(rest).toEqual([])
  expect(folder.read(made!.replace(': created', ''))).toMatch(/selector:\n +app: web\n/)

  await app.canvas.card('Service web').focus()
  await app.page.keyboard.press('Control+z')
  await expect(app.canvas.card('Service web')).toHaveCount(0)
  await expect(app.canvas.region).toBeFocused()
  await expect(app.button('Undo')).toBeDisabled()
})

test('a lens shows its lanes alone, and the design stands where it stood afterwards', async ({ app }) => {
  const selecting = `${service.trimEnd()}\n  selector:\n    app: web\n`
  const folder = await app.open({ 'web.yaml': deployment, 'service.yaml': selecting, 'access.yaml': access })
  const web = app.canvas.card('Deployment web')
  const before = await web.boundingBox()
  await app.canvas.select('Service web')
  await app.page.keyboard.press('4')
  await expect(app.canvas.region.getByText('Services', { exact: true })).toBeVisible()
  await expect(app.canvas.card('Role reads')).toHaveCount(0)
  const [left, right] = [(await app.canvas.card('Service web').boundingBox())!, (await web.boundingBox())!]
  expect(left.x + left.width).toBeLessThan(right.x)
  expect(Math.abs(left.y - right.y)).toBeLessThan(1)
  await app.canvas.moveCard('Service web', { x: 40, y: 40 })
  expect(await app.canvas.card('Service web').boundingBox()).toEqual(left)

  await app.canvas.region.getByRole('button', { name: '2 hidden: show all' }).click()
  await expect(app.canvas.card('Role reads')).toBeVisible()
  expect(await web.boundingBox()).toEqual(before)
  await expect(app.button('Undo')).toBeDisabled()
  expect(folder.diskDiff()).toEqual([])
})

test('O shows only what is connected, and 3 everything again', async ({ app }) => {
  const selecting = `${service.trimEnd()}\n  selector:\n    app: web\n`
  await app.open({ 'web.yaml': deployment, 'service.yaml': selecting, 'access.yaml': access })
  await app.canvas.select('Service web')
  await app.page.keyboard.press('o')
  await expect(app.canvas.card('Deployment web')).toBeVisible()
  await expect(app.canvas.card('RoleBinding jane-reads')).toHaveCount(0)
  await expect(app.canvas.region.getByRole('button', { name: 'Connected within 1' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await app.page.keyboard.press('3')
  await expect(app.canvas.card('RoleBinding jane-reads')).toBeVisible()
})

test('a card that grows pushes the card below it, and covers nothing', async ({ app }) => {
  const claim = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: lonely\n'
  const folder = await app.open({
    'web.yaml': deployment,
    'cron.yaml': deployment.replaceAll('web', 'worker'),
    'claim.yaml': claim,
  })
  const names = ['Deployment web', 'Deployment worker', 'ConfigMap lonely']
  const boxesOf = () => Promise.all(names.map(async name => (await app.canvas.card(name).boundingBox())!))
  await app.canvas.select('Deployment web')
  const before = await boxesOf()
  const more = ['two', 'three', 'four'].map(name => `      - {name: ${name}, image: nginx}\n`).join('')
  folder.write('web.yaml', deployment + more)
  await expect.poll(async () => (await boxesOf())[0]!.height).toBeGreaterThan(before[0]!.height)
  const after = await boxesOf()
  for (const [i, one] of after.entries())
    for (const other of after.slice(i + 1)) {
      const apart = one.y + one.height <= other.y || other.y + other.height <= one.y
      expect(apart || one.x + one.width <= other.x || other.x + other.width <= one.x).toBe(true)
    }
})

test('selected cards are put in line by a command, in one step that Undo takes back', async ({ app }) => {
  await app.open({ 'web.yaml': deployment, 'service.yaml': service, 'access.yaml': access })
  const names = ['Deployment web', 'Service web']
  const tops = () => Promise.all(names.map(async name => (await app.canvas.card(name).boundingBox())!.y))
  await app.canvas.moveCard('Service web', { x: 0, y: 37 })
  const before = await tops()
  expect(before[0]).not.toBe(before[1])
  await app.canvas.select('Deployment web')
  await app.canvas.card('Service web').click({ modifiers: ['Shift'], position: { x: 60, y: 12 } })
  await app.page.keyboard.press('Control+k')
  await app.page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('Align top')
  await app.page.keyboard.press('Enter')
  await expect.poll(async () => new Set(await tops()).size).toBe(1)
  await app.button('Undo').click()
  await expect.poll(tops).toEqual(before)
})

test('a large arrangement says how far it is, is taken back by its button or Escape, and is one step', async ({
  app,
}) => {
  await app.open(generateManifests(1200))
  await expect(app.page.getByText('1200 objects in 12 namespaces')).toBeVisible()
  await app.canvas.region.focus()
  // Within one task no frame passes, so that the arrangement can't be done before it is taken back.
  const seen = await app.canvas.region.evaluate(async region => {
    const press = (key: string) => region.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    const status = () => region.querySelector('[role="status"][aria-label="Arranging"]')!
    const drawn = () => new Promise<void>(resolve => queueMicrotask(resolve))
    press('a')
    await drawn()
    const said = status().textContent
    status().querySelector<HTMLElement>('[aria-label="Cancel arranging"]')!.click()
    await drawn()
    const afterButton = status().textContent
    press('a')
    press('Escape')
    await drawn()
    return { said, afterButton, afterEscape: status().textContent }
  })
  expect(seen).toEqual({ said: 'Arranging 1,200 cardsCancel', afterButton: '', afterEscape: '' })
  await expect(app.canvas.region).toBeFocused()
  await expect(app.button('Undo')).toBeDisabled()

  await app.page.keyboard.press('a')
  await expect(app.button('Undo')).toBeEnabled()
  await app.button('Undo').click()
  await expect(app.button('Undo')).toBeDisabled()
})

test('many relations between a namespace and a card outside are one line that says and selects what it stands for', async ({
  app,
}) => {
  const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: reads
rules: []
`
  const binding = (name: string) => `---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: ${name}
subjects: []
roleRef:
  kind: ClusterRole
  apiGroup: rbac.authorization.k8s.io
  name: reads
`
  await app.open({ 'access.yaml': role + ['a', 'b', 'c', 'd', 'e', 'f'].map(binding).join('') })
  const card = app.canvas.card('ClusterRole reads')
  const box = (await card.boundingBox())!
  await app.page.mouse.move(box.x + box.width / 2, box.y - 6)
  await expect(app.canvas.region.getByRole('tooltip')).toHaveText(/^ClusterRole reads and default: 6 relations/)
  await app.page.mouse.down()
  await app.page.mouse.up()
  await expect(card).toHaveAttribute('aria-selected', 'true')
  await expect(app.canvas.card('RoleBinding f')).toHaveAttribute('aria-selected', 'true')
  await expect(app.canvas.edge(/^RoleBinding f .* ClusterRole reads$/)).toBeVisible()
})
