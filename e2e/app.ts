import { test as base, expect, type Page } from '@playwright/test'
import { browserWindow } from './browser-front'
import { electronWindow } from './electron/real'
import { standInWindow } from './electron/desktop/stand-in-window'
import { bundleStandIn } from './electron/bundle-stand-in'
import { wantedFront } from './front'
import type { Front } from './front'
import { CanvasPage } from './pages/canvas-page'
import { EditorPage } from './pages/editor-page'
import { PalettePage } from './pages/palette-page'
import { WorkspaceFolder } from './workspace-folder'

type Shown = {
  readonly page: Page
  readonly canvas: CanvasPage
  readonly editor: EditorPage
  readonly palette: PalettePage
}

/** A window of Chartroom, by roles and names alone. */
export class App {
  readonly #front: Front
  readonly #folders: WorkspaceFolder[] = []
  readonly #errors: string[] = []
  #shown: Shown | null = null

  constructor(front: Front) {
    this.#front = front
    if (front.page) this.#show(front.page)
  }

  get page(): Page {
    return this.#window().page
  }
  get canvas(): CanvasPage {
    return this.#window().canvas
  }
  get editor(): EditorPage {
    return this.#window().editor
  }
  get palette(): PalettePage {
    return this.#window().palette
  }

  /** Starts Chartroom on the start page. */
  async start(): Promise<void> {
    this.#show(await this.#front.start([]))
    await expect(this.page.getByRole('button', { name: 'Open folder' })).toBeVisible()
  }

  /** Starts Chartroom on a folder with these files (or a copy of a folder) and waits for its cards. */
  async open(files: Readonly<Record<string, string>> | string): Promise<WorkspaceFolder> {
    const folder = this.folder(files)
    this.#show(await this.#front.start([folder.path]))
    await expect(this.canvas.region).toBeVisible()
    return folder
  }

  /** The host dies and the page with it; then Chartroom is started again, on the start page or on a folder. */
  async crashAndStartAgain(paths: readonly string[] = []): Promise<void> {
    await this.#front.crash()
    this.#show(await this.#front.start(paths))
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

  /** The calls to the host from now on, by name; null on a front whose calls are no requests, so that none can be seen. */
  callsFromNow(): readonly string[] | null {
    const { page } = this.#front
    const names: string[] = []
    page?.on('request', request => {
      const name = /\/call\/(.+)$/.exec(decodeURIComponent(request.url()))?.[1]
      if (name !== undefined) names.push(name)
    })
    return page ? names : null
  }

  /** Whether a folder is asked for by a dialog of the window; otherwise the system has one, which is no part of the page. */
  get hasOwnFolderDialog(): boolean {
    return this.#front.pick === null
  }

  /** The first save of a design without a folder. */
  async saveInto(folder: WorkspaceFolder): Promise<void> {
    await this.pickFolder(folder, 'Save here', () => this.button('Save').click())
  }

  /** What `ask` opens, the system's folder dialog or the window's own, is given a folder, and the button `verb` by keyboard. */
  async pickFolder(folder: WorkspaceFolder, verb: string, ask: () => Promise<void>): Promise<void> {
    await this.#front.pick?.(folder.path)
    await ask()
    if (this.#front.pick) return
    const picker = this.page.getByRole('dialog').filter({ has: this.page.getByLabel('Folder', { exact: true }) })
    await picker.getByLabel('Folder', { exact: true }).fill(folder.path)
    await this.page.keyboard.press('Enter')
    const button = picker.getByRole('button', { name: verb })
    await expect(button).toBeEnabled()
    await button.focus()
    await this.page.keyboard.press('Enter')
    await expect(picker).toBeHidden()
  }

  /** Saves by the toolbar and waits until nothing is unsaved. */
  async save(): Promise<void> {
    await this.button('Save').click()
    await expect(this.page.getByRole('treeitem', { name: /unsaved$/ })).toHaveCount(0)
  }

  async close(): Promise<void> {
    await this.#front.stop()
    for (const folder of this.#folders) folder.remove()
  }

  /** What the page said on its console as an error, what it threw, and what failed behind it. A journey ends with none. */
  errors(): readonly string[] {
    return [...this.#errors, ...this.#front.troubles()]
  }

  #window(): Shown {
    if (!this.#shown) throw new Error('Nothing was started')
    return this.#shown
  }

  #show(page: Page): void {
    if (this.#shown?.page === page) return
    const parts = { canvas: new CanvasPage(page), editor: new EditorPage(page), palette: new PalettePage(page) }
    this.#shown = { page, ...parts }
    page.on('console', message => {
      if (message.type() === 'error') this.#errors.push(message.text())
    })
    page.on('pageerror', error => this.#errors.push(String(error)))
  }
}

type Fixtures = { readonly front: Front; readonly app: App }

/** Each front is set up only where journeys run on it: the real Electron needs no browser. */
const fronts = {
  browser: () => base.extend<Fixtures>({ front: ({ page }, use) => use(browserWindow(page)) }),
  electron: () => base.extend<Fixtures>({ front: ({}, use) => use(electronWindow()) }),
  'stand-in': () =>
    base.extend<Fixtures, { standIn: string }>({
      standIn: [({}, use) => bundleStandIn(use), { scope: 'worker' }],
      front: ({ browser, standIn, colorScheme, contextOptions }, use) =>
        use(standInWindow(browser, standIn, { colorScheme, ...contextOptions })),
    }),
}

export const test = fronts[wantedFront()]().extend<Fixtures>({
  app: async ({ front }, use) => {
    const app = new App(front)
    await use(app)
    const errors = [...app.errors()]
    await app.close()
    expect(errors, 'the console stayed without errors').toEqual([])
  },
})

export { expect }
