import { expect, type Locator, type Page } from '@playwright/test'

/** The canvas by its accessible names. */
export class CanvasPage {
  readonly region: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.region = page.getByRole('region', { name: 'Canvas', exact: true })
  }

  /** A card by "<Kind> <name>". */
  card(name: string): Locator {
    return this.region.getByRole('group', { name, exact: true })
  }

  /** An edge by "<From kind> <name> <says> <To kind> <name>". */
  edge(name: string | RegExp): Locator {
    return this.region.getByRole('group', { name, ...(typeof name === 'string' ? { exact: true } : {}) })
  }

  missing(name: string): Locator {
    return this.region.getByRole('group', { name: `Missing ${name}`, exact: true })
  }

  /** "<Kind> <name>" of every card in view. */
  async cardNames(): Promise<string[]> {
    const cards = await this.region
      .getByRole('group')
      .filter({ has: this.#page.locator(':scope[aria-selected]') })
      .all()
    return Promise.all(cards.map(async card => (await card.getAttribute('aria-label')) ?? ''))
  }

  async select(name: string): Promise<void> {
    await this.card(name).click({ position: { x: 60, y: 12 } })
    await expect(this.card(name)).toHaveAttribute('aria-selected', 'true')
  }

  /** Drags a card by its header. */
  async moveCard(name: string, by: { readonly x: number; readonly y: number }): Promise<void> {
    const box = (await this.card(name).boundingBox())!
    const start = { x: box.x + 60, y: box.y + 14 }
    await this.#page.mouse.move(start.x, start.y)
    await this.#page.mouse.down()
    await this.#page.mouse.move(start.x + by.x / 2, start.y + by.y / 2, { steps: 4 })
    await this.#page.mouse.move(start.x + by.x, start.y + by.y, { steps: 4 })
    await this.#page.mouse.up()
  }

  /** Finds an object by the search dialog, which brings its card into view and selects it. */
  async search(name: string): Promise<void> {
    await this.#page.keyboard.press('Control+Shift+f')
    const dialog = this.#page.getByRole('dialog', { name: 'Search' })
    await dialog.getByRole('combobox').fill(name)
    await dialog.getByRole('option').first().click()
    await expect(this.card(name).first()).toBeVisible()
  }

  /** Drags from a card's handle to another card with the mouse, and answers the chooser where it asks. */
  async connect(from: string, to: string, as?: string | RegExp): Promise<void> {
    await this.card(from).hover({ position: { x: 60, y: 12 } })
    const handle = this.region.getByRole('button', { name: `Connect from ${from}`, exact: true })
    await expect(handle).toBeVisible()
    const start = await middleOf(handle)
    const end = await middleOf(this.card(to))
    await this.#page.mouse.move(start.x, start.y)
    await this.#page.mouse.down()
    await this.#page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 6 })
    await this.#page.mouse.move(end.x, end.y, { steps: 6 })
    await this.#page.mouse.up()
    await this.choose(as)
  }

  /** The same by the keyboard alone: C on the focused card, then its lists. */
  async connectByKeyboard(from: string, to: string, as?: string | RegExp): Promise<void> {
    await this.card(from).focus()
    await this.#page.keyboard.press('c')
    await this.#pick('Connect to', to)
    await this.choose(as)
  }

  /** Answers the chooser: the rule by what it says where several fit, then Connect with the questions' defaults. */
  async choose(as?: string | RegExp): Promise<void> {
    if (as !== undefined) {
      await this.#pick('Connect as', as)
      return
    }
    const connect = this.#page.getByRole('button', { name: 'Connect', exact: true })
    const asked = await connect.waitFor({ timeout: 500 }).then(
      () => true,
      () => false,
    )
    if (asked) await connect.click()
  }

  /** Moves through a listbox with the arrow keys until the option is the active one, and takes it with Enter. */
  async #pick(list: string, option: string | RegExp): Promise<void> {
    const box = this.#page.getByRole('listbox', { name: list, exact: true })
    await expect(box).toBeVisible()
    const wanted = box.getByRole('option', { name: option }).first()
    await expect(wanted).toBeVisible()
    for (let i = 0; i < 50; i++) {
      if ((await wanted.getAttribute('aria-selected')) === 'true') break
      await this.#page.keyboard.press('ArrowDown')
    }
    await this.#page.keyboard.press('Enter')
  }
}

async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error(`${locator} is not to be seen`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
