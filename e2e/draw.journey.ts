import { expect, test, type App } from './app'
import type { WorkspaceFolder } from './workspace-folder'

/** What both ways of drawing end in: the manifests on disk, with the ties that were drawn. */
function expectDrawn(folder: WorkspaceFolder): void {
  const texts = folder.files().map(name => folder.read(name))
  const all = texts.join('---\n')
  const of = (kind: string) => texts.find(text => text.includes(`kind: ${kind}\n`)) ?? ''
  expect(folder.files()).toHaveLength(4)
  const name = /name: (\S+)/.exec(of('Deployment'))![1]!
  expect(of('Service')).toMatch(new RegExp(`selector:\\n +app.kubernetes.io/name: ${name}\\n`))
  expect(of('Ingress')).toMatch(/service:\n +name: \S+\n +port:\n/)
  expect(of('Deployment')).toMatch(/configMapRef:\n +name: \S+/)
  expect(all).not.toMatch(/undefined|null/)
}

/** The kinds that are drawn, where the mouse drops them. */
const drawn = [
  ['Deployment', { x: 420, y: 140 }],
  ['Service', { x: 120, y: 140 }],
  ['Ingress', { x: 120, y: 360 }],
  ['ConfigMap', { x: 420, y: 360 }],
] as const

async function wires(app: App): Promise<(readonly [from: string, to: string, says: string | undefined])[]> {
  const cards = await app.canvas.cardNames()
  const card = (kind: string) => cards.find(name => name.startsWith(`${kind} `))!
  return [
    [card('Service'), card('Deployment'), undefined],
    [card('Ingress'), card('Service'), undefined],
    [card('Deployment'), card('ConfigMap'), 'env from'],
  ]
}

test('a design is drawn and wired from an empty canvas with the mouse', async ({ app }) => {
  const folder = app.folder({})
  await app.start()
  await app.button('New design').click()
  for (const [kind, at] of drawn) await app.palette.drag(kind, at)
  for (const [from, to, says] of await wires(app)) await app.canvas.connect(from, to, says)
  await app.saveInto(folder)
  await expect.poll(() => folder.files().length).toBe(4)
  expectDrawn(folder)
})

test('the same design is drawn with the keyboard alone', async ({ app }) => {
  const folder = app.folder({})
  await app.start()
  await app.button('New design').focus()
  await app.page.keyboard.press('Enter')
  for (const [kind] of drawn) await app.palette.add(kind)
  for (const [from, to, says] of await wires(app)) await app.canvas.connectByKeyboard(from, to, says)
  await app.pickFolder(folder, 'Save here', () => app.page.keyboard.press('Control+s'))
  await expect.poll(() => folder.files().length).toBe(4)
  expectDrawn(folder)
})

test('kinds dropped one after another stay under the pointer, and none covers another', async ({ app }) => {
  await app.start()
  await app.button('New design').click()
  await expect(app.canvas.region.getByText('No manifest here yet.')).toBeVisible()
  await app.palette.drag('Deployment', { x: 420, y: 140 })
  await expect(app.canvas.region.getByText('No manifest here yet.')).toHaveCount(0)
  const [first] = await app.canvas.cardNames()
  const canvas = (await app.canvas.region.boundingBox())!
  const before = (await app.canvas.card(first!).boundingBox())!
  expect(before.x - canvas.x).toBeLessThan(420)
  expect(before.x + before.width - canvas.x).toBeGreaterThan(420)
  expect(before.y - canvas.y).toBeLessThan(140)

  await app.palette.drag('Service', { x: 120, y: 300 })
  await app.palette.drag('CronJob', { x: 480, y: 150 + before.height })
  expect(await app.canvas.card(first!).boundingBox()).toEqual(before)
  const boxes = await Promise.all(
    (await app.canvas.cardNames()).map(async name => (await app.canvas.card(name).boundingBox())!),
  )
  expect(boxes).toHaveLength(3)
  for (const [i, one] of boxes.entries())
    for (const other of boxes.slice(i + 1))
      expect(
        one.x < other.x + other.width &&
          other.x < one.x + one.width &&
          one.y < other.y + other.height &&
          other.y < one.y + one.height,
      ).toBe(false)
})
