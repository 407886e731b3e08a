import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from '../app'

/**
 * Expects that axe finds nothing on the page, by all of its rules.
 *
 * One finding is ours by choice: a card and an edge are groups with `aria-selected`, a name that the product promises and
 * that screen readers read, although ARIA keeps the attribute for options, rows and tabs.
 */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // What fades in is half transparent for a moment, and so its contrast is too low for one.
  await page.waitForTimeout(250)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes
      .filter(node => !(id === 'aria-allowed-attr' && /data-(card|edge)=/.test(node.html)))
      .map(node => `${id}: ${help}\n  ${node.target.join(' ')}\n  ${node.html.slice(0, 160)}`),
  )
  expect(found, `axe on ${what}`).toEqual([])
}
