import type { Locator, Page } from '@playwright/test'

/** The kinds of the rail by their accessible names. */
export class PalettePage {
  readonly search: Locator
  readonly kinds: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.search = page.getByRole('searchbox', { name: 'Find a kind' })
    this.kinds = page.getByRole('listbox', { name: 'Kinds' })
  }

  kind(name: string): Locator {
    return this.kinds.getByRole('option', { name, exact: true })
  }

  /** Drags a kind onto a point of the canvas, given from its upper left corner. */
  async drag(kind: string, to: { readonly x: number; readonly y: number }): Promise<void> {
    const canvas = this.#page.getByRole('region', { name: 'Canvas', exact: true })
    await this.kind(kind).dragTo(canvas, { targetPosition: { x: to.x, y: to.y } })
  }

  /** Types the kind's name and adds it with Enter; the focus is in the search field before and after. */
  async add(kind: string): Promise<void> {
    await this.search.focus()
    await this.search.fill(kind)
    await this.#page.keyboard.press('Enter')
    await this.search.fill('')
  }
}
