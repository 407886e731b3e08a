import { expect, test, type App } from './app'
import { expectAccessible } from './a11y/axe'
import { deployment, service } from './manifests'

const inShop = (text: string) => text.replace('metadata:\n', 'metadata:\n  namespace: shop\n')
const selecting = `${service.trimEnd()}\n  selector:\n    app: web\n`
const LAYOUT = '.chartroom/layout.json'
/** What a person, or a later version, wrote by hand: it stays. */
const handWritten = {
  version: 1,
  cards: {},
  notes: { mine: { x: 0, y: -200, width: 200, height: 60, text: 'Written by hand', author: 'jane' } },
  reviewed: ['2026-11-24'],
}
const files = {
  'web.yaml': inShop(deployment),
  'service.yaml': inShop(selecting),
  'settings.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n',
  [LAYOUT]: JSON.stringify(handWritten),
}

async function runCommand(app: App, label: string): Promise<void> {
  await app.page.keyboard.press('Control+k')
  await app.page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill(label)
  await app.page.keyboard.press('Enter')
}

/** The button tells nothing of the layout, which is no file of the tree: the status bar does. */
async function saveLayout(app: App): Promise<void> {
  await app.button('Save').click()
  await expect(app.page.getByText('All saved')).toBeVisible()
}

test('a note is written, moved and coloured, and the layout file keeps what others wrote in it', async ({ app }) => {
  const folder = await app.open(files)
  await expect(app.canvas.region.getByRole('group', { name: 'Note Written by hand' })).toBeVisible()
  await app.canvas.select('Deployment web')
  await app.page.keyboard.press('t')
  await app.page.keyboard.type('Scaled by hand')
  await app.page.keyboard.press('Escape')
  const note = app.canvas.region.getByRole('group', { name: 'Note Scaled by hand' })
  await expect(note).toBeFocused()
  const before = (await note.boundingBox())!
  await app.page.keyboard.press('Alt+ArrowRight')
  await expect.poll(async () => (await note.boundingBox())!.x).toBeGreaterThan(before.x)
  await note.click({ button: 'right' })
  await app.page.getByRole('menuitemradio', { name: 'Amber' }).click()
  await expect(note).toHaveAttribute('data-colour', 'amber')
  await expectAccessible(app.page, 'a note')
  await saveLayout(app)
  const layout: unknown = JSON.parse(folder.read(LAYOUT)!)
  expect(layout).toMatchObject({ reviewed: handWritten.reviewed, notes: { mine: handWritten.notes.mine } })
  expect(folder.read(LAYOUT)).toMatch(/"text": "Scaled by hand", "colour": "amber"/)
  expect(folder.diskDiff().every(line => line.startsWith(LAYOUT))).toBe(true)
})

test('a note is edited by a double click and thrown away by Delete, each a step', async ({ app }) => {
  await app.open(files)
  await app.canvas.region.getByRole('group', { name: 'Note Written by hand' }).dblclick()
  await app.page.getByRole('textbox', { name: 'Text of the note' }).fill('Read by all')
  await app.page.keyboard.press('Control+Enter')
  const note = app.canvas.region.getByRole('group', { name: 'Note Read by all' })
  await expect(note).toBeFocused()
  await app.page.keyboard.press('Delete')
  await expect(note).toHaveCount(0)
  await app.button('Undo').click()
  await expect(note).toBeVisible()
  await app.button('Undo').click()
  await expect(app.canvas.region.getByRole('group', { name: 'Note Written by hand' })).toBeVisible()
})

