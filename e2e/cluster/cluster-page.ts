import { expect, type Locator, type Page } from '@playwright/test'

/** What a window shows of a cluster, by its accessible names. */
export class ClusterPage {
  readonly page: Page
  readonly button: Locator
  readonly dialog: Locator
  /** The sign of each change that the plan would make, and of each result. */
  readonly changes: Locator
  readonly results: Locator

  constructor(page: Page) {
    this.page = page
    this.button = page.getByRole('button', { name: 'Cluster context', exact: true })
    this.dialog = page.getByRole('dialog', { name: 'Apply to cluster', exact: true })
    this.changes = this.dialog.getByRole('list', { name: 'Changes' }).getByRole('listitem')
    this.results = this.dialog.getByRole('list', { name: 'Results' }).getByRole('listitem')
  }

  /** Chooses a context by the menu, and waits until it answers or says why not. */
  async choose(context: string): Promise<void> {
    await this.button.click()
    await this.page.getByRole('menuitemradio', { name: new RegExp(`^${context} \\(`) }).click()
    await expect(this.button).toContainText(context)
  }

  /** One row of the menu "Cluster context". */
  async run(item: string): Promise<void> {
    await this.button.click()
    await this.page.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click()
  }

  /** Asks for the plan by the toolbar and waits for it. */
  async plan(): Promise<void> {
    await this.page.getByRole('button', { name: 'Apply', exact: true }).click()
    await this.planned()
  }

  /** Waits for the plan. */
  async planned(): Promise<void> {
    await expect(this.dialog.getByRole('button', { name: /^Apply \d+ changes?/ })).toBeVisible()
  }

  /** Applies what is planned, agrees where a new cluster asks, and waits for the account. */
  async apply(): Promise<void> {
    const apply = this.dialog.getByRole('button', { name: /^Apply \d+ changes?/ })
    const asks = (await apply.textContent())?.endsWith('…') ?? false
    await apply.click()
    if (asks) await this.dialog.getByRole('button', { name: /^Apply \d+ changes?$/ }).click()
    await this.ended()
  }

  /** Waits for the account. */
  async ended(): Promise<void> {
    await expect(this.dialog.getByRole('button', { name: 'Copy report' })).toBeVisible({ timeout: 60_000 })
  }

  async closeDialog(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.dialog).toBeHidden()
  }
}
