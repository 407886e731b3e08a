import type { Locator, Page } from '@playwright/test'

/** The YAML editor by its accessible name. Only the lines in view are in the page. */
export class EditorPage {
  readonly box: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.box = page.getByRole('textbox', { name: 'YAML', exact: true })
  }

  /** Puts the caret behind the first place of a text in view, and types there. */
  async typeBehind(text: string, typed: string): Promise<void> {
    const line = this.box.locator('.cm-line', { hasText: text }).first()
    await line.click()
    await this.#page.keyboard.press('End')
    await this.#page.keyboard.type(typed)
  }

  /** The lines in view, as shown. */
  async lines(): Promise<string[]> {
    return this.box.locator('.cm-line').allTextContents()
  }
}
