import { expect, test } from '../app'
import { expectAccessible } from './axe'

const long = 'a-name-that-is-as-long-as-a-name-may-be-in-a-label-of-a-cluster'
const pod = (name: string, image: string) => `apiVersion: v1
kind: Pod
metadata: {name: "${name}"}
spec: {containers: [{name: a, image: "${image}"}]}
`

test('F6 goes through the regions of the window, in the order that they are seen in, and back', async ({ app }) => {
  await app.open({ 'a.yaml': pod('a', 'nginx') })
  const { page } = app
  const region = () =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region'])
  const seen: (string | undefined)[] = []
  for (let i = 0; i < 7; i++) {
    await page.keyboard.press('F6')
    seen.push(await region())
  }
  expect(seen).toEqual(['bar', 'rail', 'filter', 'canvas', 'inspector', 'source', 'status'])
  await page.keyboard.press('Shift+F6')
  expect(await region()).toBe('source')
})

test('everything opens, closes and gives the focus back by the keyboard alone', async ({ app }) => {
  await app.open({ 'a.yaml': pod('a', 'nginx') })
  const { page } = app
  await app.canvas.card('Pod a').focus()
  for (const [keys, name] of [
    ['F1', 'Keyboard shortcuts'],
    ['Control+k', 'Commands'],
    ['Control+Shift+f', 'Search'],
    ['Control+Shift+e', 'Export'],
    ['Control+Shift+a', 'Apply to cluster'],
  ] as const) {
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(app.canvas.card('Pod a')).toBeFocused()
  }
})

test('long names and names from right to left stay inside their cards', async ({ app }) => {
  await app.open({ 'a.yaml': pod(long, 'nginx'), 'b.yaml': pod('שלום-עולם', `registry.example.com/${long}/${long}:1`) })
  await app.button('View').click()
  await app.page.getByRole('menuitem', { name: /^Zoom to 100%/ }).click()
  const inside = await app.canvas.region.getByRole('group', { name: /^Pod / }).evaluateAll(cards =>
    cards.flatMap(card => {
      const box = card.getBoundingClientRect()
      return [...card.querySelectorAll('[title]')].map(text => {
        const { left, right } = text.getBoundingClientRect()
        return left >= box.left && right <= box.right
      })
    }),
  )
  expect(inside.length).toBeGreaterThanOrEqual(4)
  expect(inside).not.toContain(false)
  await expectAccessible(app.page, 'long names')
})

test('at 200% text nothing that is needed leaves the window', async ({ app }) => {
  // A browser's zoom of 200% is half the room: the window is at least 1024 wide, so it is a wide one that is zoomed.
  await app.open({ 'a.yaml': pod('a', 'nginx') })
  await app.page.setViewportSize({ width: 1024, height: 640 })
  for (const name of ['Undo', 'Redo', 'Save', 'Arrange', 'Export', 'Cluster context', 'Apply'])
    await expect(app.button(name)).toBeInViewport()
  await expect(app.status).toBeInViewport()
  expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024)
  await expectAccessible(app.page, 'the smallest window')
})

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })
  test('nothing moves by itself', async ({ app }) => {
    await app.open({ 'a.yaml': pod('a', 'nginx') })
    await app.button('View').click()
    const moving = await app.page.evaluate(
      () => document.getAnimations().filter(each => Number(each.effect?.getComputedTiming().duration ?? 0) > 1).length,
    )
    expect(moving).toBe(0)
  })
})
