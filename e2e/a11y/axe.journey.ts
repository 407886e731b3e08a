import { expect, test, type App } from '../app'
import { expectAccessible } from './axe'

const wrong = {
  'web.yaml': `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  selector: {app: nobody}
  ports: [{port: 80}]
---
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers: [{name: web, image: nginx, envFrom: [{configMapRef: {name: gone}}]}]
`,
  'deep/bad.yaml': 'a: [1,\n',
}

async function openSample(app: App): Promise<void> {
  await app.start()
  await app.page.getByRole('list', { name: 'Samples' }).getByRole('button').first().click()
  await expect(app.canvas.region).toBeVisible()
}

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(`axe finds nothing in the ${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('on the start page', async ({ app }) => {
      await app.start()
      await expectAccessible(app.page, 'the start page')
    })

    test('on an empty design', async ({ app }) => {
      await app.start()
      await app.button('New design').click()
      await expectAccessible(app.page, 'an empty design')
    })

    test('on a sample, from near and far, with and without a selection', async ({ app }) => {
      await openSample(app)
      await expectAccessible(app.page, 'a sample')
      await app.canvas.select('Deployment api')
      await expectAccessible(app.page, 'a selected card')
      await app.page.keyboard.press('0')
      await expectAccessible(app.page, 'cards at full size')
      await app.page.getByRole('tab', { name: 'Outline' }).click()
      await expectAccessible(app.page, 'the outline')
    })

    test('on problems, broken files and missing objects', async ({ app }) => {
      await app.open(wrong)
      await app.page
        .getByRole('button', { name: /^Problems, / })
        .first()
        .click()
      await expect(app.problems).toBeVisible()
      await app.canvas.select('Pod web')
      await expectAccessible(app.page, 'problems')
      await app.file('bad.yaml').first().click()
      await expectAccessible(app.page, 'a broken file')
    })

    test('on every dialog of the whole design', async ({ app }) => {
      test.slow()
      await openSample(app)
      const { page } = app
      const dialogs = [
        ['Control+k', 'Commands'],
        ['Control+Shift+f', 'Search'],
        ['Control+Shift+e', 'Export'],
        ['Control+Shift+a', 'Apply to cluster'],
        ...(app.hasOwnFolderDialog ? [['Control+s', 'Save design'] as const] : []),
      ] as const
      for (const [keys, name] of dialogs) {
        await page.keyboard.press(keys)
        await expect(page.getByRole('dialog', { name })).toBeVisible()
        await expectAccessible(page, `the dialog ${name}`)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
    })

    test('on what is asked about one object, and on menus', async ({ app }) => {
      test.slow()
      await openSample(app)
      const { page } = app
      await app.canvas.select('Deployment api')
      for (const keys of ['F2', 'Delete', 'c']) {
        await page.keyboard.press(keys)
        await expectAccessible(page, `what ${keys} opens`)
        await page.keyboard.press('Escape')
      }
      for (const name of ['View', 'Cluster context', 'Workspace Three tiers']) {
        await app.button(name).click()
        await expect(page.getByRole('menu')).toBeVisible()
        await expectAccessible(page, `the menu ${name}`)
        await page.keyboard.press('Escape')
      }
      await app.canvas.card('Deployment api').click({ button: 'right', position: { x: 60, y: 12 } })
      await expect(page.getByRole('menu')).toBeVisible()
      await expectAccessible(page, 'the menu of a card')
      await page.keyboard.press('Escape')
      await app.file(/^api.yaml/).click({ button: 'right' })
      await expect(page.getByRole('menu')).toBeVisible()
      await expectAccessible(page, 'the menu of a file')
    })
  })
}