test('a frame takes along the cards that stand in it', async ({ app }) => {
  await app.open(files)
  await app.canvas.select('Deployment web')
  await runCommand(app, 'Frame the selection')
  await expect(app.page.getByRole('textbox', { name: 'Title of the frame' })).toBeFocused()
  await app.page.keyboard.type('Front')
  await app.page.keyboard.press('Enter')
  const frame = app.canvas.region.getByRole('group', { name: 'Frame Front' })
  const card = app.canvas.card('Deployment web')
  const [from, cardFrom] = [(await frame.boundingBox())!, (await card.boundingBox())!]
  await app.page.mouse.move(from.x + 30, from.y + 10)
  await app.page.mouse.down()
  await app.page.mouse.move(from.x + 60, from.y + 60, { steps: 4 })
  await app.page.mouse.move(from.x + 110, from.y + 110, { steps: 4 })
  await app.page.mouse.up()
  await expect.poll(async () => (await frame.boundingBox())!.x).toBeGreaterThan(from.x + 50)
  const [to, cardTo] = [(await frame.boundingBox())!, (await card.boundingBox())!]
  expect(Math.abs(cardTo.x - cardFrom.x - (to.x - from.x))).toBeLessThan(1)
  await app.button('Undo').click()
  await expect.poll(async () => (await frame.boundingBox())!.x).toBe(from.x)
})

test('a namespace collapses to one card by key and opens by its button, and is coloured', async ({ app }) => {
  const folder = await app.open(files)
  await app.canvas.select('Deployment web')
  await app.page.keyboard.press('g')
  const collapsed = app.canvas.region.getByRole('group', { name: 'Collapsed namespace shop' })
  await expect(collapsed).toBeFocused()
  await expect(app.canvas.card('Deployment web')).toHaveCount(0)
  await expectAccessible(app.page, 'a collapsed namespace')
  await saveLayout(app)
  expect(folder.read(LAYOUT)).toContain('"shop": { "collapsed": true }')
  await collapsed.click({ button: 'right' })
  await app.page.getByRole('menuitemradio', { name: 'Teal' }).click()
  await app.canvas.region.getByRole('button', { name: 'Expand namespace shop' }).click()
  await expect(app.canvas.card('Deployment web')).toBeVisible()
  await saveLayout(app)
  expect(folder.read(LAYOUT)).toContain('"shop": { "colour": "teal" }')
})

test('a view is kept with its filter and lens, shown again, and forgotten', async ({ app }) => {
  const folder = await app.open(files)
  await app.page.getByRole('textbox', { name: 'Filter cards' }).fill('kind:deploy')
  await expect(app.canvas.card('Service web')).toHaveCount(0)
  await app.canvas.select('Deployment web')
  await app.page.keyboard.press('v')
  const dialog = app.page.getByRole('dialog', { name: 'Views' })
  await dialog.getByLabel('Name of the view').fill('Workloads')
  await app.page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await app.canvas.region.getByRole('button', { name: '2 hidden: show all' }).click()
  await expect(app.canvas.card('Service web')).toBeVisible()
  await app.button('View').click()
  await app.page.getByRole('menuitem', { name: 'Workloads' }).click()
  await expect(app.canvas.card('Service web')).toHaveCount(0)
  await expect(app.page.getByRole('textbox', { name: 'Filter cards' })).toHaveValue('kind:deploy')
  await saveLayout(app)
  expect(folder.read(LAYOUT)).toMatch(/"Workloads": \{ "x": .*"text": "kind:deploy"/)
  await app.canvas.card('Deployment web').focus()
  await app.page.keyboard.press('v')
  await dialog.getByRole('button', { name: 'Forget Workloads' }).click()
  await expect(dialog.getByRole('list', { name: 'Kept views' })).toHaveCount(0)
})

test('all of a kind, a namespace, or what is connected is selected by a command', async ({ app }) => {
  await app.open(files)
  const selected = app.canvas.region.locator('[aria-selected="true"][data-card]')
  await app.canvas.select('Deployment web')
  await runCommand(app, 'Select all in the namespace')
  await expect(selected).toHaveCount(2)
  await app.canvas.select('Service web')
  await runCommand(app, 'Select all of the same kind')
  await expect(selected).toHaveCount(1)
  await app.canvas.card('Service web').focus()
  await app.page.keyboard.press('Control+a')
  await expect(selected).toHaveCount(3)
})
