import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test, type App } from './app'
import { generateManifests } from './generate-manifests'

const corpus = process.env.CHARTROOM_CORPUS ?? fileURLToPath(new URL('../../shared/corpus', import.meta.url))
const ours = fileURLToPath(new URL('pictures', import.meta.url))
const all = fileURLToPath(new URL('../test-results/pictures', import.meta.url))

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
]

async function openSample(app: App, title: RegExp): Promise<void> {
  await app.start()
  await app.page.getByRole('list', { name: 'Samples' }).getByRole('button', { name: title }).click()
  await expect(app.canvas.region).toBeVisible()
}

const designs: Record<string, (app: App) => Promise<unknown>> = {
  start: app => app.start(),
  empty: async app => {
    await app.start()
    await app.button('New design').click()
  },
  sample: async app => {
    await openSample(app, /Three tiers/)
    await app.canvas.select('Deployment api')
  },
  'folder-100': app => app.open(`${corpus}/GoogleCloudPlatform+kubernetes-engine-samples/databases`),
  'folder-1000': app => app.open(generateManifests(1000)),
}

for (const size of sizes)
  for (const theme of ['dark', 'light'] as const)
    for (const [name, open] of Object.entries(designs))
      test(`${name} at ${size.width}, ${theme}`, async ({ app }) => {
        test.skip(name === 'folder-100' && !existsSync(corpus), `there is no corpus at ${corpus}`)
        await app.page.setViewportSize(size)
        await app.page.emulateMedia({ colorScheme: theme })
        await open(app)
        await app.page.waitForTimeout(1500)
        await app.page.screenshot({ path: `${all}/${name}-${size.width}-${theme}.png` })
        if (name === 'sample' && size.width === 1920 && theme === 'dark')
          await app.page.screenshot({ path: `${ours}/window.png` })
      })
