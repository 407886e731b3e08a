import { test as base, expect, type Page } from '@playwright/test'
import { BrowserFront } from './browser-front'
import { CanvasPage } from './pages/canvas-page'
import { EditorPage } from './pages/editor-page'
import { PalettePage } from './pages/palette-page'
import { WorkspaceFolder } from './workspace-folder'

/** A window of Chartroom, by roles and names alone. */
export class App {
  readonly page: Page
  readonly canvas: CanvasPage
  readonly editor: EditorPage
  readonly palette: PalettePage
  readonly #fronts: BrowserFront[] = []
  readonly #folders: WorkspaceFolder[] = []
  readonly #errors: string[] = []

  constructor(page: Page) {
    this.page = page
    this.canvas = new CanvasPage(page)
    this.editor = new EditorPage(page)
    this.palette = new PalettePage(page)
    page.on('console', message => {
      if (message.type() === 'error') this.#errors.push(message.text())
    })
    page.on('pageerror', error => this.#errors.push(String(error)))
  }

  /** Starts Chartroom on the start page. */
  async start(): Promise<void> {
    const front = await BrowserFront.start([])
    this.#fronts.push(front)
    await this.page.goto(front.address)
    await expect(this.page.getByRole('button', { name: 'Open folder' })).toBeVisible()
  }

  /** Starts Chartroom on a folder with these files (or a copy of a folder) and waits for its cards. */
  async open(files: Readonly<Record<string, string>> | string): Promise<WorkspaceFolder> {
    const folder = this.folder(files)
    const front = await BrowserFront.start([folder.path])
    this.#fronts.push(front)
    await this.page.goto(front.address)
    await expect(this.canvas.region).toBeVisible()
    return folder
  }

  /** The host dies and the page with it; then Chartroom is started again, on the start page or on a folder. */
  async crashAndStartAgain(paths: readonly string[] = []): Promise<void> {
    const crashed = this.#fronts.at(-1)
    if (!crashed) throw new Error('Nothing was started')
    // The page first: what it would say of its dead host is no matter of this journey.
    await this.page.goto('about:blank')
    await crashed.crash()
    const front = await BrowserFront.start(paths, crashed)
    this.#fronts.push(front)
    await this.page.goto(front.address)
  }

  /** A folder on disk that goes when the journey ends. */
  folder(files: Readonly<Record<string, string>> | string): WorkspaceFolder {
    const folder = typeof files === 'string' ? WorkspaceFolder.copyOf(files) : WorkspaceFolder.with(files)
    this.#folders.push(folder)
    return folder
  }

  button(name: string) {
    return this.page.getByRole('button', { name, exact: true })
  }

  get inspector() {
    return this.page.getByRole('region', { name: 'Inspector', exact: true })
  }

  get status() {
    return this.page.getByRole('status', { name: 'Status' })
  }

  get problems() {
    return this.page.getByRole('list', { name: 'Problems' })
  }

  file(name: string | RegExp) {
    return this.page.getByRole('tree', { name: 'Files' }).getByRole('treeitem', { name })
  }

  /** The first save of a design without a folder: the in-app picker is given one. */
  async saveInto(folder: WorkspaceFolder): Promise<void> {
    await this.button('Save').click()
    await this.chooseFolder(folder, 'Save here')
  }

  /** Types a folder into the in-app picker and takes it. */
  async chooseFolder(folder: WorkspaceFolder, verb: 'Open' | 'Save here'): Promise<void> {
    const dialog = this.page.getByRole('dialog')
    await dialog.getByLabel('Folder', { exact: true }).fill(folder.path)
    await this.page.keyboard.press('Enter')
    await expect(dialog.getByRole('button', { name: verb })).toBeEnabled()
    await dialog.getByRole('button', { name: verb }).click()
    await expect(dialog).toBeHidden()
  }

  /** Saves by the toolbar and waits until nothing is unsaved. */
  async save(): Promise<void> {
    await this.button('Save').click()
    await expect(this.page.getByRole('treeitem', { name: /unsaved$/ })).toHaveCount(0)
  }

  async close(): Promise<void> {
    for (const front of this.#fronts) await front.stop()
    for (const folder of this.#folders) folder.remove()
  }

  /** What the page said on its console as an error, and what it threw. A journey ends with none. */
  errors(): readonly string[] {
    return this.#errors
  }
}

export const test = base.extend<{ app: App }>({
  app: async ({ page }, use) => {
    const app = new App(page)
    await use(app)
    const errors = [...app.errors()]
    await page.close()
    await app.close()
    expect(errors, 'the console stayed without errors').toEqual([])
  },
})

export { expect }
