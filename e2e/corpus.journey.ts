import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from './app'

const corpus = process.env.CHARTROOM_CORPUS ?? fileURLToPath(new URL('../../shared/corpus', import.meta.url))

test.describe('on the corpus of real manifests', () => {
  test.skip(!existsSync(corpus), `there is no corpus at ${corpus}`)

  test('a folder shows its relations', async ({ app }) => {
    await app.open(`${corpus}/GoogleCloudPlatform+microservices-demo`)
    await expect(app.canvas.card('Deployment shoppingassistantservice').first()).toBeVisible({ timeout: 20_000 })
    await app.canvas.search('Service shoppingassistantservice')
    await expect(
      app.canvas.edge('Service shoppingassistantservice selects Deployment shoppingassistantservice').first(),
    ).toBeVisible()
  })

  test('all of it opens without an error, and saving without an edit changes no byte', async ({ app }) => {
    test.setTimeout(180_000)
    const folder = await app.open(corpus)
    await expect(app.page.getByText(/^\d{4} objects in/)).toBeVisible({ timeout: 60_000 })
    await app.page.keyboard.press('Control+s')
    await app.page.waitForTimeout(1000)
    expect(folder.diskDiff()).toEqual([])
  })
})
