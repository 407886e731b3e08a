import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test } from './app'
import { generateManifests } from './generate-manifests'

const corpus = process.env.CHARTROOM_CORPUS ?? fileURLToPath(new URL('../../shared/corpus', import.meta.url))

/**
 * How long a task may keep the page from hearing the user, in milliseconds. `npm run bench window` prints what it takes
 * on a machine that does nothing else; this bound is for one that runs all other journeys beside it.
 */
const LONGEST = 1_000

/** Runs in the page before anything else: the longest task so far. */
function watchTasks(): void {
  Object.assign(window, { longestTask: 0 })
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries())
      Object.assign(window, { longestTask: Math.max(duration, Number(Reflect.get(window, 'longestTask'))) })
  }).observe({ type: 'longtask', buffered: true })
}

function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => Number(Reflect.get(window, 'longestTask')))
}

test.describe('opening never freezes the window', () => {
  test.beforeEach(async ({ page }) => page.addInitScript(watchTasks))
  test.setTimeout(180_000)

  test('with thousands of objects, of which all are there in the end', async ({ app, page }) => {
    await app.open(generateManifests(3_000))
    await expect(app.status).not.toContainText('Reading', { timeout: 120_000 })
    await expect(page.getByText('3000 objects in 12 namespaces')).toBeVisible()
    await app.canvas.search('Deployment app-599')
    expect(await longestTask(page)).toBeLessThan(LONGEST)
  })

  test('with the corpus of real manifests, which can be moved in meanwhile', async ({ app, page }) => {
    test.skip(!existsSync(corpus), `there is no corpus at ${corpus}`)
    await app.open(corpus)
    await expect(app.canvas.region.getByRole('group').first()).toBeVisible({ timeout: 60_000 })
    await app.canvas.region.focus()
    await page.keyboard.press('1')
    await expect(app.status).not.toContainText('Reading', { timeout: 120_000 })
    await expect(page.getByText(/^\d{4} objects in/)).toBeVisible()
    expect(await longestTask(page)).toBeLessThan(LONGEST)
  })
})
